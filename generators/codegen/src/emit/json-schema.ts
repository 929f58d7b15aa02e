import type { Json, JsonObject } from "../contract/contract.ts";
import { isOpenEnum } from "./named-schemas.ts";
import { type Direction, isObject, list, member, properties, ref } from "./schema.ts";

const values = new Set(
  (
    "type const required minimum maximum exclusiveMinimum exclusiveMaximum multipleOf minLength maxLength pattern minItems " +
    "maxItems uniqueItems minContains maxContains minProperties maxProperties dependentRequired"
  ).split(" "),
);
const maps = new Set(["properties", "patternProperties", "dependentSchemas"]);
const lists = new Set(["allOf", "anyOf", "prefixItems"]);
const singles = new Set(
  "items not if then else contains propertyNames unevaluatedItems unevaluatedProperties additionalProperties".split(
    " ",
  ),
);

export interface JsonSchemaContext {
  readonly direction: Direction;
  /** The `$ref` that stands for a pointer. */
  readonly reference: (pointer: string) => string;
  readonly resolve: (pointer: string) => Json | undefined;
}

/**
 * A schema as a validator reads it: what constrains and nothing else, as the value travels in one direction. `oneOf` is
 * `anyOf`: that two branches fit is the document's affair. Formats are annotations. When reading, what a provider may change without notice
 * (enums, members of closed objects) goes under `x-closed`.
 */
export function jsonSchema(
  schema: Json | undefined,
  context: JsonSchemaContext,
  hidden: ReadonlySet<string> = new Set(),
): Json {
  if (typeof schema === "boolean") return schema;
  if (!isObject(schema)) return true;
  const all = new Set([...hidden, ...hiddenNames(schema, context)]);
  const result: [string, Json][] = [];
  const closed: [string, Json][] = [];
  const target = ref(schema);
  if (target !== undefined) result.push(["$ref", context.reference(target)]);
  for (const [keyword, value] of Object.entries(schema)) {
    if (value === undefined) continue;
    if (keyword === "required") {
      const names = list(value).filter((name) => typeof name === "string" && !all.has(name));
      if (names.length > 0) result.push([keyword, names]);
    } else if (keyword === "enum") {
      (isOpenEnum(schema, context.direction) ? closed : result).push([keyword, value]);
    } else if (
      /^(additional|unevaluated)Properties$/.test(keyword) &&
      value === false &&
      context.direction === "response"
    ) {
      closed.push([keyword, value]);
    } else if (keyword === "oneOf") {
      const parts = list(value).map((part) => jsonSchema(part, context));
      result.push(
        member(schema, "anyOf") === undefined
          ? ["anyOf", parts]
          : ["allOf", [{ anyOf: parts }, ...partsOf(schema, context, all)]],
      );
    } else if (lists.has(keyword)) {
      if (!(keyword === "allOf" && member(schema, "oneOf") !== undefined && member(schema, "anyOf") !== undefined)) {
        result.push([
          keyword,
          keyword === "allOf" ? partsOf(schema, context, all) : list(value).map((part) => jsonSchema(part, context)),
        ]);
      }
    } else if (maps.has(keyword) && isObject(value)) {
      result.push([keyword, entries(Object.entries(value).map(([name, inner]) => [name, jsonSchema(inner, context)]))]);
    } else if (singles.has(keyword)) result.push([keyword, jsonSchema(value, context)]);
    else if (values.has(keyword)) result.push([keyword, value]);
  }
  if (closed.length > 0) {
    result.push(["x-closed", entries(closed)]);
    if (closed.some(([keyword]) => keyword === "enum") && member(schema, "type") === undefined) {
      result.push(["type", list(member(schema, "enum")).includes(null) ? ["string", "null"] : "string"]);
    }
  }
  return entries(result);
}

function partsOf(schema: JsonObject, context: JsonSchemaContext, hidden: ReadonlySet<string>): Json[] {
  return list(member(schema, "allOf")).map((part) => jsonSchema(part, context, hidden));
}

/** Properties that do not travel this way, here or in a part of the composition: nobody may require them. */
function hiddenNames(schema: Json, context: JsonSchemaContext, depth = 0): string[] {
  if (!isObject(schema) || depth > 8) return [];
  const keyword = context.direction === "request" ? "readOnly" : "writeOnly";
  const own = properties(schema).filter(([, property]) => {
    const target = ref(property);
    const found = target === undefined ? undefined : context.resolve(target);
    return [property, found].some((each) => isObject(each) && member(each, keyword) === true);
  });
  const parts = list(member(schema, "allOf")).flatMap((part) => {
    const target = ref(part);
    return hiddenNames(target === undefined ? part : (context.resolve(target) ?? true), context, depth + 1);
  });
  return [...own.map(([name]) => name), ...parts];
}

/** An object with these members, `__proto__` as one like any other. */
function entries(all: readonly (readonly [string, Json])[]): JsonObject {
  return Object.fromEntries(all);
}
