import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { loadContract } from "../../src/contract/index.ts";
import { api, contractOf, findingsOf, folder } from "./folder.ts";

const list = {
  type: "object",
  properties: { items: { type: "array", items: { $ref: "#/components/schemas/Pet" } }, total: { type: "integer" } },
};
const document = api({
  components: { schemas: { Pet: { type: "object", properties: { id: { type: "string" } } } } },
  servers: [{ url: "https://ignored.example" }],
  paths: {
    "/pets": {
      get: {
        operationId: "listPets",
        parameters: ["skip", "count", "after"].map((name) => ({ name, in: "query", schema: { type: "integer" } })),
        responses: { 200: { description: "ok", content: { "application/json": { schema: list } } } },
      },
      post: {
        operationId: "makePet",
        parameters: [{ name: "X-Once", in: "header", schema: { type: "string" } }],
        requestBody: { content: { "application/json": { schema: { $ref: "#/components/schemas/Pet" } } } },
        responses: { 201: { description: "ok" } },
      },
    },
    "/pets/search": {
      post: {
        operationId: "searchPets",
        requestBody: {
          content: { "application/json": { schema: { type: "object", properties: { skip: { type: "integer" } } } } },
        },
        responses: { 200: { description: "ok", content: { "application/json": { schema: list } } } },
      },
    },
  },
});

async function provided(yaml: string, strict = false) {
  const source = folder({ "openapi.json": document, "provider.yaml": yaml });
  return (await loadContract({ source, strict })).contract;
}

const good = `name: shop
package: "@acme/shop"
upstream: null
environments: { production: https://api.example/, sandbox: "http://127.0.0.1:1/v1" }
errorCode: [error.code]
requestId: [X-Request]
operations:
  GET /pets:
    name: pets.list
    flat: listPets
    pagination: { style: skip, offset: skip, limit: count, size: 10, items: items }
  post /pets:
    name: pets.create
    flat: createPet
    resend: throttled
    idempotency: { header: X-Once }
  POST /pets/search:
    name: pets.search
    flat: searchPets
    pagination: { style: offset, offset: skip, limit: skip, total: total, size: 10, items: items }
`;

