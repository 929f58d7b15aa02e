import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { type Contract, loadContract } from "../../src/contract/index.ts";
import { api, contractOf, findingsOf, folder, part, withOperation } from "./folder.ts";

async function bundled(files: Record<string, unknown>, allowRefs: readonly string[] = []) {
  const { contract, files: read } = await loadContract({ source: folder(files), strict: false, allowRefs });
  return { contract, schemas: part(contract, "/components/schemas") ?? {}, read };
}

const answer = (schema: unknown) => ({ 200: { description: "ok", content: { "application/json": { schema } } } });

function schemaOf(contract: Contract, path = "/pets"): Record<string, unknown> {
  const pointer = `/paths/${path.replaceAll("/", "~1")}/get/responses/200/content/application~1json/schema`;
  return part(contract, pointer) as Record<string, unknown>;
}

function targetOf(contract: Contract, ref: unknown): unknown {
  expect(ref).toMatch(/^#\/components\/schemas\/[\w.-]+$/);
  return part(contract, String(ref).slice(1));
}

describe("refs between files", () => {
  test("become components, named by their last pointer segment or their file", async () => {
    const { contract, schemas } = await bundled({
      "openapi.json": api({
        paths: {
          "/pets": { get: { operationId: "a", responses: answer({ $ref: "./schemas/common.yaml#/Money" }) } },
          "/dogs": { get: { operationId: "b", responses: answer({ $ref: "schemas/dog.yaml" }) } },
        },
      }),
      "schemas/common.yaml": "Money: { type: integer }\n",
      "schemas/dog.yaml":
        "type: object\nproperties:\n  price: { $ref: './common.yaml#/Money' }\n  puppy: { $ref: '#' }\n",
    });
    expect(schemaOf(contract)).toEqual({ $ref: "#/components/schemas/Money" });
    expect(schemas).toEqual({
      Money: { type: "integer" },
      dog: {
        type: "object",
        properties: { price: { $ref: "#/components/schemas/Money" }, puppy: { $ref: "#/components/schemas/dog" } },
      },
    });
  });

  test("keep the name that the root gives a file", async () => {
    const { contract, schemas } = await bundled({
      "openapi.json": withOperation({ responses: answer({ $ref: "./order.json" }) }, "/pets", "get", {
        components: { schemas: { PurchaseOrder: { $ref: "./order.json" } } },
      }),
      "order.json": {
        type: "object",
        properties: { parent: { $ref: "openapi.json#/components/schemas/PurchaseOrder" } },
      },
    });
    expect(schemaOf(contract)).toEqual({ $ref: "#/components/schemas/PurchaseOrder" });
    expect(schemas).toEqual({
      PurchaseOrder: { type: "object", properties: { parent: { $ref: "#/components/schemas/PurchaseOrder" } } },
    });
  });

  test("two targets of one name get numbers, in the order in which they are met", async () => {
    const { schemas } = await bundled({
      "openapi.json": withOperation(
        { responses: answer({ oneOf: [{ $ref: "a.json#/Item" }, { $ref: "b.json#/Item" }] }) },
        "/pets",
        "get",
        {
          components: { schemas: { Item: { type: "null" } } },
        },
      ),
      "a.json": { Item: { type: "string" } },
      "b.json": { Item: { type: "number" } },
    });
    expect(schemas).toEqual({ Item: { type: "null" }, Item_2: { type: "string" }, Item_3: { type: "number" } });
  });

  test("path items are inlined, each relative to its own file, and findings name that file", async () => {
    const { contract } = await bundled({
      "openapi.json": api({ paths: { "/pets/{id}": { $ref: "paths/pets.yaml#/one" } } }),
      "paths/pets.yaml":
        "one:\n  get:\n    operationId: getPet\n    responses:\n      200: { $ref: '../answers.yaml#/Pet' }\n",
      "answers.yaml": "Pet:\n  description: a pet\n  content: { application/json: { schema: { type: object } } }\n",
    });
    expect(contract.operations[0]?.responses[0]?.description).toBe("a pet");
    expect(contract.findings[0]).toMatchObject({ rule: "undeclared-path-parameter", line: 2 });
    expect(contract.findings[0]?.file).toMatch(/paths\/pets\.yaml$/);
  });

  test("chains of refs are followed to their end", async () => {
    const { contract } = await bundled({
      "openapi.json": withOperation({ responses: answer({ $ref: "a.json#/X" }) }, "/pets", "get"),
      "a.json": { X: { $ref: "b.json#/Y" } },
      "b.json": { Y: { $ref: "#/Z" }, Z: { type: "boolean" } },
    });
    expect(schemaOf(contract)).toEqual({ $ref: "#/components/schemas/Z" });
  });

  test("every file that was read is listed", async () => {
    const { read } = await bundled({
      "openapi.json": withOperation({ responses: answer({ $ref: "a.json" }) }),
      "a.json": { type: "string" },
    });
    expect(read.map((file) => file.split("/").at(-1))).toContain("a.json");
  });
});

describe("refs inside a document", () => {
  test("into paths are lifted into components", async () => {
    const contract = await contractOf(
      api({
        paths: {
          "/pets": {
            get: { operationId: "a", responses: answer({ type: "object", properties: { tag: { type: "string" } } }) },
          },
          "/dogs": {
            get: {
              operationId: "b",
              responses: answer({ $ref: "#/paths/~1pets/get/responses/200/content/application~1json/schema" }),
            },
          },
        },
      }),
    );
    const { $ref } = schemaOf(contract, "/dogs");
    expect(targetOf(contract, $ref)).toMatchObject({ properties: { tag: { type: "string" } } });
  });

  test("onto a property, with escapes and percent signs, are lifted too", async () => {
    const { contract } = await bundled({
      "openapi.json": withOperation(
        { responses: answer({ $ref: "#/components/schemas/A/properties/x~1y%20z" }) },
        "/pets",
        "get",
        {
          components: { schemas: { A: { type: "object", properties: { "x/y z": { type: "integer" } } } } },
        },
      ),
    });
    const { $ref } = schemaOf(contract);
    expect(targetOf(contract, $ref)).toEqual({ type: "integer" });
  });

  test("keep what stands beside them, as OpenAPI 3.1 says", async () => {
    const { contract } = await bundled({
      "openapi.json": withOperation(
        { responses: answer({ $ref: "#/components/schemas/A", description: "mine" }) },
        "/pets",
        "get",
        {
          components: { schemas: { A: { type: "string" } } },
        },
      ),
    });
    expect(schemaOf(contract)).toEqual({ $ref: "#/components/schemas/A", description: "mine" });
  });

  test("to components with odd names lead to names that every tool takes", async () => {
    const { contract } = await bundled({
      "openapi.json": withOperation(
        { responses: answer({ $ref: "#/components/schemas/Page%C2%ABPet%C2%BB" }) },
        "/pets",
        "get",
        {
          components: { schemas: { "Page«Pet»": { type: "string" } } },
        },
      ),
    });
    expect(schemaOf(contract)).toEqual({ $ref: "#/components/schemas/Page_Pet" });
    expect(part(contract, "/components/schemas")).toEqual({ Page_Pet: { type: "string" } });
    expect(contract.findings[0]?.rule).toBe("component-name");
  });

  test("in a discriminator's mapping are bundled", async () => {
    const { contract } = await bundled({
      "openapi.json": withOperation(
        {
          responses: answer({
            oneOf: [{ $ref: "dog.json" }],
            discriminator: { propertyName: "kind", mapping: { dog: "dog.json" } },
          }),
        },
        "/pets",
        "get",
      ),
      "dog.json": { type: "object" },
    });
    expect(schemaOf(contract)).toMatchObject({ discriminator: { mapping: { dog: "#/components/schemas/dog" } } });
  });

  test("in payloads are never followed, and don't reach tools that would", async () => {
    const payload = { $ref: "file:///etc/passwd", a: 1 };
    const left = { a: 1 };
    const { contract } = await bundled({
      "openapi.json": withOperation(
        {
          "x-payload": payload,
          responses: {
            200: {
              description: "ok",
              content: {
                "application/json": {
                  schema: {
                    default: payload,
                    enum: [payload],
                    const: payload,
                    examples: [payload],
                    properties: { $ref: { type: "string" } },
                  },
                  examples: { one: { value: payload } },
                },
              },
            },
          },
        },
        "/pets",
        "get",
      ),
    });
    expect(part(contract, "/paths/~1pets/get/responses/200/content/application~1json")).toEqual({
      schema: { default: left, enum: [left], const: left, examples: [left], properties: { $ref: { type: "string" } } },
      examples: { one: { value: left } },
    });
    expect(part(contract, "/paths/~1pets/get/x-payload")).toEqual(left);
    expect(new Set(contract.findings.map(({ rule }) => rule))).toEqual(new Set(["payload-ref"]));
  });

  test("lead through other refs to what is inside their targets", async () => {
    const { contract } = await bundled({
      "openapi.json": withOperation(
        { responses: answer({ $ref: "#/components/schemas/Alias/properties/name" }) },
        "/pets",
        "get",
        {
          components: { schemas: { Alias: { $ref: "pet.json" } } },
        },
      ),
      "pet.json": { type: "object", properties: { name: { type: "string" } } },
    });
    expect(targetOf(contract, schemaOf(contract)["$ref"])).toEqual({ type: "string" });
  });

  test("that stand where OpenAPI has none are written out and reported", async () => {
    const { contract, schemas } = await bundled({
      "openapi.json": api({ paths: { $ref: "paths.json" }, components: { schemas: { $ref: "schemas.json" } } }),
      "paths.json": {
        "/pets": { get: { operationId: "a", responses: answer({ $ref: "openapi.json#/components/schemas/Pet" }) } },
      },
      "schemas.json": { Pet: { type: "object", properties: { $ref: "#/Shared" } }, Shared: { a: { type: "string" } } },
    });
    expect(contract.operations.map(({ path }) => path)).toEqual(["/pets"]);
    expect(schemas).toMatchObject({ Pet: { type: "object", properties: { a: { type: "string" } } } });
    expect(new Set(contract.findings.map(({ rule }) => rule))).toEqual(new Set(["ref-place"]));
  });

  test("may form cycles", async () => {
    const contract = await contractOf(
      withOperation({ responses: answer({ $ref: "#/components/schemas/Node" }) }, "/pets", "get", {
        components: {
          schemas: { Node: { type: "object", properties: { next: { $ref: "#/components/schemas/Node" } } } },
        },
      }),
    );
    expect(contract.operations).toHaveLength(1);
  });
});

describe("refs that are refused", () => {
  async function refusal($ref: string, prepare: (path: string) => void = () => {}, allowRefs: readonly string[] = []) {
    const path = folder({
      "spec/openapi.json": withOperation({ responses: answer({ $ref }) }),
      "outside.json": { type: "string" },
    });
    prepare(path);
    const findings = await findingsOf(loadContract({ source: join(path, "spec"), strict: false, allowRefs }));
    return findings.map(({ rule, message, line }) => `${rule} ${line}: ${message}`).join("\n");
  }

  test.each([
    ["the network", "https://x.example/a.json", /refused-ref 17: .*--allow-ref https:\/\/x\.example/],
    ["a protocol-relative address", "//x.example/a.json", /refused-ref/],
    ["a folder above", "../outside.json", /outside the document's folder/],
    ["an encoded folder above", "%2e%2e/outside.json", /outside the document's folder/],
    ["an absolute path", "/etc/passwd", /outside the document's folder/],
    ["a file URL", "file:///etc/passwd", /outside the document's folder/],
    ["a data URL", "data:application/json,{}", /refs to 'data:' are refused/],
    ["a missing file", "gone.json", /there is no such file/],
    ["a folder", ".", /refused-ref/],
    ["a missing target", "#/components/schemas/Gone", /unresolved-ref 17: .*leads to nothing in this file/],
    ["a prototype member", "#/constructor", /unresolved-ref/],
    ["a broken escape", "#/%zz", /invalid-ref/],
    ["an anchor", "#pet", /invalid-ref/],
    ["its own inside", "#/paths/~1pets/post/responses/200/content/application~1json/schema/x", /unresolved-ref/],
    ["text as a target", "#/info/title", /leads to something that is not a schema/],
  ])("%s", async (_what, ref, expected) => {
    expect(await refusal(ref)).toMatch(expected);
  });

  test("a link out of the folder", async () => {
    const found = await refusal("inside.json", (path) =>
      symlinkSync(join(path, "outside.json"), join(path, "spec/inside.json")),
    );
    expect(found).toMatch(/outside the document's folder/);
  });

  test("a linked folder", async () => {
    const found = await refusal("in/secret.json", (path) => {
      mkdirSync(join(path, "far"));
      writeFileSync(join(path, "far/secret.json"), "{}");
      symlinkSync(join(path, "far"), join(path, "spec/in"));
    });
    expect(found).toMatch(/outside the document's folder/);
  });

  test("aliases that only point at each other", async () => {
    const findings = await findingsOf(
      contractOf(
        api({
          components: { schemas: { A: { $ref: "#/components/schemas/B" }, B: { $ref: "#/components/schemas/A" } } },
        }),
      ),
    );
    expect(findings[0]?.rule).toBe("circular-ref");
  });

  test("a pointer into what only leads to itself has an end", async () => {
    const loops = { "#/components/schemas/A": "A itself", "#/components/schemas/B": "A and B, in turn" };
    for (const [ref, what] of Object.entries(loops)) {
      const schemas = {
        A: { $ref: ref, type: "object" },
        B: { $ref: "#/components/schemas/A", type: "object" },
        C: { $ref: "#/components/schemas/A/properties/a" },
      };
      const findings = await findingsOf(contractOf(api({ openapi: "3.1.0", components: { schemas } })));
      expect(
        findings.map(({ rule }) => rule),
        what,
      ).toContain("unresolved-ref");
    }
  });

  test("an allowed folder and an allowed origin are read", async () => {
    const server = createServer((_request, response) => void response.end('{"type":"integer"}'));
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    onTestFinished(() => void server.close());
    const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const path = folder({
      "spec/openapi.json": withOperation({
        responses: answer({ oneOf: [{ $ref: "../shared/a.json" }, { $ref: `${origin}/b.json` }] }),
      }),
      "shared/a.json": { type: "string" },
    });
    const { contract } = await loadContract({
      source: join(path, "spec"),
      strict: false,
      allowRefs: [join(path, "shared"), origin],
    });
    expect(part(contract, "/components/schemas")).toEqual({ a: { type: "string" }, b: { type: "integer" } });
  });

  test("a redirect away from an allowed origin is not followed", async () => {
    const server = createServer(
      (_request, response) => void response.writeHead(302, { location: "http://127.0.0.1:9/" }).end(),
    );
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    onTestFinished(() => void server.close());
    const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    expect(await refusal(`${origin}/a.json`, undefined, [origin])).toMatch(/redirects to .* not allowed/);
  });
});

test("what is malformed is left out and reported", async () => {
  const contract = await contractOf(
    api({
      paths: {
        "/pets": {
          parameters: "x",
          get: { operationId: "a", parameters: [null], responses: { 200: null, 400: { description: "bad" } } },
        },
      },
    }),
  );
  expect(contract.operations[0]?.responses.map(({ status }) => status)).toEqual(["400"]);
  expect(new Set(contract.findings.map(({ rule }) => rule))).toEqual(new Set(["malformed"]));
});
