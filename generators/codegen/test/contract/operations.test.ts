import { describe, expect, test } from "vitest";
import type { Operation } from "../../src/contract/index.ts";
import { api, contractOf, part, withOperation } from "./folder.ts";

async function operation(
  more: object,
  path = "/pets",
  method = "post",
  rest: object = {},
): Promise<Operation & { rules: string[] }> {
  const contract = await contractOf(withOperation(more, path, method, rest));
  const found = contract.operations[0];
  if (found === undefined) throw new Error("no operation");
  return { ...found, rules: contract.findings.map(({ rule }) => rule) };
}

const text = { type: "string" };
const parameter = (name: string, place: string, more: object = {}) => ({ name, in: place, schema: text, ...more });

describe("parameters", () => {
  test("of a path are in the template's order, whatever the document's", async () => {
    const found = await operation({ parameters: [parameter("b", "path"), parameter("a", "path")] }, "/x/{a}/{b}");
    expect(found.pathParameters.map(({ name, required }) => [name, required])).toEqual([
      ["a", true],
      ["b", true],
    ]);
  });

  test("of a path that nobody declares are texts, in the document too", async () => {
    const contract = await contractOf(withOperation({}, "/x/{a}"));
    expect(contract.operations[0]?.pathParameters[0]).toMatchObject({ name: "a", schema: text });
    expect(part(contract, "/paths/~1x~1{a}/post/parameters/0")).toEqual({ ...parameter("a", "path"), required: true });
    expect(contract.findings.map(({ rule }) => rule)).toEqual(["undeclared-path-parameter"]);
  });

  test("of a path that the template lacks are left out", async () => {
    const found = await operation({ parameters: [parameter("ghost", "path")] });
    expect(found.pathParameters).toEqual([]);
    expect(found.rules).toEqual(["unused-path-parameter"]);
  });

  test("of the operation replace those of the path item", async () => {
    const contract = await contractOf(
      api({
        paths: {
          "/pets": {
            parameters: [parameter("a", "query"), parameter("b", "query")],
            get: { operationId: "x", parameters: [parameter("a", "query", { required: true })], responses: {} },
          },
        },
      }),
    );
    expect(contract.operations[0]?.queryParameters.map(({ name, required }) => [name, required])).toEqual([
      ["a", true],
      ["b", false],
    ]);
  });

  test("have the style and explode of their place unless they say otherwise", async () => {
    const found = await operation(
      {
        parameters: [
          parameter("id", "path"),
          parameter("q", "query"),
          parameter("expand[]", "query"),
          parameter("list", "query", { explode: false }),
          parameter("deep", "query", { style: "deepObject" }),
          parameter("pipes", "query", { style: "pipeDelimited", allowReserved: true }),
          parameter("odd", "query", { style: "matrix" }),
          parameter("X-One", "header"),
          parameter("session", "cookie"),
        ],
      },
      "/x/{id}",
    );
    const all = [
      ...found.pathParameters,
      ...found.queryParameters,
      ...found.headerParameters,
      ...found.cookieParameters,
    ];
    expect(all.map(({ name, style, explode, allowReserved }) => [name, style, explode, allowReserved])).toEqual([
      ["id", "simple", false, false],
      ["q", "form", true, false],
      ["expand[]", "form", true, false],
      ["list", "form", false, false],
      ["deep", "deepObject", true, false],
      ["pipes", "pipeDelimited", false, true],
      ["odd", "form", true, false],
      ["X-One", "simple", false, false],
      ["session", "form", true, false],
    ]);
    expect(found.rules).toEqual(["parameter-style"]);
  });

  test("with content are JSON text", async () => {
    const found = await operation({
      parameters: [{ name: "f", in: "query", content: { "application/json": { schema: { type: "object" } } } }],
    });
    expect(found.queryParameters[0]).toMatchObject({ json: true, schema: { type: "object" } });
  });

  test("that the client fills in itself are not asked for", async () => {
    const found = await operation(
      {
        parameters: ["accept", "Content-Type", "AUTHORIZATION", "Api-Key", "X-Own"]
          .map((name) => parameter(name, "header"))
          .concat(parameter("token", "query")),
      },
      "/pets",
      "post",
      {
        components: {
          securitySchemes: {
            a: { type: "apiKey", in: "header", name: "api-key" },
            b: { type: "apiKey", in: "query", name: "token" },
          },
        },
      },
    );
    expect(found.headerParameters.map(({ name }) => name)).toEqual(["X-Own"]);
    expect(found.queryParameters).toEqual([]);
  });
});

