import { writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ContractError, loadContract } from "../../src/contract/index.ts";
import { folder } from "./folder.ts";

const schema = {
  type: "object",
  required: ["a"],
  properties: {
    a: { type: "string", format: "date", enum: ["2020-01-01"], nullable: true, example: "2020-01-01", pattern: "x" },
    b: { allOf: [{ $ref: "#/components/schemas/B" }] },
    c: { type: "array", items: { type: "integer", minimum: 1, exclusiveMinimum: true } },
    d: {
      oneOf: [{ $ref: "#/components/schemas/B" }],
      discriminator: { propertyName: "k", mapping: { b: "#/components/schemas/B" } },
    },
  },
  additionalProperties: { type: "string" },
};
const media = { content: { "application/json": { schema, examples: { e: { $ref: "#/components/examples/E" } } } } };
const openapi = {
  openapi: "3.0.3",
  info: { title: "t", version: "1", description: "d" },
  servers: [{ url: "https://{a}.x", variables: { a: { default: "b" } } }],
  security: [{ k: [] }],
  paths: {
    "/a/{id}": {
      parameters: [{ name: "id", in: "path", required: true, schema: { type: "string" }, example: "x" }],
      post: {
        operationId: "op",
        tags: ["t"],
        externalDocs: { url: "u" },
        parameters: [
          { $ref: "#/components/parameters/P" },
          { name: "q", in: "query", content: { "application/json": { schema } } },
        ],
        requestBody: { required: true, ...media },
        responses: {
          200: { description: "d", headers: { H: { schema: { type: "string" } } }, ...media },
          default: { $ref: "#/components/responses/R" },
        },
        callbacks: { cb: { "{$request.body}": { post: { responses: {} } } } },
      },
    },
  },
  webhooks: { w: { post: { requestBody: media, responses: {} } } },
  components: {
    schemas: { B: { type: "object" } },
    parameters: { P: { name: "p", in: "header", schema: { type: "string" } } },
    responses: { R: { description: "r" } },
    examples: { E: { value: {} } },
    securitySchemes: { k: { type: "apiKey", in: "header", name: "K" } },
  },
};
const swagger = {
  swagger: "2.0",
  info: { title: "t", version: "1" },
  host: "h",
  basePath: "/v",
  schemes: ["https"],
  consumes: ["application/json"],
  securityDefinitions: { k: { type: "oauth2", flow: "implicit", authorizationUrl: "u", scopes: { a: "b" } } },
  parameters: {
    P: { name: "p", in: "body", schema: { $ref: "#/definitions/B" } },
    Q: { name: "q", in: "query", type: "array", items: { type: "string" }, collectionFormat: "multi" },
  },
  responses: {
    R: {
      description: "r",
      schema: { type: "file" },
      examples: { "application/json": 1 },
      headers: { H: { type: "string" } },
    },
  },
  definitions: {
    B: { type: "object", discriminator: "k" },
    C: { "x-ms-discriminator-value": "c", allOf: [{ $ref: "#/definitions/B" }] },
  },
  paths: {
    "/a/{id}": {
      parameters: [{ name: "id", in: "path", required: true, type: "string" }, { $ref: "#/parameters/Q" }],
      post: {
        operationId: "a",
        produces: ["x/y"],
        parameters: [{ $ref: "#/parameters/P" }],
        responses: { default: { $ref: "#/responses/R" } },
      },
      put: {
        parameters: [{ name: "f", in: "formData", type: "file" }],
        responses: { 200: { description: "d", schema: { $ref: "#/definitions/B" } } },
      },
    },
  },
};

function slots(value: unknown, path: readonly string[] = []): (readonly string[])[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [[...path, key], ...slots(inner, [...path, key])]);
}

const junk = fc.oneof(
  fc.constantFrom<unknown>(
    { $ref: "#" },
    { $ref: "#/info" },
    { $ref: "file:///etc/passwd" },
    [null],
    [[]],
    { a: null },
    "__proto__",
  ),
  fc.jsonValue({ maxDepth: 2 }),
);

describe.each([
  ["OpenAPI 3.0", openapi],
  ["OpenAPI 3.1", { ...openapi, openapi: "3.1.0" }],
  ["Swagger 2.0", swagger],
])("%s with anything in one slot", (_version, base) => {
  test("becomes a contract or a ContractError, and no ref leads out of the contract", async () => {
    const source = join(folder({ "openapi.json": base }), "openapi.json");
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...slots(base)), junk, async (slot, value) => {
        const document = JSON.parse(JSON.stringify(base));
        const holder = slot.slice(0, -1).reduce((at, key) => at[key], document);
        holder[slot.at(-1) ?? ""] = value;
        writeFileSync(source, JSON.stringify(document));
        try {
          const { contract } = await loadContract({ source, strict: false, lint: true });
          expect(JSON.stringify(contract.document)).not.toMatch(/"\$ref":"(?!#\/components\/)/);
        } catch (error) {
          expect(error).toBeInstanceOf(ContractError);
        }
      }),
      { numRuns: 150 },
    );
  }, 60_000);
});
