import { describe, expect, test } from "vitest";
import { api, contractOf, findingsOf, withOperation } from "./folder.ts";

async function rules(document: unknown): Promise<string[]> {
  return (await contractOf(document, { lint: true })).findings.map(({ rule, message }) => `${rule}: ${message}`);
}

const media = (more: object) => ({ content: { "application/json": more } });
const amount = { type: "object", required: ["amount"], properties: { amount: { type: "integer" } } };

describe("strict mode", () => {
  test("makes errors of repairs, each with file and line", async () => {
    const findings = await findingsOf(
      contractOf(withOperation({ operationId: undefined, security: [{ ghost: [] }] }, "/x/{id}"), { strict: true }),
    );
    expect(findings.map(({ rule, severity, line }) => [rule, severity, typeof line])).toEqual([
      ["missing-operation-id", "error", "number"],
      ["undeclared-path-parameter", "error", "number"],
      ["undeclared-security", "error", "number"],
    ]);
  });

  test("accepts a document that has nothing wrong", async () => {
    expect((await contractOf(api(), { strict: true })).findings).toEqual([]);
  });
});

describe("examples that break their schema are found", () => {
  const answer = (more: object) =>
    withOperation({ responses: { 200: { description: "ok", ...media({ schema: amount, ...more }) } } });

  test.each([
    ["as 'example'", answer({ example: { amount: "1" } })],
    ["among named ones", answer({ examples: { good: { value: { amount: 1 } }, bad: { value: {} } } })],
    [
      "behind a ref",
      {
        ...answer({ examples: { bad: { $ref: "#/components/examples/bad" } } }),
        components: { examples: { bad: { value: {} } } },
      },
    ],
    ["of a request", withOperation({ requestBody: media({ schema: amount, example: {} }) })],
    [
      "of a parameter",
      withOperation({ parameters: [{ name: "a", in: "query", schema: { type: "integer" }, example: "x" }] }),
    ],
    [
      "inside a schema",
      withOperation({
        requestBody: media({ schema: { ...amount, properties: { amount: { type: "integer", examples: [1, "x"] } } } }),
      }),
    ],
    [
      "against a ref",
      {
        ...withOperation({ requestBody: media({ schema: { $ref: "#/components/schemas/A" }, example: {} }) }),
        components: { schemas: { A: amount } },
      },
    ],
    [
      "by format",
      withOperation({
        parameters: [{ name: "a", in: "query", schema: { type: "string", format: "date" }, example: "x" }],
      }),
    ],
    [
      "in OpenAPI 3.0",
      { ...withOperation({ requestBody: media({ schema: { ...amount, example: {} } }) }), openapi: "3.0.0" },
    ],
  ])("%s", async (_what, document) => {
    const found = await rules(document);
    expect(found.filter((rule) => rule.startsWith("example: example does not fit its schema"))).toHaveLength(1);
    expect(found).toHaveLength(1);
  });

  test.each([
    ["a format that nobody knows", { type: "string", format: "iban-ish" }, "x"],
    ["null where it is allowed", { type: ["string", "null"] }, null],
    [
      "a pattern that takes years, on a text that it fits at once",
      { type: "string", pattern: "^(a+)+$" },
      "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
    ],
  ])("and %s is fine", async (_what, schema, example) => {
    expect(await rules(answer({ schema, example }))).toEqual([]);
  });

  test("a pattern that never ends is stopped", async () => {
    const started = performance.now();
    const found = await rules(
      answer({ schema: { type: "string", pattern: "^(a+)+$" }, example: `${"a".repeat(50)}!` }),
    );
    expect(found[0]).toMatch(/takes too long/);
    expect(performance.now() - started).toBeLessThan(5000);
  });
});

describe("bodies that nothing would refuse are found", () => {
  test.each([
    ["without a schema", {}],
    ["with an empty schema", { schema: {} }],
    ["with 'true'", { schema: true }],
    ["that only describe properties", { schema: { properties: { a: { type: "string" } } } }],
    ["that allow a list", { schema: { type: ["object", "array"] } }],
  ])("%s", async (_what, body) => {
    expect(await rules(withOperation({ requestBody: media(body) }))).toEqual([
      "open-body: the schema of the body accepts anything; give it a type and its properties",
    ]);
  });

  test("also those whose schema cannot be compiled", async () => {
    const schema = { type: "object", properties: { a: { $ref: "#/components/schemas/A" } } };
    const document = {
      ...withOperation({ requestBody: media({ schema }) }),
      components: { schemas: { A: { minimum: 1, $dynamicRef: "#gone", $id: "https://[" } } },
    };
    expect((await rules(document)).every((rule) => rule.startsWith("schema: ") || rule.startsWith("open-body"))).toBe(
      true,
    );
  });

  test("and those that are an object are fine", async () => {
    expect(await rules(withOperation({ requestBody: media({ schema: amount }) }))).toEqual([]);
    expect(await rules(withOperation({ requestBody: { content: { "text/plain": { schema: {} } } } }))).toEqual([]);
  });
});

test("two templates that are one address are reported", async () => {
  const get = (operationId: string, name: string) => ({
    get: { operationId, parameters: [{ name, in: "path", required: true, schema: { type: "string" } }], responses: {} },
  });
  expect(await rules(api({ paths: { "/a/{id}": get("x", "id"), "/a/{name}": get("y", "name") } }))).toEqual([
    "duplicate-template: GET '/a/{name}' is the same address as '/a/{id}'; both are kept",
  ]);
});
