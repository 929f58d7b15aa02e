import type { Json, JsonObject } from "../../contract/contract.ts";
import { isObject, type MutableObject } from "../../contract/json.ts";
import { ref, resolve } from "../../emit/schema.ts";

/** An operation in the three documents: as the provider had it, as he has it, and ours. */
export interface Three {
  readonly title: string;
  readonly base: JsonObject;
  readonly next: JsonObject;
  readonly own: MutableObject;
  /** Of theirs, for messages. */
  readonly pointer: string;
}

/** The object itself, or what its ref leads to. */
export function resolved(document: JsonObject, value: Json | undefined): JsonObject | undefined {
  const target = ref(value);
  const found = target === undefined ? value : resolve(document, target);
  return isObject(found) ? found : undefined;
}