describe("provider.yaml", () => {
  test("names everything and says what the document cannot", async () => {
    const contract = await provided(good, true);
    expect(contract).toMatchObject({
      name: "shop",
      packageName: "@acme/shop",
      environments: { production: "https://api.example", sandbox: "http://127.0.0.1:1/v1" },
      errorCode: ["error.code"],
      requestId: ["x-request"],
    });
    const [listing, making] = contract.operations;
    expect(listing).toMatchObject({
      flatName: "listPets",
      groupedName: ["pets", "list"],
      resend: "safe",
      idempotency: undefined,
      pagination: { style: "skip", offset: "skip", limit: "count", size: 10, items: "items" },
    });
    expect(making).toMatchObject({
      flatName: "createPet",
      groupedName: ["pets", "create"],
      resend: "throttled",
      idempotency: { header: "X-Once" },
      headerParameters: [],
    });
    expect(Object.keys(contract.environments)[0]).toBe("production");
  });

  test("takes an idempotency key in the body, and pages by cursor or offset", async () => {
    const body = await provided(good.replace("{ header: X-Once }", "{ body: id, prefix: pet_ }"));
    expect(body.operations[1]?.idempotency).toEqual({ body: "id", prefix: "pet_", with: {} });
    const cursor = await provided(
      good.replace(/pagination: .*/, "pagination: { style: cursor, cursor: after, last: id, items: items, size: 5 }"),
    );
    expect(cursor.operations[0]?.pagination).toEqual({
      style: "cursor",
      cursor: "after",
      last: "id",
      items: "items",
      size: 5,
    });
    const offset = await provided(good.replace(/style: skip/, "style: offset, total: total"));
    expect(offset.operations[0]?.pagination).toMatchObject({ style: "offset", total: "total" });
  });

  test("can be given for a file, and is looked for beside a folder's document only", async () => {
    const path = folder({ "a.json": document, "provider.yaml": good });
    const source = join(path, "a.json");
    expect((await loadContract({ source, strict: false })).contract.name).toBe("pets");
    expect((await loadContract({ source, strict: false, config: join(path, "provider.yaml") })).contract.name).toBe(
      "shop",
    );
  });

  test.each([
    ["a list instead of an object", "- a", 1, /must be an object/],
    ["a bad name", good.replace("shop", "Shop!"), 1, /'name' must be lower-case/],
    ["a bad package", good.replace("@acme/shop", "../shop"), 2, /'package' must be an npm package name/],
    [
      "an environment that is no URL",
      good.replace("https://api.example/", "ftp://x"),
      4,
      /'environments.production' must be an http\(s\) URL/,
    ],
    ["a text instead of a list", good.replace("[error.code]", "error.code"), 5, /'errorCode' must be a list of texts/],
    ["a header that none can be called", good.replace("[X-Request]", "[X Request]"), 6, /'requestId' must be names of/],
    [
      "an id for a field that takes no text",
      good.replace(
        "total: total, size: 10, items: items }",
        "total: total, size: 10, items: items }\n    idempotency: { body: skip }",
      ),
      21,
      /the field 'skip' takes none/,
    ],
    ["a key that is no operation", good.replace("GET /pets", "pets"), 8, /must be a method and a path/],
    ["a name that is no identifier", good.replace("pets.list", "pets.li-st"), 9, /must be identifiers/],
    ["a name that JavaScript needs", good.replace("pets.list", "pets.then"), 9, /must be identifiers/],
    ["a reserved function name", good.replace("flat: listPets", "flat: delete"), 10, /must be a function name/],
    ["the same name twice", good.replace("pets.create", "pets.list"), 12, /same 'name' as 'GET \/pets'/],
    ["an unknown resend", good.replace("throttled", "always"), 15, /must be one of safe, throttled, never/],
    [
      "an unknown pagination style",
      good.replace("style: skip", "style: pages"),
      11,
      /must be one of cursor, offset, page, skip/,
    ],
    ["a missing page size", good.replace("size: 10, ", ""), 11, /'operations.*pagination.size' is missing/],
    ["a page size that is none", good.replace("size: 10", "size: ten"), 11, /must be a whole number above 0/],
    [
      "idempotency of two kinds",
      good.replace("header: X-Once", "header: X-Once, body: id"),
      16,
      /must be 'none', \{ header \}/,
    ],
    ["a header that isn't declared", good.replace("X-Once }", "X-Twice }"), 16, /not a declared header parameter/],
    ["a body field that isn't there", good.replace("header: X-Once", "body: key"), 16, /the body has no field 'key'/],
    [
      "a query parameter that isn't there",
      good.replace("offset: skip", "offset: start"),
      11,
      /no query parameter 'start'/,
    ],
    [
      "a field of the body that isn't there",
      good.replace("limit: skip", "limit: count"),
      20,
      /the body has no field 'count'/,
    ],
    ["a list that isn't there", good.replace("items: items", "items: data.pets"), 11, /no list 'data.pets'/],
  ])("%s is an error at its line", async (_what, yaml, line, expected) => {
    const findings = await findingsOf(provided(yaml));
    expect(findings[0]?.message).toMatch(expected);
    expect(findings[0]).toMatchObject({ line, rule: "provider" });
    expect(findings[0]?.file).toMatch(/provider\.yaml$/);
  });

  test.each([
    ["an unknown key", good.replace("upstream", "upstraem"), "unknown-key"],
    ["an operation that the document lacks", good.replace("post /pets", "PUT /pets"), "unknown-operation"],
    ["an operation that it doesn't name", good.replace(/ {2}GET[\s\S]*(?= {2}post)/, ""), "unnamed-operation"],
  ])("%s is reported, and an error in strict mode", async (_what, yaml, rule) => {
    expect((await provided(yaml)).findings.map((finding) => finding.rule)).toContain(rule);
    expect((await findingsOf(provided(yaml, true))).map((finding) => finding.rule)).toContain(rule);
  });

  test("is not needed", async () => {
    const contract = await contractOf(document);
    expect(contract.environments).toEqual({ default: "https://ignored.example" });
    expect(contract.requestId).toContain("x-request-id");
  });
});
