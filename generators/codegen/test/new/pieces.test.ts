import { mkdir, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Contract, Json } from "../../src/contract/contract.ts";
import { loadContract } from "../../src/contract/index.ts";
import { credentialFields, needsSigner } from "../../src/new/credentials.ts";
import { completeExamples } from "../../src/new/examples.ts";
import { mend } from "../../src/new/mend.ts";
import { draftNames } from "../../src/new/names.ts";
import { textFor } from "../../src/new/pattern-text.ts";
import { untested } from "../../src/new/untested.ts";
import { stageFolders } from "../../src/new/write.ts";
import { emptyFolder } from "../cli/run.ts";

describe("a text for a pattern", () => {
  it.each([
    ["^[A-Z]{3}$", "AAA"],
    ["^pay_[A-Za-z0-9]{4}$", "pay_1111"],
    ["^\\d+(\\.\\d+)?$", "1.1"],
    ["^(?:[01]\\d|2[0-3]):[0-5]\\d$", "11:11"],
    ["^[^a-z]+$", "1"],
    ["^\\+[1-9]\\d{1,14}$", "+11"],
    ["^(card|upi)$", "card"],
    ["^\\w+@\\w+\\.com$", "a@a.com"],
    ["^[\\w.-]{1,64}$", "1"],
    ["", ""],
  ])("%s accepts what is made for it", (pattern, text) => {
    expect(textFor(pattern)).toBe(text);
    expect(new RegExp(pattern, "u").test(text)).toBe(true);
  });

  it("is as long as it has to be", () => {
    expect(textFor("^[a-z]+$", 5)).toBe("aaaaa");
    expect(textFor("^[a-z]{2,4}$", 9)).toBe("aaaa");
  });

  it.each(["^(?!x)[a-z]$", "^(a)\\1$", "^\\p{L}+$", "[", "a{100000000}", "^a$b"])("%s is left to people", (pattern) => {
    expect(textFor(pattern)).toBeUndefined();
  });
});

describe("credentials", () => {
  const key = (name: string) => ({ type: "apiKey", in: "header", name });
  it.each<[string, Record<string, unknown>, unknown[], string[]]>([
    ["a bearer token", { t: { type: "http", scheme: "bearer" } }, [{ t: [] }], ["accessToken"]],
    ["OAuth", { o: { type: "oauth2", flows: {} } }, [{ o: [] }], ["accessToken"]],
    ["Basic", { b: { type: "http", scheme: "basic" } }, [{ b: [] }], ["username", "password"]],
    ["a key", { k: key("X-Key") }, [{ k: [] }], ["apiKey"]],
    [
      "two keys together",
      { app_id: key("X-Id"), app_key: key("X-Key") },
      [{ app_id: [], app_key: [] }],
      ["appId", "appKey"],
    ],
    [
      "one of two",
      { t: { type: "http", scheme: "bearer" }, k: key("X") },
      [{ t: [] }, { k: [] }],
      ["accessToken?", "apiKey?"],
    ],
    [
      "a name that a client has already",
      { fetch: key("X"), other: key("Y") },
      [{ fetch: [], other: [] }],
      ["fetch2", "other"],
    ],
    ["a scheme that nothing uses", { t: { type: "http", scheme: "bearer" } }, [], []],
    ["a signature", { s: { type: "http", scheme: "signature" } }, [{ s: [] }], []],
  ])("%s", async (_, securitySchemes, security, expected) => {
    const contract = await load({ components: { securitySchemes }, security });
    const found = credentialFields(contract);
    expect(found.flatMap(({ names, required }) => names.map((name) => (required ? name : `${name}?`)))).toEqual(
      expected,
    );
    expect(needsSigner(contract)).toBe("s" in securitySchemes);
  });
});

describe("draft names", () => {
  it("say what an operation does to the things of its group, and never clash", async () => {
    const operation = { responses: { "204": { description: "Done." } } };
    const contract = await load({
      paths: {
        "/v1/orders": { get: operation, post: operation },
        "/v1/orders/{id}": { get: operation, delete: operation, patch: operation, put: operation },
        "/v1/orders/{id}/cancel": { post: operation },
        "/v1/orders/{id}/lines/{line}": { get: operation },
        "/status": { get: operation },
      },
    });
    expect([...draftNames(contract.operations)].map(([key, { name, flat }]) => `${key} → ${name} ${flat}`)).toEqual([
      "GET /v1/orders → orders.list listOrders",
      "POST /v1/orders → orders.create createOrder",
      "GET /v1/orders/{id} → orders.retrieve retrieveOrder",
      "DELETE /v1/orders/{id} → orders.delete deleteOrder",
      "PATCH /v1/orders/{id} → orders.update updateOrder",
      "PUT /v1/orders/{id} → orders.putV1OrdersById putV1OrdersById",
      "POST /v1/orders/{id}/cancel → orders.cancel cancelOrder",
      "GET /v1/orders/{id}/lines/{line} → orders.getV1OrdersByIdLinesByLine getV1OrdersByIdLinesByLine",
      "GET /status → status.retrieve retrieveStatus",
    ]);
  });
});