describe("bodies and answers", () => {
  const body = (...types: string[]) => ({
    requestBody: { content: Object.fromEntries(types.map((type) => [type, { schema: text }])) },
  });

  test.each([
    [["application/xml", "application/json"], "application/json"],
    [["multipart/form-data", "application/vnd.api+json"], "application/vnd.api+json"],
    [["text/plain", "multipart/form-data", "application/x-www-form-urlencoded"], "application/x-www-form-urlencoded"],
    [["application/octet-stream", "text/csv"], "text/csv"],
    [["application/xml"], "application/xml"],
    [["*/*"], "application/json"],
    [["application/json;charset=utf-8"], "application/json;charset=utf-8"],
    [["evil/type\r\nX-Injected: 1", "text/plain"], "text/plain"],
  ])("of %j the client sends %s", async (types, expected) => {
    expect((await operation(body(...types))).body?.contentType).toBe(expected);
  });

  test("a GET has none", async () => {
    const found = await operation(body("application/json"), "/pets", "get");
    expect(found.body).toBeUndefined();
    expect(found.rules).toEqual(["body-not-allowed"]);
  });

  test("statuses are normal, and what is none is left out", async () => {
    const found = await operation({
      responses: {
        204: { description: "" },
        "4xx": { description: "" },
        Default: { description: "" },
        ok: { description: "" },
      },
    });
    expect(found.responses.map(({ status }) => status)).toEqual(["204", "4XX", "default"]);
    expect(found.rules).toEqual(["response-status"]);
  });

  test("an answer's media type is JSON where it is offered", async () => {
    const content = { "text/html": { schema: text }, "application/json": { schema: { type: "object" } } };
    const found = await operation({ responses: { 200: { description: "", content }, 202: { description: "" } } });
    expect(found.responses.map(({ contentType, schema }) => [contentType, schema])).toEqual([
      ["application/json", { type: "object" }],
      [undefined, undefined],
    ]);
  });
});

describe("security", () => {
  const schemes = {
    basic: { type: "http", scheme: "Basic" },
    digest: { type: "http", scheme: "digest" },
    oidc: { type: "openIdConnect", openIdConnectUrl: "https://x.example" },
    tls: { type: "mutualTLS" },
    evil: { type: "apiKey", in: "header", name: "a\r\nb" },
  };
  const components = { components: { securitySchemes: schemes } };

  test("schemes are what the runtime knows, or need a signer", async () => {
    const contract = await contractOf(withOperation({}, "/pets", "post", components));
    expect(contract.securitySchemes).toEqual({
      basic: { type: "basic" },
      digest: { type: "signer" },
      oidc: { type: "bearer" },
      tls: { type: "signer" },
      evil: { type: "signer" },
    });
    expect(contract.findings.map(({ rule }) => rule)).toEqual(["security-scheme"]);
  });

  test.each([
    ["nothing said", {}, [[]]],
    ["the document's", {}, [["basic"]], { security: [{ basic: [] }] }],
    [
      "the operation's own",
      { security: [{ oidc: [], tls: [] }, {}] },
      [["oidc", "tls"], []],
      { security: [{ basic: [] }] },
    ],
    ["none wanted", { security: [] }, [[]], { security: [{ basic: [] }] }],
    ["an undeclared alternative", { security: [{ ghost: [] }, { basic: [] }] }, [["basic"]]],
  ])("of an operation: %s", async (_what, own, expected, root: object = {}) => {
    expect((await operation(own, "/pets", "post", { ...components, ...root })).security).toEqual(expected);
  });
});

test("servers become environments: variables filled in, what isn't a base URL left out", async () => {
  const contract = await contractOf(
    api({
      servers: [
        {
          url: "https://{region}.api.example:{port}/v1/",
          variables: { region: { default: "eu" }, port: { default: 8443 } },
        },
        { url: "https://sandbox.example", description: "Sandbox" },
        { url: "https://other.example" },
        { url: "https://{ghost}.example" },
        { url: "javascript:alert(1)" },
        { url: "https://user:pass@x.example" },
        { url: "/relative" },
      ],
    }),
  );
  expect(contract.environments).toEqual({
    default: "https://eu.api.example:8443/v1",
    sandbox: "https://sandbox.example",
    default2: "https://other.example",
  });
  expect(contract.findings.map(({ rule }) => rule)).toEqual(["server", "server", "server"]);
});

test("only GET and HEAD are safe to resend", async () => {
  expect((await operation({}, "/a", "get")).resend).toBe("safe");
  expect((await operation({}, "/a", "put")).resend).toBe("never");
});
