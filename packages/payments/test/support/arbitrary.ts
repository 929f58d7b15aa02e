import fc from "fast-check";

type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };
type Schema = { readonly [name: string]: Json };

/**
 * Values that a schema of a contract allows, optional members now and then left out. Enough of JSON Schema for our
 * contracts; open enums also give words that they do not list.
 */
export function arbitrary(document: object, pointer: string): fc.Arbitrary<unknown> {
  const root: unknown = document;
  const at = (path: string): Schema =>
    path
      .split("/")
      .slice(1)
      .reduce<Schema>(
        (node, name) => record(node[name.replaceAll("~1", "/").replaceAll("~0", "~")]),
        record(root as Json),
      );
  const build = (schema: Schema, depth: number): fc.Arbitrary<unknown> => {
    const reference = schema["$ref"];
    if (typeof reference === "string") return build(at(reference), depth);
    const options = list(schema["oneOf"] ?? schema["anyOf"]);
    if (options.length > 0) {
      const shallow = depth > 4 ? options.slice(-1) : options;
      return fc.oneof(...shallow.map((option) => build(record(option), depth + 1)));
    }
    const parts = list(schema["allOf"]);
    if (parts.length > 0) {
      const merged = parts.map((part) => build(record(part), depth));
      return fc.tuple(...merged).map((values) => Object.assign({}, ...values));
    }
    const words = schema["enum"] ?? schema["x-extensible-enum"];
    // A word that is new on the wire, now and then.
    if (words !== undefined) return fc.oneof(...list(words).map((word) => fc.constant(word)), fc.constant("brand_new"));
    if (schema["const"] !== undefined) return fc.constant(schema["const"]);
    const types = Array.isArray(schema["type"])
      ? schema["type"]
      : [schema["type"] ?? (schema["properties"] ? "object" : "any")];
    return fc.oneof(...types.map((type) => typed(schema, String(type), depth)));
  };
  const typed = (schema: Schema, type: string, depth: number): fc.Arbitrary<unknown> => {
    if (type === "object") return object(schema, depth);
    if (type === "array") return fc.array(build(record(schema["items"]), depth + 1), { maxLength: depth > 3 ? 0 : 2 });
    if (type === "integer") return fc.oneof(fc.nat(), fc.integer(), fc.maxSafeNat());
    // JSON has no negative zero; what a number can't hold exactly is for the runtime, which keeps its digits.
    if (type === "number") return fc.integer({ min: -1e9, max: 1e9 }).map((thousandths) => thousandths / 1_000 + 0);
    if (type === "boolean") return fc.boolean();
    if (type === "null") return fc.constant(null);
    if (type === "string")
      return fc.oneof(
        fc.string({ maxLength: 12 }),
        fc.constant("2026-11-20T12:00:00.000Z"),
        fc.constant("https://a.example/x"),
      );
    // Integers past 2^53 are for the runtime: it keeps their digits, as text.
    return fc.jsonValue({ maxDepth: 1 }).filter((value) => !/\d{16}|\de[+-]/.test(JSON.stringify(value)));
  };
  const object = (schema: Schema, depth: number): fc.Arbitrary<unknown> => {
    const properties = Object.entries(record(schema["properties"]));
    const required = new Set(list(schema["required"]).map(String));
    const kept = depth > 4 ? properties.filter(([name]) => required.has(name)) : properties;
    const model = Object.fromEntries(kept.map(([name, property]) => [name, build(record(property), depth + 1)]));
    return fc.record(model, { requiredKeys: kept.map(([name]) => name).filter((name) => required.has(name)) });
  };
  return build({ $ref: pointer }, 0);
}

function record(value: Json | undefined): Schema {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Schema) : {};
}

function list(value: Json | undefined): readonly Json[] {
  return Array.isArray(value) ? value : [];
}
