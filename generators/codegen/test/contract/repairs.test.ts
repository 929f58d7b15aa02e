import { describe, expect, it } from "vitest";
import { loadContract } from "../../src/contract/index.ts";
import { api, contractOf, findingsOf, folder, part, withOperation } from "./folder.ts";

const answer = (schema: unknown): object => ({ description: "ok", content: { "application/json": { schema } } });
const schemas = (all: object): object => ({ components: { schemas: all } });
const answered = (schema: unknown, more: object = {}): Record<string, unknown> =>
  withOperation({ responses: { 200: answer(schema) } }, "/pets", "get", more);
const ref = (target: string): object => ({ $ref: target });

/** Rules and messages of what was repaired. */
async function repairsOf(document: unknown): Promise<string[]> {
  const { findings } = await contractOf(document);
  return findings.map(({ rule, message }) => `${rule}: ${message}`);
}

async function typeOfAnswer(document: Record<string, unknown>): Promise<unknown> {
  const contract = await contractOf(document);
  const schema = contract.operations[0]?.responses[0]?.schema as { $ref?: string; type?: string };
  return schema.$ref === undefined ? schema.type : part(contract, `${schema.$ref.slice(1)}/type`);
}

describe("a $ref that leads to nothing as it is written", () => {
  const list = { type: "array", items: { type: "object", properties: { id: { type: "integer" } } } };
  const composed = { allOf: [ref("#/components/schemas/Base")] };
  const base = { type: "object", properties: { id: { type: "integer" } } };
  it.each<[string, string, object]>([
    ["a property of a list's items", "#/components/schemas/Pets/properties/id", { Pets: list }],
    ["a property of a part of a composition", "#/components/schemas/Pet/properties/id", { Pet: composed, Base: base }],
    ["Swagger's place for schemas", "#/definitions/Id", { Id: { type: "integer" } }],
    ["another case", "#/components/schemas/id", { Id: { type: "integer" } }],
    ["a bare name", "Id", { Id: { type: "integer" } }],
  ])("is taken for %s", async (_, target, all) => {
    const document = answered(ref(target), schemas(all));
    expect(await typeOfAnswer(document)).toBe("integer");
    expect(await repairsOf(document)).toEqual([
      expect.stringMatching(/^loose-ref: .* leads to nothing; '#\/.*' is taken$/),
    ]);
  });

  it("leads into another operation's answer without a repair", async () => {
    const contract = await contractOf(
      api({
        paths: {
          "/a": { get: { operationId: "a", responses: { 200: answer({ type: "integer" }) } } },
          "/b": {
            get: {
              operationId: "b",
              responses: { 200: answer(ref("#/paths/~1a/get/responses/200/content/application~1json/schema")) },
            },
          },
        },
      }),
    );
    expect(contract.findings).toEqual([]);
    expect(contract.operations[1]?.responses[0]?.schema).toHaveProperty("$ref");
  });

  it("is refused where nothing like it is there, and in strict mode always", async () => {
    const path = folder({ "openapi.json": answered(ref("#/components/schemas/Dog"), schemas({ Pet: true })) });
    const found = await findingsOf(loadContract({ source: path, strict: false }));
    expect(found).toMatchObject([{ rule: "unresolved-ref" }]);
    const loose = folder({ "openapi.json": answered(ref("#/definitions/Pet"), schemas({ Pet: true })) });
    expect(await findingsOf(loadContract({ source: loose, strict: true, lint: false }))).toMatchObject([
      { rule: "loose-ref" },
    ]);
  });

  it("ends on schemas that contain themselves in many ways", async () => {
    const knot = { oneOf: [ref("#/components/schemas/Knot"), ref("#/components/schemas/Knot")] };
    const path = folder({
      "openapi.json": answered(ref("#/components/schemas/Knot/properties/id"), schemas({ Knot: knot })),
    });
    expect(await findingsOf(loadContract({ source: path, strict: false }))).toMatchObject([{ rule: "unresolved-ref" }]);
  });

  it("in a discriminator's mapping is left out", async () => {
    const pet = { type: "object", properties: { kind: { type: "string" } } };
    const mapping = { cat: "#/components/schemas/Cat", dog: "#/components/schemas/Dog" };
    const document = answered(
      { oneOf: [ref("#/components/schemas/Cat")], discriminator: { propertyName: "kind", mapping } },
      schemas({ Cat: pet }),
    );
    const contract = await contractOf(document);
    expect(contract.operations[0]?.responses[0]?.schema).toMatchObject({
      discriminator: { mapping: { cat: "#/components/schemas/Cat" } },
    });
    expect(await repairsOf(document)).toEqual([expect.stringContaining("mapping: ")]);
  });
});

