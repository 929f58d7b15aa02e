import type { Json, JsonObject } from "../../contract/contract.ts";
import { isList, isObject, type MutableObject, members, setMember } from "../../contract/json.ts";
import { hashOf } from "./fingerprint.ts";

/** Values by their hash. */
export type Vocabulary = ReadonlyMap<string, Json>;

const openapi =
  "null boolean object array number string integer 2.0 3.0.0 3.0.1 3.0.2 3.0.3 3.1.0 3.1.1 int32 int64 float double " +
  "byte binary date date-time password email uuid uri query header path cookie body formData form simple apiKey http " +
  "oauth2 openIdConnect basic bearer multi csv application/json https http";

/** What is known from elsewhere: the values of these documents, and what every document may say. */
export function vocabularyOf(...documents: readonly Json[]): Vocabulary {
  const found = new Map<string, Json>();
  const add = (value: Json): void => void found.set(hashOf(value), value);
  for (const word of openapi.split(" ")) add(word);
  for (const value of [true, false, null]) add(value);
  for (let number = -1; number <= 0x10000; number += 1) add(number);
  const seen = new Set<Json>();
  const visit = (value: Json): void => {
    if (isObject(value)) {
      for (const [key, inner] of members(value)) {
        if (!seen.has(key)) add(key);
        seen.add(key);
        if ((key === "default" || key === "const") && typeof inner === "object") add(inner);
        visit(inner);
      }
    } else if (isList(value)) value.forEach(visit);
    else if (!seen.has(value)) {
      seen.add(value);
      add(value);
    }
  };
  documents.forEach(visit);
  return found;
}

/**
 * The document that a fingerprint is of, as far as its values are known from elsewhere. A value that isn't can't be the
 * one that another document has in its place, which is all that a comparison needs to know.
 */
export function restore(print: JsonObject, known: Vocabulary): JsonObject {
  const refs = new Map(known);
  for (const ref of refsTo(print)) refs.set(hashOf(ref), ref);
  return objectOf(print, refs);
}

function objectOf(print: JsonObject, known: Vocabulary): JsonObject {
  const restored: MutableObject = {};
  for (const [key, inner] of members(print)) {
    const value = valueAs(key, inner, known);
    if (value !== undefined) setMember(restored, key, value);
  }
  return restored;
}

function valueAs(key: string, print: Json, known: Vocabulary): Json | undefined {
  if (typeof print === "string") return known.has(print) ? known.get(print) : unknown(key, print);
  if (isList(print)) return print.map((item) => valueAs(key, item, known)).filter((item) => item !== undefined);
  return isObject(print) ? objectOf(print, known) : print;
}

/** What can be said of a value of which only the hash is left. Limits and refs cannot stand for themselves. */
function unknown(key: string, hash: string): Json | undefined {
  return key === "enum" || key === "pattern" || key === "format" ? `unknown-${hash}` : undefined;
}

/** Where refs of the document can lead to. */
function* refsTo(print: JsonObject): Generator<string> {
  for (const [section, inner] of members(print)) {
    for (const [name, value] of members(inner)) {
      yield `#/${section}/${name}`;
      if (section === "components") for (const [component] of members(value)) yield `#/components/${name}/${component}`;
    }
  }
}
