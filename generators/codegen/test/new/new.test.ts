import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { snapshot, specie } from "../cli/run.ts";
import { link, repository, tool } from "./repository.ts";
import { shop } from "./shop.ts";

const make = ["new", "shop", "--from", "shop.json"] as const;

async function made(document: object = shop): Promise<{ root: string; out: string; files: Record<string, string> }> {
  const root = await repository({ "shop.json": document });
  const { code, out, err } = await specie(root, ...make);
  expect({ code, err }).toEqual({ code: 0, err: "" });
  return {
    root,
    out,
    files: { ...(await snapshot(join(root, "specs"))), ...(await snapshot(join(root, "packages/shop"))) },
  };
}

describe("specie new", () => {
  it("makes a contract and a package that compile, type-check, are formatted, and pass their own tests", async () => {
    const { root } = await made();
    await link(root, "shop");
    expect((await specie(root, "check", "shop")).code).toBe(0);
    await tool(root, "shop", "tsc", "-p", "tsconfig.json");
    await tool(root, "shop", "tsc", "-p", "tsconfig.test.json");
    await tool(
      root,
      "shop",
      "biome",
      "check",
      "--error-on-warnings",
      "src",
      "test",
      "package.json",
      "vitest.config.ts",
    );
    expect(await tool(root, "shop", "vitest", "run")).toContain(
      "contract: 4 operations, 5 of 5 operation-statuses (shop)",
    );
  });

  it("takes a large document, in parts that can be reviewed", async () => {
    const text = await readFile(join(import.meta.dirname, "../../../../packages/razorpay/openapi.json"), "utf8");
    const root = await repository({ "large.json": bare(JSON.parse(text)) });
    const { code, err } = await specie(root, "new", "large", "--from", "large.json", "--quiet");
    expect({ code, err }).toEqual({ code: 0, err: "" });
    const files = Object.keys(await snapshot(join(root, "specs/large")));
    expect(files).toEqual(
      expect.arrayContaining(["openapi.yaml", "paths/refunds.yaml", "schemas.yaml", "provider.yaml"]),
    );
    await link(root, "large");
    await tool(root, "large", "tsc", "-p", "tsconfig.json");
  });

  it("gives the same bytes on every run", async () => {
    expect((await made()).files).toEqual((await made()).files);
  });

  it("names operations for people to make better names of, and says what is careful to assume", async () => {
    const { files } = await made();
    expect(files["shop/provider.yaml"]).toContain(
      [
        "  POST /payments/{id}/refund:",
        "    name: payments.refund",
        "    flat: refundPayment",
        "    idempotency: none",
        "    resend: never",
      ].join("\n"),
    );
    expect(files["shop/provider.yaml"]).toContain("  POST /payments:\n    name: payments.create\n");
    expect(files["shop/provider.yaml"]).toContain("idempotency:\n      header: Idempotency-Key");
    expect(files["shop/provider.yaml"]).toContain("# pagination: it takes limit and starting_after");
    expect(files["shop/provider.yaml"]).toContain("errorCode:\n  - error.code\nrequestId:\n  - x-request-id");
    expect(files["shop/provider.yaml"]).toContain(
      "  sandbox: https://sandbox.shop.example/v1\n  production: https://api.",
    );
  });

  it("finds the credentials in the security schemes that operations use", async () => {
    const { files } = await made();
    const options = files["src/options.ts"] ?? "";
    expect(options).toContain("readonly accessToken: Secret;");
    expect(options).toContain("readonly apiKey?: Secret | undefined;");
    expect(options).not.toContain("partner");
  });

  it("says what it repaired, and what a person has to look at", async () => {
    const { out } = await made();
    expect(out).toContain("'GET /ping' declares no status of its own");
    expect(out).toContain("the body of 'POST /payments/{id}/refund' had a schema that accepts anything");
    expect(out).toContain("examples taken out, because they did not fit their schemas: 1");
    expect(out).toContain("--filter=@specie/shop");
  });

  it("leaves out what the contract does not need", async () => {
    expect((await made()).files["shop/openapi.yaml"]).not.toContain("Unused");
  });

  it.each([
    [
      "Swagger 2.0",
      {
        swagger: "2.0",
        info: { title: "S", version: "1" },
        host: "s.example",
        paths: paths({ schema: { type: "object" } }),
      },
    ],
    [
      "OpenAPI 3.1",
      { openapi: "3.1.0", info: { title: "S", version: "1" }, paths: paths(answer({ type: ["object", "null"] })) },
    ],
    ["hostile text", hostile()],
  ])("takes %s", async (_, document) => {
    const { root } = await made(document);
    await link(root, "shop");
    await tool(root, "shop", "tsc", "-p", "tsconfig.test.json");
  });
});

