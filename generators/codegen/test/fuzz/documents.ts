import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { defaultLimits } from "../../src/contract/limits.ts";
import { parse } from "../../src/contract/parse.ts";
import { hostileText } from "./texts.ts";

const fixtures = join(import.meta.dirname, "../openapi");

/** Rich documents: the fixtures, which hold everything of OpenAPI that a client meets. */
const bases: readonly unknown[] = readdirSync(fixtures, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== "generated")
  .flatMap(({ name }) => {
    try {
      return [parse(readFileSync(join(fixtures, name, "openapi.yaml"), "utf8"), defaultLimits).value];
    } catch {
      return [];
    }
  });

type Path = readonly string[];

function slotsOf(value: unknown, path: Path = []): Path[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [[...path, key], ...slotsOf(inner, [...path, key])]);
}

/** A copy with one slot changed: the value at a path, or with `rename` the name that leads there. */
function put(value: unknown, [key, ...rest]: Path, change: unknown, rename: boolean): unknown {
  if (key === undefined || typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(([name, inner]): [string, unknown] => {
    if (name !== key) return [name, inner];
    if (rest.length > 0) return [name, put(inner, rest, change, rename)];
    return rename ? [String(change), inner] : [name, change];
  });
  return Array.isArray(value) ? entries.map(([, inner]) => inner) : Object.fromEntries(entries);
}

const junk = fc.oneof(hostileText, fc.jsonValue({ maxDepth: 2 }), fc.constantFrom({ $ref: "#" }, { $ref: "#/paths" }));

/** A fixture with hostile text or anything at all in up to four of its slots, names included. */
const mutated: fc.Arbitrary<unknown> = fc
  .constantFrom(...bases.map((base) => ({ base, slots: slotsOf(base) })))
  .chain(({ base, slots }) =>
    fc
      .array(fc.record({ slot: fc.constantFrom(...slots), rename: fc.boolean(), text: hostileText, value: junk }), {
        minLength: 1,
        maxLength: 4,
      })
      .map((changes) =>
        changes.reduce<unknown>(
          (document, { slot, rename, text, value }) => put(document, slot, rename ? text : value, rename),
          base,
        ),
      ),
  );

/** A few of these keywords. */
function some(keywords: Readonly<Record<string, fc.Arbitrary<unknown>>>): fc.Arbitrary<unknown> {
  const one = fc.oneof(
    ...Object.entries(keywords).map(([name, value]) => value.map((each): [string, unknown] => [name, each])),
  );
  return fc.array(one, { maxLength: 4 }).map((entries) => Object.fromEntries(entries));
}

const ref = fc.constantFrom("#/components/schemas/A", "#/components/schemas/B", "#/components/schemas/A/properties/a");

/** Schemas of random keywords, most of them with values that fit. */
const { schema } = fc.letrec<{ schema: unknown }>((tie) => {
  const inner = fc.oneof(
    { maxDepth: 2, depthIdentifier: "schema", withCrossShrink: true },
    fc.boolean(),
    tie("schema"),
  );
  const members = fc.dictionary(hostileText, inner, { maxKeys: 3 });
  const value = fc.oneof(hostileText, fc.jsonValue({ maxDepth: 1 }));
  const list = fc.array(inner, { maxLength: 3 });
  return {
    schema: some({
      $ref: ref,
      type: fc.oneof(
        fc.constantFrom("object", "array", "string", "integer", "number", "boolean", "null"),
        fc.constant(["string", "null"]),
        value,
      ),
      title: hostileText,
      description: hostileText,
      enum: fc.array(value, { maxLength: 4 }),
      const: value,
      default: value,
      format: fc.oneof(fc.constantFrom("int32", "binary", "date"), hostileText),
      pattern: hostileText,
      required: fc.array(hostileText, { maxLength: 3 }),
      properties: members,
      patternProperties: members,
      additionalProperties: inner,
      items: inner,
      prefixItems: list,
      allOf: list,
      anyOf: list,
      oneOf: list,
      not: inner,
      nullable: fc.boolean(),
      readOnly: fc.boolean(),
      deprecated: value,
      examples: fc.array(value, { maxLength: 2 }),
      discriminator: fc.record({
        propertyName: value,
        mapping: fc.dictionary(hostileText, fc.oneof(ref, hostileText)),
      }),
      "x-enum-varnames": fc.array(value, { maxLength: 2 }),
      "x-client": inner,
    }),
  };
});

const operation = fc.record(
  {
    operationId: hostileText,
    summary: hostileText,
    tags: fc.array(hostileText, { maxLength: 2 }),
    parameters: fc.array(
      fc.record(
        { name: hostileText, in: fc.constantFrom("path", "query", "header", "cookie"), style: hostileText, schema },
        { requiredKeys: ["name", "in"] },
      ),
      { maxLength: 3 },
    ),
    requestBody: fc.record({
      content: fc.dictionary(fc.oneof(fc.constant("application/json"), hostileText), fc.record({ schema }), {
        maxKeys: 2,
      }),
    }),
    responses: fc.dictionary(
      fc.oneof(fc.constantFrom("200", "4XX", "default"), hostileText),
      fc.record({
        description: hostileText,
        content: fc.dictionary(fc.constant("application/json"), fc.record({ schema })),
      }),
      { maxKeys: 3 },
    ),
  },
  { requiredKeys: ["responses"] },
);

const made: fc.Arbitrary<unknown> = fc.record({
  openapi: fc.constantFrom("3.0.3", "3.1.0"),
  info: fc.record({ title: hostileText, version: hostileText }),
  servers: fc.array(fc.record({ url: fc.oneof(fc.webUrl(), hostileText) }), { maxLength: 2 }),
  paths: fc.dictionary(
    hostileText.map((text) => `/${text}`),
    fc.dictionary(fc.constantFrom("get", "post", "put", "delete"), operation, { minKeys: 1, maxKeys: 2 }),
    { minKeys: 1, maxKeys: 2 },
  ),
  components: fc.record({ schemas: fc.record({ A: schema, B: schema }) }),
});

/** Documents that nobody wrote. */
export const documents: fc.Arbitrary<unknown> = fc.oneof(mutated, made);
