import type { Json, JsonObject } from "../../contract/contract.ts";
import { isObject, type MutableObject } from "../../contract/json.ts";
import { resolve } from "../../emit/schema.ts";
import type { Adopt } from "./adopt.ts";
import type { Draft } from "./draft.ts";
import type { Outcome, SchemaEdit } from "./edits.ts";
import type { Links } from "./links.ts";

/** Both documents of the provider, ours, and what stands for what. */
export interface Merge {
  readonly base: JsonObject;
  readonly next: JsonObject;
  readonly draft: Draft;
  readonly links: { readonly base: Links; readonly next: Links };
  readonly adopt: Adopt;
}

export type Result = Outcome["result"];

/** A schema of ours that an edit may change. */
export interface Node {
  readonly pointer: string;
  readonly schema: MutableObject;
}

/** An edit of that kind. */
export type Of<K extends SchemaEdit["kind"]> = Extract<SchemaEdit, { readonly kind: K }>;

/** What one of ours stands for. */
export function counterparts(document: JsonObject, links: Links, pointer: string): JsonObject[] {
  return [...links.back(pointer)].flatMap((their) => {
    const schema = resolve(document, their);
    return isObject(schema) ? [schema] : [];
  });
}

export function assign(schema: MutableObject, keyword: string, value: Json | undefined): void {
  if (value === undefined) delete schema[keyword];
  else schema[keyword] = value;
}
