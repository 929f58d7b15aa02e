import type { Json, JsonObject } from "../../contract/contract.ts";
import { isObject, type MutableObject, setMember } from "../../contract/json.ts";
import { parts } from "../../emit/schema.ts";

/** A copy of our bundled document that edits are made in. */
export interface Draft {
  readonly document: MutableObject;
  /** The object at a pointer; undefined where there is none. */
  readonly at: (pointer: string) => MutableObject | undefined;
  /** Puts a value in the place of another. */
  readonly put: (pointer: string, value: Json) => void;
}

export function draftOf(document: JsonObject): Draft {
  const root: MutableObject = structuredClone(document);
  const find = (tokens: readonly string[]): Json | undefined => {
    let value: Json | undefined = root;
    for (const token of tokens) {
      if (Array.isArray(value)) value = value[Number(token)];
      else value = isObject(value) && Object.hasOwn(value, token) ? value[token] : undefined;
    }
    return value;
  };
  return {
    document: root,
    at(pointer) {
      const value = find(parts(pointer));
      return isObject(value) ? value : undefined;
    },
    put(pointer, value) {
      const tokens = parts(pointer);
      const last = tokens.pop() ?? "";
      const parent = find(tokens);
      if (Array.isArray(parent)) parent[Number(last)] = value;
      else if (isObject(parent)) setMember(parent, last, value);
    },
  };
}
