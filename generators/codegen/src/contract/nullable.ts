import type { Json } from "./contract.ts";
import { isList, isObject, type MutableObject, member } from "./json.ts";
import { isAnnotation } from "./schemas.ts";

const nothing: Json = { type: "null" };

/**
 * Says in OpenAPI 3.1 what `nullable: true` meant in 3.0, in place. Beside `$ref`, `allOf` or a `type` that other
 * keywords repeat, only a union can: the rest of the schema would go on refusing null.
 */
export function allowNull(schema: MutableObject): void {
  if (acceptsNull(schema)) return;
  const oneOf = member(schema, "oneOf");
  const anyOf = member(schema, "anyOf");
  const type = member(schema, "type") ?? impliedType(schema);
  if (schema["$ref"] !== undefined || schema["allOf"] !== undefined) {
    wrap(schema);
  } else if (type === undefined && isList(oneOf) && anyOf === undefined) {
    if (!oneOf.some(acceptsNull)) schema["oneOf"] = [...oneOf, nothing];
    allowNullMember(schema);
  } else if (type === undefined && isList(anyOf) && oneOf === undefined) {
    if (!anyOf.some(acceptsNull)) schema["anyOf"] = [...anyOf, nothing];
    allowNullMember(schema);
  } else if (
    oneOf !== undefined ||
    anyOf !== undefined ||
    schema["not"] !== undefined ||
    schema["const"] !== undefined
  ) {
    wrap(schema);
  } else {
    if (type !== undefined) schema["type"] = [...(isList(type) ? type : [type]), "null"];
    allowNullMember(schema);
  }
}

/** An `enum` that doesn't list null would refuse it whatever the type says. */
function allowNullMember(schema: MutableObject): void {
  const values = member(schema, "enum");
  if (isList(values) && !values.includes(null)) schema["enum"] = [...values, null];
}

/** Puts everything that constrains into one branch of a union with null; what describes stays outside. */
function wrap(schema: MutableObject): void {
  let branch: MutableObject = {};
  for (const key of Object.keys(schema)) {
    const value = schema[key];
    if (value === undefined || isAnnotation(key)) continue;
    branch[key] = value;
    delete schema[key];
  }
  const allOf = member(branch, "allOf");
  const only = isList(allOf) && allOf.length === 1 && Object.keys(branch).length === 1 ? allOf[0] : undefined;
  if (isObject(only)) branch = only;
  schema["anyOf"] = [branch, nothing];
}

function acceptsNull(schema: Json): boolean {
  if (!isObject(schema)) return schema === true;
  const type = member(schema, "type");
  return type === "null" || (isList(type) && type.includes("null") && enumAccepts(schema));
}

function enumAccepts(schema: Json): boolean {
  const values = member(schema, "enum");
  return !isList(values) || values.includes(null);
}

/** A schema without a type that speaks of properties or items means an object or a list. */
function impliedType(schema: MutableObject): Json | undefined {
  if (schema["oneOf"] !== undefined || schema["anyOf"] !== undefined) return undefined;
  if (schema["properties"] !== undefined) return "object";
  return schema["items"] !== undefined ? "array" : undefined;
}