describe("specie new refuses", () => {
  it.each([
    ["a provider that is there", ["new", "shop", "--from", "shop.json"], 2, "specs/shop is there already"],
    ["a package that is there", ["new", "taken", "--from", "shop.json"], 2, "packages/taken is there already"],
    ["a name that is none", ["new", "../shop", "--from", "shop.json"], 2, "is not a provider's name"],
    [
      "a package name that is none",
      ["new", "other", "--from", "shop.json", "--package", "No"],
      2,
      "not an npm package name",
    ],
    ["no document", ["new", "other"], 2, "--from"],
    ["a document that does not exist", ["new", "other", "--from", "none.json"], 2, "does not exist"],
    ["a server that is not there", ["new", "other", "--from", "http://127.0.0.1:9/x.json"], 2, "127.0.0.1:9"],
    ["a document without operations", ["new", "other", "--from", "empty.json"], 1, "no-operations"],
    ["a page of HTML", ["new", "other", "--from", "page.json"], 1, "page.json"],
    [
      "a document whose operations have all to be left out",
      ["new", "other", "--from", "open.json"],
      1,
      "no-operations",
    ],
  ] as const)("%s, in one line, and writes nothing", async (_, args, code, message) => {
    const root = await repository({
      "shop.json": shop,
      "empty.json": { openapi: "3.1.0", info: { title: "E", version: "1" }, paths: {} },
      "page.json": "<!doctype html><title>Not here</title>",
      "open.json": openOnly(),
    });
    await mkdir(join(root, "specs/shop"));
    await mkdir(join(root, "packages/taken"));
    await writeFile(join(root, "specs/shop/note.txt"), "mine");
    const before = await snapshot(root);
    const ran = await specie(root, ...args);
    expect(ran.code).toBe(code);
    expect(ran.err.trim().split("\n")).toHaveLength(1);
    expect(ran.err).toContain(message);
    expect(await snapshot(root)).toEqual(before);
  });

  it("a folder that is no repository of this kind", async () => {
    const root = await repository({ "shop.json": shop });
    const elsewhere = join(root, "elsewhere");
    for (const folder of ["specs", "packages"]) await mkdir(join(elsewhere, folder), { recursive: true });
    const { code, err } = await specie(root, ...make, "--dir", "elsewhere");
    expect(code).toBe(2);
    expect(err).toContain("has no tsconfig.lib.json");
  });
});

/** Without examples and operationIds: what providers publish. */
function bare(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(bare);
  if (typeof value !== "object" || value === null) return value;
  const kept = Object.entries(value).filter(([key]) => !["example", "examples", "operationId"].includes(key));
  return Object.fromEntries(kept.map(([key, inner]) => [key, bare(inner)]));
}

function paths(response: object): object {
  return {
    "/things/{id}": { get: { parameters: [], responses: { "200": { description: "A thing.", ...response } } } },
  };
}

function answer(schema: object): object {
  return { content: { "application/json": { schema } } };
}

/** A list of texts is a body that the canary of the contract tests cannot tell from a wrong one. */
function openOnly(): object {
  const body = { content: { "application/json": { schema: { type: "array", items: { type: "string" } } } } };
  const operation = { requestBody: body, responses: { "204": { description: "Done." } } };
  return { openapi: "3.1.0", info: { title: "O", version: "1" }, paths: { "/tags": { post: operation } } };
}

function hostile(): object {
  const text = "*/ ${x} `\"\\' \u2028 --> # <script> {{a}} | ";
  return {
    openapi: "3.1.0",
    info: { title: text, version: text, description: text },
    servers: [{ url: "https://h.example", description: text }],
    security: [{ "x-key": [] }, { environment: [] }],
    components: {
      securitySchemes: {
        "x-key": { type: "apiKey", in: "query", name: 'a"b`c' },
        environment: { type: "apiKey", in: "header", name: "environment" },
      },
    },
    paths: paths({ ...answer({ type: "object", description: text, properties: { [text]: { const: text } } }) }),
  };
}
