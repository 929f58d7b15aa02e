export type Json = null | boolean | number | string | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: Json | undefined;
}

/** The value where it is an object, an empty one where it isn't. */
export function asObject(value: Json | undefined): JsonObject {
  return typeof value === "object" && value !== null && !isList(value) ? value : {};
}

export function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}

export function entries(value: Json | undefined): (readonly [string, Json])[] {
  return Object.entries(asObject(value)).filter((entry): entry is [string, Json] => entry[1] !== undefined);
}

/** What a value stands for, when it is a reference into the document. */
export function resolved(document: JsonObject, value: Json | undefined): JsonObject {
  let found = asObject(value);
  for (let hops = 0; typeof found["$ref"] === "string" && hops < 16; hops++)
    found = asObject(at(document, found["$ref"]));
  return found;
}

function at(document: JsonObject, pointer: string): Json | undefined {
  let value: Json | undefined = document;
  for (const part of pointer.slice(2).split("/")) {
    value = asObject(value)[decodeURIComponent(part).replaceAll("~1", "/").replaceAll("~0", "~")];
  }
  return value;
}
