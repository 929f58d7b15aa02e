import type { Json, JsonObject } from "../contract/contract.ts";
import { isObject, list, member, properties, text, types } from "../emit/schema.ts";
import type { Alternative, Members } from "./alternative.ts";
import { itemOf, type Located, locatedKey, mapValueOf, propertyOf } from "./located.ts";
import { type Slot, slotOf } from "./slot.ts";

/** What the keywords of a schema itself say, its refs and compositions left aside. */
export function plain(at: Located, schema: JsonObject): Alternative {
  const listed = enumeration(schema);
  const named = types(schema);
  const found = named.length > 0 ? named : listed === undefined ? impliedTypes(schema) : listed.map(typeOf);
  const kinds = new Set(found.filter((type) => type !== "null"));
  if (kinds.has("number") && isWhole(schema)) {
    kinds.delete("number");
    kinds.add("integer");
  }
  const format = text(member(schema, "format"));
  return {
    types: found.length === 0 ? undefined : kinds,
    nullable: (found.length === 0 || found.includes("null")) && (listed === undefined || listed.includes(null)),
    members: listed === undefined ? undefined : membersOf(at, listed),
    open: false,
    formats: new Set(format === undefined ? [] : [format]),
    properties: new Map(properties(schema).map(([name, child]) => [name, slotOf(propertyOf(at, name, child))])),
    required: new Set(list(member(schema, "required")).filter((name) => typeof name === "string")),
    values: mapValues(at, schema),
    closed: member(schema, "additionalProperties") === false,
    items: itemSchemas(at, schema),
    readOnly: member(schema, "readOnly") === true,
    writeOnly: member(schema, "writeOnly") === true,
    home: at.place,
    names: new Set(),
    origins: new Set([locatedKey(at)]),
  };
}

/** What has no schema, or `true` for one. */
export function anything(place: string): Alternative {
  return { ...plain({ schema: {}, pointer: "", place }, {}), origins: new Set() };
}

function enumeration(schema: JsonObject): readonly Json[] | undefined {
  const constant = member(schema, "const");
  if (constant !== undefined) return [constant];
  const values = member(schema, "enum");
  return Array.isArray(values) ? list(values) : undefined;
}

function impliedTypes(schema: JsonObject): readonly string[] {
  const object = ["properties", "additionalProperties", "patternProperties", "required"];
  if (object.some((keyword) => Object.hasOwn(schema, keyword))) return ["object"];
  return ["items", "prefixItems"].some((keyword) => Object.hasOwn(schema, keyword)) ? ["array"] : [];
}

function typeOf(value: Json): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "array";
  return Number.isInteger(value) ? "integer" : typeof value;
}

/** `type: number, format: int64` is how some generators write an integer. */
function isWhole(schema: JsonObject): boolean {
  return /^u?int(8|16|32|64)?$/.test(text(member(schema, "format")) ?? "");
}

function membersOf(at: Located, values: readonly Json[]): Members {
  return new Map(values.filter((value) => value !== null).map((value) => [JSON.stringify(value), [at.place]]));
}

function mapValues(at: Located, schema: JsonObject): Slot {
  const additional = member(schema, "additionalProperties");
  const patterns = member(schema, "patternProperties");
  const found = isObject(patterns) ? Object.entries(patterns) : [];
  return [
    ...(isObject(additional) ? slotOf(mapValueOf(at, "additionalProperties", additional)) : []),
    ...found.flatMap(([name, child]) =>
      child === undefined ? [] : slotOf(mapValueOf(at, `patternProperties/${name}`, child)),
    ),
  ];
}

function itemSchemas(at: Located, schema: JsonObject): Slot {
  const items = member(schema, "items");
  return [
    ...(isObject(items) ? slotOf(itemOf(at, "items", items)) : []),
    ...list(member(schema, "prefixItems")).map((child, index) => [itemOf(at, `prefixItems/${index}`, child)]),
  ];
}