describe("what Swagger 2.0 wrote otherwise, in an OpenAPI 3 document", () => {
  it("a type beside a parameter is its schema, and collectionFormat its style", async () => {
    const parameters = [
      { name: "limit", in: "query", type: "integer" },
      { name: "tags", in: "query", type: "array", items: { type: "string" }, collectionFormat: "csv" },
    ];
    const { operations, findings } = await contractOf(withOperation({ parameters }, "/pets", "get"));
    expect(operations[0]?.queryParameters).toMatchObject([
      { name: "limit", schema: { type: "integer" }, explode: true },
      { name: "tags", schema: { type: "array", items: { type: "string" } }, explode: false },
    ]);
    expect(findings.map(({ rule }) => rule)).toEqual(["swagger-leftover", "swagger-leftover"]);
  });

  it("a body among the parameters is the request body", async () => {
    const parameters = [{ name: "pet", in: "body", required: true, schema: ref("#/components/schemas/Pet") }];
    const { operations } = await contractOf(
      withOperation({ parameters }, "/pets", "post", schemas({ Pet: { type: "object" } })),
    );
    expect(operations[0]?.body).toMatchObject({
      required: true,
      contentType: "application/json",
      schema: ref("#/components/schemas/Pet"),
    });
  });

  it("a schema beside an answer is its JSON content", async () => {
    const { operations } = await contractOf(
      withOperation({ responses: { 200: { description: "ok", schema: { type: "integer" } } } }),
    );
    expect(operations[0]?.responses).toMatchObject([{ contentType: "application/json", schema: { type: "integer" } }]);
  });

  it("a file is binary text", async () => {
    const schema = { type: "object", properties: { photo: { type: "file" } } };
    const { operations } = await contractOf(
      withOperation({ requestBody: { content: { "multipart/form-data": { schema } } } }),
    );
    expect(operations[0]?.body?.schema).toMatchObject({ properties: { photo: { type: "string", format: "binary" } } });
  });
});

describe("a brace in a path that is no parameter's", () => {
  it.each([
    ["/pets/{id", "/pets/%7Bid"],
    ["/pets/id}", "/pets/id%7D"],
    ["/pets/{}", "/pets/%7B%7D"],
    ["/pets/{p{id}}", "/pets/%7Bp{id}%7D"],
  ])("is text: %s", async (path, expected) => {
    const contract = await contractOf(api({ paths: { [path]: { get: { operationId: "x", responses: {} } } } }));
    expect(contract.operations.map((operation) => operation.path)).toEqual([expected]);
    expect(contract.findings.map(({ message }) => message)).toContain(
      `path '${path}' has a brace that is no parameter's; '${expected}' is read`,
    );
  });
});

describe("a path without its slash", () => {
  it("gets it, in the document too", async () => {
    const contract = await contractOf(withOperation({}, "pets/{id}"));
    expect(contract.operations[0]?.path).toBe("/pets/{id}");
    expect(Object.keys(contract.document["paths"] as object)).toEqual(["/pets/{id}"]);
    expect(contract.findings.map(({ rule }) => rule)).toContain("path");
  });

  it("is left out where there is one with it", async () => {
    const operation = { get: { operationId: "a", responses: {} } };
    const contract = await contractOf(api({ paths: { "/pets": operation, pets: operation } }));
    expect(contract.operations.map(({ path }) => path)).toEqual(["/pets"]);
  });
});
