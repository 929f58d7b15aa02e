import { join } from "node:path";
import { standardSchema } from "@specie/runtime/validation";
import { describe, expect, it } from "vitest";
import type { Contract, Json, JsonObject } from "../../src/contract/contract.ts";
import { loadContract } from "../../src/contract/index.ts";
import { jsonSchema } from "../../src/emit/json-schema.ts";
import { type Direction, isObject, member, ref, resolve } from "../../src/emit/schema.ts";

/** A schema with everything that it refers to, as a validator takes it. */
function whole(document: JsonObject, schema: Json | undefined, direction: Direction): JsonObject {
  const definitions: Record<string, Json> = {};
  const context = {
    direction,
    resolve: (pointer: string) => resolve(document, pointer),
    reference: (pointer: string) => {
      const name = pointer.replaceAll(/[^\w]/g, "_");
      if (!(name in definitions)) {
        definitions[name] = true;
        definitions[name] = jsonSchema(resolve(document, pointer), context);
      }
      return `#/$defs/${name}`;
    },
  };
  const converted = jsonSchema(schema, context);
  return { ...(isObject(converted) ? converted : {}), $defs: definitions };
}

function print(schema: Json, direction: Direction = "response", document: JsonObject = {}): Json {
  const { $defs, ...own } = whole(document, schema, direction);
  return own;
}

describe("a schema for a validator", () => {
  it.each<[string, Json, Direction, Json]>([
    [
      "what constrains, and nothing else",
      { type: "string", maxLength: 3, title: "T", format: "uuid", example: "a", "x-a": 1, $id: "i" },
      "request",
      { type: "string", maxLength: 3 },
    ],
    [
      "a closed enum where it is written",
      { type: "string", enum: ["a", "b"] },
      "request",
      { type: "string", enum: ["a", "b"] },
    ],
    [
      "an open one where it is read",
      { enum: ["a", "b", null] },
      "response",
      { "x-closed": { enum: ["a", "b", null] }, type: ["string", "null"] },
    ],
    ["numbers as they are", { enum: [1, 2] }, "response", { enum: [1, 2] }],
    [
      "an object that may grow where it is read",
      { type: "object", additionalProperties: false },
      "response",
      { type: "object", "x-closed": { additionalProperties: false } },
    ],
    [
      "and may not where it is written",
      { type: "object", additionalProperties: false },
      "request",
      { type: "object", additionalProperties: false },
    ],
    [
      "branches of which several may fit",
      { oneOf: [{ type: "string" }, { maxLength: 3 }] },
      "request",
      { anyOf: [{ type: "string" }, { maxLength: 3 }] },
    ],
    [
      "two unions and a composition together",
      { oneOf: [{ type: "string" }], anyOf: [{ maxLength: 3 }], allOf: [{ minLength: 1 }] },
      "request",
      { allOf: [{ anyOf: [{ type: "string" }] }, { minLength: 1 }], anyOf: [{ maxLength: 3 }] },
    ],
    [
      "properties called like keywords",
      { properties: { required: { type: "string" }, enum: { type: "string" }, title: true } },
      "response",
      { properties: { required: { type: "string" }, enum: { type: "string" }, title: true } },
    ],
  ])("holds %s", (_, schema, direction, expected) => {
    expect(print(schema, direction)).toEqual(expected);
  });

  it("requires nothing that does not travel that way, wherever it is declared", () => {
    const document: JsonObject = {
      a: {
        Base: { properties: { id: { readOnly: true }, pin: { $ref: "#/a/Pin" } } },
        Pin: { writeOnly: true, type: "string" },
      },
    };
    const schema: Json = { allOf: [{ $ref: "#/a/Base" }, { required: ["id", "pin"] }], required: ["id", "pin"] };
    const all = [{ $ref: "#/$defs/__a_Base" }];
    expect(print(schema, "request", document)).toEqual({ allOf: [...all, { required: ["pin"] }], required: ["pin"] });
    expect(print(schema, "response", document)).toEqual({ allOf: [...all, { required: ["id"] }], required: ["id"] });
  });
});

describe.each(["razorpay", "hyperswitch", "cybersource"])("the examples of %s", (provider) => {
  it("obey the schemas that validators get, closed ones too", async () => {
    const source = join(import.meta.dirname, "../../../../specs", provider);
    const { contract } = await loadContract({ source, strict: true, lint: false });
    let count = 0;
    const made = new Map<string, ReturnType<typeof standardSchema>>();
    for (const [schema, direction, value] of examples(contract)) {
      const name = `${direction} ${JSON.stringify(schema)}`;
      const checked = made.get(name) ?? standardSchema(whole(contract.document, schema, direction));
      made.set(name, checked);
      expect(checked.faults(value, true)).toEqual([]);
      count++;
    }
    expect(count).toBeGreaterThan(30);
  });
});

/** Every named example of a body or an answer, with its schema. */
function* examples({ document, operations }: Contract): Generator<readonly [Json | undefined, Direction, Json]> {
  for (const { pointer } of operations) {
    const operation = resolve(document, `#${pointer}`);
    if (!isObject(operation)) continue;
    const bodies: [Json | undefined, Direction][] = [[member(operation, "requestBody"), "request"]];
    const responses = member(operation, "responses");
    if (isObject(responses)) for (const each of Object.values(responses)) bodies.push([each, "response"]);
    for (const [body, direction] of bodies) {
      const content = followed(document, body, "content");
      for (const media of Object.values(isObject(content) ? content : {})) {
        const named = isObject(media) ? member(media, "examples") : undefined;
        if (!isObject(media) || !isObject(named)) continue;
        for (const example of Object.values(named)) {
          const value = followed(document, example, "value");
          if (value !== undefined) yield [member(media, "schema"), direction, value];
        }
      }
    }
  }
}

function followed(document: JsonObject, holder: Json | undefined, name: string): Json | undefined {
  const target = ref(holder);
  const found = target === undefined ? holder : resolve(document, target);
  return isObject(found) ? member(found, name) : undefined;
}