describe("what strict reading refuses", () => {
  it("is left out where it has no address of its own, and said", async () => {
    const operation = { responses: { "204": { description: "Done." } } };
    const contract = await load({ paths: { "/a/{id}": { get: operation }, "/a/{key}": { get: operation } } });
    const { document, notes } = mend(contract);
    expect(Object.keys(document["paths"] as object)).toEqual(["/a/{id}"]);
    expect(notes).toEqual(["'GET /a/{key}' is left out: it has the same address as 'GET /a/{id}'"]);
  });

  it("becomes a signer's where a security scheme is none that OpenAPI knows", async () => {
    const contract = await load({
      components: { securitySchemes: { own: { type: "hmac" } } },
      security: [{ own: [] }],
    });
    const { document, notes } = mend(contract);
    expect(document["components"]).toMatchObject({ securitySchemes: { own: { type: "http", scheme: "signature" } } });
    expect(notes).toHaveLength(1);
  });
});

describe("what cannot be tested yet", () => {
  const answer = (schema: object) => ({ description: "A.", content: { "application/json": { schema } } });

  it("is said by its name: without an example, without a signature, or at random", async () => {
    const contract = await load({
      components: {
        securitySchemes: { own: { type: "mutualTLS" } },
        schemas: {
          Node: { type: "object", required: ["next"], properties: { next: { $ref: "#/components/schemas/Node" } } },
        },
      },
      paths: {
        "/never": { get: { responses: { "200": answer({ oneOf: [{ type: "string" }, { type: "string" }] }) } } },
        "/signed": { get: { security: [{ own: [] }], responses: { "204": { description: "Done." } } } },
        "/odd": { get: { responses: { "200": answer({ type: "string", format: "url" }) } } },
        "/tree": {
          get: { responses: { "200": answer({ type: "array", items: { $ref: "#/components/schemas/Node" } }) } },
        },
        "/fine": { get: { responses: { "200": answer({ type: "string" }), "4XX": answer({}) } } },
      },
    });
    const { document } = mend(contract);
    const notes = completeExamples(document);
    expect(notes.filter((note) => note.startsWith("no example"))).toHaveLength(1);
    expect(untested({ ...contract, document })).toEqual({
      todo: ["GET /never → 200", "GET /signed → 204"],
      noRandom: ["GET /odd → 200", "GET /tree → 200"],
    });
  });
});

describe("headers", () => {
  it("that the network sets, or that a mock would send as they are written, are left out", async () => {
    const header = (name: string) => ({ name, in: "header", schema: { type: "string" } });
    const operation = {
      parameters: [header("Accept-Encoding"), header("X-Trace")],
      responses: {
        "200": {
          description: "A file.",
          headers: { "Content-Type": { schema: { type: "string" } }, "X-Id": { schema: { type: "string" } } },
        },
      },
    };
    const { document } = mend(await load({ paths: { "/file": { get: operation } } }));
    const text = JSON.stringify(document["paths"]);
    expect(text).not.toMatch(/Accept-Encoding|Content-Type/);
    expect(text).toMatch(/X-Trace.*X-Id/);
  });
});

describe("new folders", () => {
  it("are there as a whole or not at all", async () => {
    const root = await emptyFolder();
    await writeFile(join(root, "file"), "in the way");
    const files = new Map([["a.txt", "a"]]);
    const stage = await stageFolders(root, [
      { folder: join(root, "one"), files },
      { folder: join(root, "file/two"), files },
    ]);
    await expect(stage.commit()).rejects.toThrow();
    await stage.remove();
    expect(await readdir(root)).toEqual(["file"]);
  });

  it("never take the place of one that appeared meanwhile", async () => {
    const root = await emptyFolder();
    const stage = await stageFolders(root, [{ folder: join(root, "one"), files: new Map([["a.txt", "a"]]) }]);
    await mkdir(join(root, "one"));
    await expect(stage.commit()).rejects.toThrow("has appeared meanwhile");
    await stage.remove();
    expect(await readdir(join(root, "one"))).toEqual([]);
  });
});

async function load(parts: Record<string, unknown>): Promise<Contract> {
  const folder = await emptyFolder();
  const operation = { responses: { "204": { description: "Done." } } };
  const document = {
    openapi: "3.1.0",
    info: { title: "T", version: "1" },
    paths: { "/x": { get: operation } },
    ...parts,
  };
  await writeFile(
    join(folder, "openapi.json"),
    JSON.stringify(document satisfies Record<string, unknown> as unknown as Json),
  );
  return (await loadContract({ source: folder, name: "t", strict: false })).contract;
}
