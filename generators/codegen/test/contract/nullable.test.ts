import { describe, expect, test } from "vitest";
import { contractOf, part, withOperation } from "./folder.ts";

const schema = "/components/schemas/Subject";

async function modern(subject: unknown, openapi = "3.0.3") {
  const contract = await contractOf(
    withOperation({}, "/pets", "post", {
      openapi,
      components: { schemas: { Subject: subject, Pet: { type: "object" } } },
    }),
  );
  return { schema: part(contract, schema), findings: contract.findings, version: part(contract, "/openapi") };
}

const ref = { $ref: "#/components/schemas/Pet" };
const nothing = { type: "null" };

describe("OpenAPI 3.0 becomes 3.1", () => {
  test("in its version", async () => {
    expect((await modern({ type: "string" })).version).toBe("3.1.1");
  });

  test.each([
    ["a type", { type: "string", nullable: true }, { type: ["string", "null"] }],
    ["a type that isn't", { type: "string", nullable: false }, { type: "string" }],
    ["an enum", { type: "string", enum: ["a"], nullable: true }, { type: ["string", "null"], enum: ["a", null] }],
    [
      "an enum that lists null",
      { type: "string", enum: ["a", null], nullable: true },
      { type: ["string", "null"], enum: ["a", null] },
    ],
    ["an enum without a type", { enum: ["a"], nullable: true }, { enum: ["a", null] }],
    ["a ref", { ...ref, nullable: true, description: "d" }, { anyOf: [ref, nothing], description: "d" }],
    ["allOf around one ref", { allOf: [ref], nullable: true, default: null }, { anyOf: [ref, nothing], default: null }],
    [
      "allOf of several",
      { allOf: [ref, { type: "object" }], nullable: true },
      { anyOf: [{ allOf: [ref, { type: "object" }] }, nothing] },
    ],
    [
      "a type beside allOf",
      { type: "object", allOf: [ref], nullable: true },
      { anyOf: [{ type: "object", allOf: [ref] }, nothing] },
    ],
    ["oneOf", { oneOf: [ref, { type: "string" }], nullable: true }, { oneOf: [ref, { type: "string" }, nothing] }],
    [
      "oneOf with a null branch",
      { oneOf: [ref, { type: "string", nullable: true }], nullable: true },
      { oneOf: [ref, { type: ["string", "null"] }] },
    ],
    ["anyOf", { anyOf: [ref], nullable: true }, { anyOf: [ref, nothing] }],
    ["a branch that says only this", { oneOf: [ref, { nullable: true }] }, { oneOf: [ref, nothing] }],
    [
      "properties without a type",
      { properties: { a: {} }, nullable: true },
      { properties: { a: {} }, type: ["object", "null"] },
    ],
    ["nothing else", { nullable: true, description: "any" }, { description: "any" }],
    [
      "a property of that name",
      { properties: { nullable: { type: "boolean" } } },
      { properties: { nullable: { type: "boolean" } } },
    ],
    [
      "a default that speaks of it",
      { default: { type: "x", nullable: true } },
      { default: { type: "x", nullable: true } },
    ],
  ])("nullable beside %s", async (_what, before, after) => {
    const { schema, findings } = await modern(before);
    expect(schema).toEqual(after);
    expect(findings).toEqual([]);
  });

  test.each([
    [
      "an exclusive bound",
      { type: "integer", minimum: 1, exclusiveMinimum: true },
      { type: "integer", exclusiveMinimum: 1 },
    ],
    ["an inclusive bound", { type: "integer", maximum: 9, exclusiveMaximum: false }, { type: "integer", maximum: 9 }],
    ["an exclusive flag alone", { type: "integer", exclusiveMinimum: true }, { type: "integer" }],
    ["an example", { type: "string", example: "a" }, { type: "string", examples: ["a"] }],
    [
      "a property called example",
      { properties: { example: { type: "string" } } },
      { properties: { example: { type: "string" } } },
    ],
    [
      "what 3.0 ignores beside a ref",
      { ...ref, type: "string", minLength: 3, description: "d" },
      { ...ref, description: "d" },
    ],
  ])("%s", async (_what, before, after) => {
    expect((await modern(before)).schema).toEqual(after);
  });

  test("x-webhooks are webhooks", async () => {
    const payload = { requestBody: { content: { "application/json": { schema: { type: "object" } } } }, responses: {} };
    const contract = await contractOf(
      withOperation({}, "/pets", "post", {
        openapi: "3.0.0",
        "x-webhooks": { "pet.born": { post: { summary: "Born", ...payload } } },
      }),
    );
    expect(contract.webhooks).toEqual([
      { name: "pet.born", summary: "Born", description: undefined, schema: { type: "object" } },
    ]);
  });
});

describe("OpenAPI 3.1", () => {
  test("with a left-over nullable is repaired and reported", async () => {
    const { schema, findings } = await modern({ type: "string", nullable: true }, "3.1.0");
    expect(schema).toEqual({ type: ["string", "null"] });
    expect(findings.map(({ rule }) => rule)).toEqual(["nullable"]);
  });

  test("keeps what stands beside a ref", async () => {
    expect((await modern({ ...ref, minProperties: 1 }, "3.1.0")).schema).toEqual({ ...ref, minProperties: 1 });
  });
});

test.each([
  ["required as a flag", { type: "string", required: true }, { type: "string" }],
  ["an empty enum", { type: "string", enum: [] }, { type: "string" }],
  ["a type of another language", { type: "int" }, { type: "integer" }],
  ["a type that nobody knows", { type: "Pet" }, {}],
  ["a pattern of another language", { type: "string", pattern: "(?i)a" }, { type: "string" }],
  ["properties that are a list", { type: "object", properties: ["a"] }, { type: "object" }],
  ["a tuple", { type: "array", items: [{ type: "string" }] }, { type: "array", prefixItems: [{ type: "string" }] }],
])("%s is put right", async (_what, before, after) => {
  expect((await modern(before)).schema).toEqual(after);
});
