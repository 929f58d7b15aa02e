import type { Json, JsonObject } from "../contract/contract.ts";

/** Which way a value travels: a request body is written by the caller, a response is read. */
export type Direction = "request" | "response";

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The member as a schema object; `undefined` for booleans and everything else that holds no keywords. */
export function member(schema: JsonObject, name: string): Json | undefined {
  return Object.hasOwn(schema, name) ? schema[name] : undefined;
}

export function list(value: Json | undefined): readonly Json[] {
  return Array.isArray(value) ? value : [];
}

export function text(value: Json | undefined): string | undefined {
  return typeof value === "string" && value.trim() !== "" ? value : undefined;
}

export function ref(schema: Json | undefined): string | undefined {
  const target = isObject(schema) ? member(schema, "$ref") : undefined;
  return typeof target === "string" && target.startsWith("#/") ? target : undefined;
}

/** The members of `properties`, hostile names such as `__proto__` included. */
export function properties(schema: JsonObject): readonly (readonly [string, Json])[] {
  const found = member(schema, "properties");
  return isObject(found)
    ? Object.entries(found).filter((entry): entry is [string, Json] => entry[1] !== undefined)
    : [];
}

/** `["string", "null"]` of `type: [string, "null"]`; `[]` when nothing is said. */
export function types(schema: JsonObject): readonly string[] {
  const type = member(schema, "type");
  return (Array.isArray(type) ? type : [type]).filter((name): name is string => typeof name === "string");
}

const lists = ["allOf", "anyOf", "oneOf", "prefixItems"];
const singles = ["items", "additionalProperties"];
const maps = ["properties", "patternProperties"];

/** Every schema directly inside this one that shapes the type, with the last part of its pointer. */
export function* children(schema: JsonObject): Generator<readonly [string, Json]> {
  for (const name of maps) {
    const found = member(schema, name);
    if (!isObject(found)) continue;
    for (const [inner, child] of Object.entries(found))
      if (child !== undefined) yield [`${name}/${pointerPart(inner)}`, child];
  }
  for (const name of lists) {
    for (const [index, child] of list(member(schema, name)).entries()) yield [`${name}/${index}`, child];
  }
  for (const name of singles) {
    const child = member(schema, name);
    if (isObject(child)) yield [name, child];
  }
}

/** One part of a JSON pointer. */
export function pointerPart(part: string): string {
  return part.replaceAll("~", "~0").replaceAll("/", "~1");
}

/** What a pointer such as `#/components/schemas/Order` points to. */
export function resolve(document: JsonObject, pointer: string): Json | undefined {
  let value: Json | undefined = document;
  for (const part of parts(pointer)) {
    if (Array.isArray(value)) value = value[Number(part)];
    else if (isObject(value)) value = member(value, part);
    else return undefined;
  }
  return value;
}

/** The unescaped parts of a pointer: `["components", "schemas", "Order"]`. */
export function parts(pointer: string): string[] {
  return pointer
    .slice(2)
    .split("/")
    .map((part) => decode(part).replaceAll("~1", "/").replaceAll("~0", "~"));
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
