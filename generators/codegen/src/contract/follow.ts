import type { Json } from "./contract.ts";
import { textMember } from "./json.ts";
import { parsePointer, valueAt } from "./pointer.ts";

/** A value of a bundled document, its refs followed; undefined when they lead nowhere. */
export function follow(document: Json, value: Json | undefined): Json | undefined {
  let current = value;
  for (let hop = 0; hop < 100; hop += 1) {
    const ref = textMember(current, "$ref");
    if (ref === undefined) return current;
    current = valueAt(document, parsePointer(decodeURIComponent(ref.slice(1))));
  }
  return undefined;
}
