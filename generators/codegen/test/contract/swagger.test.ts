import { describe, expect, test } from "vitest";
import { contractOf, part } from "./folder.ts";

function swagger(operation: object, more: object = {}, item: object = {}): object {
  return {
    swagger: "2.0",
    info: { title: "Pets", version: "1" },
    paths: {
      "/pets": { post: { operationId: "act", responses: { 200: { description: "ok" } }, ...operation }, ...item },
    },
    ...more,
  };
}

describe("Swagger 2.0", () => {
  test("host, basePath and schemes are the base URL, https where there is a choice", async () => {
    const contract = await contractOf(
      swagger({}, { host: "api.example", basePath: "/v1", schemes: ["http", "https", "wss"] }),
    );
    expect(contract.environments).toEqual({ default: "https://api.example/v1" });
    expect((await contractOf(swagger({}, { host: "api.example" }))).environments).toEqual({
      default: "https://api.example",
    });
  });

  test("a body parameter is the body, in the media type that the operation consumes", async () => {
    const contract = await contractOf(
      swagger(
        {
          consumes: ["application/json"],
          parameters: [{ in: "body", name: "pet", required: true, schema: { $ref: "#/definitions/Pet" } }],
        },
        { definitions: { Pet: { type: "object", properties: { name: { type: "string", "x-nullable": true } } } } },
      ),
    );
    expect(contract.operations[0]?.body).toEqual({
      required: true,
      description: undefined,
      contentType: "application/json",
      schema: { $ref: "#/components/schemas/Pet" },
      encoding: {},
    });
    expect(part(contract, "/components/schemas/Pet/properties/name")).toEqual({ type: ["string", "null"] });
  });

  test("a shared body parameter is found through its ref, and on the path", async () => {
    const body = { in: "body", name: "pet", schema: { type: "object" } };
    const byRef = await contractOf(
      swagger({ parameters: [{ $ref: "#/parameters/Pet" }] }, { parameters: { Pet: body } }),
    );
    const byPath = await contractOf(swagger({}, {}, { parameters: [body] }));
    for (const contract of [byRef, byPath]) {
      expect(contract.operations[0]?.body?.schema).toEqual({ type: "object" });
      expect(contract.findings).toEqual([]);
    }
  });

  test.each([
    ["form fields", [{ in: "formData", name: "a", type: "string" }], undefined, "application/x-www-form-urlencoded"],
    [
      "form fields of a JSON API",
      [{ in: "formData", name: "a", type: "string" }],
      ["application/json"],
      "application/x-www-form-urlencoded",
    ],
    [
      "a file",
      [{ in: "formData", name: "a", type: "file" }],
      ["application/x-www-form-urlencoded"],
      "multipart/form-data",
    ],
  ])("%s become a form", async (_what, parameters, consumes, contentType) => {
    const contract = await contractOf(swagger({ parameters, ...(consumes === undefined ? {} : { consumes }) }));
    expect(contract.operations[0]?.body?.contentType).toBe(contentType);
    expect(contract.operations[0]?.body?.schema).toMatchObject({
      type: "object",
      properties: { a: { type: "string" } },
    });
  });

  test("a file as an answer is bytes", async () => {
    const contract = await contractOf(swagger({ responses: { 200: { description: "ok", schema: { type: "file" } } } }));
    expect(contract.operations[0]?.responses[0]?.contentType).toBe("application/octet-stream");
  });

  test("lists in the query keep their format", async () => {
    const parameter = (name: string, collectionFormat?: string) => ({
      in: "query",
      name,
      type: "array",
      items: { type: "string" },
      ...(collectionFormat === undefined ? {} : { collectionFormat }),
    });
    const contract = await contractOf(
      swagger({ parameters: [parameter("a"), parameter("b", "multi"), parameter("c", "pipes")] }),
    );
    expect(contract.operations[0]?.queryParameters.map(({ style, explode }) => [style, explode])).toEqual([
      ["form", false],
      ["form", true],
      ["pipeDelimited", false],
    ]);
  });

  test("security definitions are schemes", async () => {
    const contract = await contractOf(
      swagger(
        { security: [{ login: [] }, { key: [], token: ["read"] }] },
        {
          securityDefinitions: {
            login: { type: "basic" },
            key: { type: "apiKey", in: "query", name: "k" },
            token: { type: "oauth2", flow: "implicit", authorizationUrl: "https://x.example", scopes: { read: "" } },
          },
        },
      ),
    );
    expect(contract.securitySchemes).toEqual({
      login: { type: "basic" },
      key: { type: "apiKey", in: "query", name: "k" },
      token: { type: "bearer" },
    });
    expect(contract.operations[0]?.security).toEqual([["login"], ["key", "token"]]);
  });

  test.each([
    ["an extension without a value", swagger({}, {}, { "x-note": null })],
    ["a parameter without a place", swagger({ parameters: [{ name: "a" }, null, 3] })],
    ["answers without content", swagger({ responses: { 200: null } })],
    ["lists that are none", swagger({ consumes: "application/json" }, { schemes: "https", produces: 3 })],
  ])("%s is survived", async (_what, document) => {
    expect((await contractOf(document)).operations).toHaveLength(1);
  });
});
