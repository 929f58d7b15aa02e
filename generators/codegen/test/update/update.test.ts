import { cp, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { join, resolve } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { report } from "../../src/cli/failure.ts";
import { generate } from "../../src/cli/generate.ts";
import { type UpdateOptions, update } from "../../src/cli/update.ts";
import { document, emptyFolder, snapshot } from "../cli/run.ts";
import { Draft } from "../compare/document.ts";

const repository = resolve(import.meta.dirname, "../../../..");

function console(cwd: string) {
  const lines = { out: "", err: "" };
  const out = { write: (text: string) => (lines.out += text) };
  return { lines, console: { cwd, out, err: { write: (text: string) => (lines.err += text) } } };
}

async function run(cwd: string, name: string, options: UpdateOptions) {
  const { lines, console: at } = console(cwd);
  const code = await update([name], options, at).catch((error: unknown) => report(error, false, at));
  return { code, ...lines };
}

/** A repository with one provider, its package generated. */
async function workspace(upstream = "null"): Promise<string> {
  const cwd = await emptyFolder();
  await mkdir(join(cwd, "specs/acme"), { recursive: true });
  await mkdir(join(cwd, "packages"));
  await writeFile(join(cwd, "specs/acme/openapi.json"), document());
  const names = "operations:\n  GET /payments/{id}: { name: payments.get, flat: getPayment }\n";
  const head = `name: acme # ours\npackage: "@acme/client"\nupstream: ${upstream}\n`;
  await writeFile(join(cwd, "specs/acme/provider.yaml"), `${head}${names}`);
  await generate(["acme"], { quiet: true }, console(cwd).console);
  return cwd;
}

/** The document with more in its answer. */
function grown(): string {
  return document((paths) => {
    const draft = new Draft(JSON.parse(JSON.stringify({ paths })));
    const get = draft.operation("get", "/payments/{id}");
    const schema = draft.at(
      "paths",
      "/payments/{id}",
      "get",
      "responses",
      "200",
      "content",
      "application/json",
      "schema",
    );
    schema["properties"] = { id: { type: "string" }, status: { type: "string", enum: ["paid", "failed"] } };
    paths["/payments/{id}"] = { get };
  });
}

describe("specie update", () => {
  it("takes a changed contract: specs, package and a changeset that people can read", async () => {
    const cwd = await workspace();
    await writeFile(join(cwd, "new.json"), grown());
    const { code, out } = await run(cwd, "acme", { from: "new.json" });
    expect(code).toBe(0);
    const after = await snapshot(cwd);
    const changeset = Object.keys(after).find((path) => path.startsWith(".changeset/acme-"));
    expect(out).toContain(`✓ acme: minor, written with ${changeset}\n`);
    expect(after[changeset ?? ""]).toBe(
      '---\n"@acme/client": minor\n---\n\nFollows a change of Acme.\n\n' +
        "**Added**\n\n- `payments.get: 200` has the new field `status`.\n",
    );
    expect(after["specs/acme/openapi.json"]).toContain(', "status": {"type":"string","enum":["paid","failed"]}');
    expect(after["specs/acme/provider.yaml"]).toContain("name: acme # ours");
    expect(after["packages/acme/src/generated/types.ts"]).toContain("status?:");
    expect(Object.keys(after).filter((path) => path.includes(".specie-"))).toEqual([]);
  });

  it("writes nothing on a dry run, nor when nothing changed", async () => {
    const cwd = await workspace();
    await writeFile(join(cwd, "new.json"), grown());
    const before = await snapshot(cwd);
    const dry = await run(cwd, "acme", { from: "new.json", dryRun: true });
    expect(dry.out).toContain("✓ acme: minor; nothing written\n");
    const same = await run(cwd, "acme", { from: "specs/acme/openapi.json" });
    expect(same.out).toContain("✓ acme: nothing changed\n");
    expect(await snapshot(cwd)).toEqual(before);
  });

  it("takes a folder file by file", async () => {
    const cwd = await workspace();
    await cp(join(cwd, "specs/acme"), join(cwd, "next"), { recursive: true });
    await writeFile(join(cwd, "next/openapi.json"), grown());
    const { code } = await run(cwd, "acme", { from: "next" });
    expect(code).toBe(0);
    expect(await readFile(join(cwd, "specs/acme/openapi.json"), "utf8")).toBe(grown());
  });

  it.each([
    ["an unreachable address", "http://127.0.0.1:9/openapi.json", "", 2, "cannot be reached"],
    ["a page", "new.json", "<!doctype html><p>moved</p>", 1, "this is HTML or XML"],
    ["a truncated file", "new.json", grown().slice(0, 200), 1, "error syntax:"],
    ["a file that isn't there", "none.json", "", 2, "no such file or folder"],
    [
      "a contract that drops an operation",
      "new.json",
      document((paths) => {
        delete paths["/payments/{id}"];
        paths["/refunds"] = { get: { operationId: "listRefunds", responses: { 200: { description: "ok" } } } };
      }),
      1,
      "new.json: error dropped-operation: GET /payments/{id} is covered by specs/acme",
    ],
    ["a contract without operations", "new.json", document((paths) => delete paths["/payments/{id}"]), 1, ""],
  ])("refuses %s in one line, and leaves the tree as it was", async (_, from, text, code, message) => {
    const cwd = await workspace();
    if (text !== "") await writeFile(join(cwd, from), text);
    const before = await snapshot(cwd);
    const ran = await run(cwd, "acme", { from });
    expect(ran.err).toContain(message);
    expect([ran.code, ran.err.trim().split("\n").length]).toEqual([code, 1]);
    expect(await snapshot(cwd)).toEqual(before);
  });

  it("puts everything back when a file cannot be written", async () => {
    const cwd = await workspace();
    await writeFile(join(cwd, "new.json"), grown());
    await writeFile(join(cwd, ".changeset"), "no folder");
    const before = await snapshot(cwd);
    expect((await run(cwd, "acme", { from: "new.json" })).code).toBe(2);
    expect(await snapshot(cwd)).toEqual(before);
    await rm(join(cwd, ".changeset"));
    await rm(join(cwd, "packages/acme/openapi.json"));
    await mkdir(join(cwd, "packages/acme/openapi.json/in-the-way"), { recursive: true });
    await rm(join(cwd, "packages/acme/src/generated"), { recursive: true });
    await writeFile(join(cwd, "packages/acme/src/generated"), "in the way");
    const blocked = await run(cwd, "acme", { from: "new.json" });
    if (blocked.code !== 0) expect(await readFile(join(cwd, "specs/acme/openapi.json"), "utf8")).toBe(document());
  });

  it("says what it needs for a provider without a document of its own", async () => {
    const plain = await run(await workspace(), "acme", {});
    expect([plain.code, plain.err]).toEqual([
      2,
      "error: acme has no upstream document; give our contract, changed, with --from <folder|file|url>\n",
    ]);
    expect((await run(await workspace(), "nobody", { from: "x" })).code).toBe(2);
  });

  it("takes a document from a URL", async () => {
    const cwd = await workspace();
    const server = createServer((_, answer) => answer.end(grown()));
    await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
    onTestFinished(() => void server.close());
    const address = server.address();
    const port = typeof address === "object" && address !== null ? address.port : 0;
    expect((await run(cwd, "acme", { from: `http://127.0.0.1:${port}/`, dryRun: true })).out).toContain("acme: minor;");
  });

  it("merges into Razorpay's many files, keeps their words, and names the examples that no longer fit", async () => {
    const cwd = await emptyFolder();
    await cp(join(repository, "specs/razorpay"), join(cwd, "specs/razorpay"), { recursive: true });
    await mkdir(join(cwd, "packages/razorpay"), { recursive: true });
    const base = JSON.parse(await readFile(join(repository, "packages/razorpay/openapi.json"), "utf8"));
    const draft = new Draft(base);
    draft.list("components", "schemas", "OrderStatus", "enum").push("refunded");
    draft.require("OrderInput", "receipt");
    delete draft.schema("RefundInput")["description"];
    draft.at("components", "schemas")["Brand"] = { type: "object", properties: { id: { type: "string" } } };
    draft.properties("Order")["brand"] = { $ref: "#/components/schemas/Brand" };
    await writeFile(join(cwd, "new.json"), JSON.stringify(draft.document));
    const before = await snapshot(join(cwd, "specs"));
    const { code, out } = await run(cwd, "razorpay", { from: "new.json" });
    expect(code).toBe(0);
    const after = await snapshot(join(cwd, "specs"));
    const changed = Object.keys(after).filter((path) => after[path] !== before[path]);
    expect(changed).toEqual([
      "razorpay/openapi.yaml",
      "razorpay/schemas/order-input.yaml",
      "razorpay/schemas/order.yaml",
    ]);
    const lines = (files: Record<string, string>) => changed.flatMap((path) => files[path]?.split("\n") ?? []);
    const known = new Set(lines(before));
    expect(lines(after).filter((line) => !known.has(line))).toEqual([
      "  schemas: { Brand: { type: object, properties: { id: { type: string } } } }",
      "  required: [amount, currency, receipt]",
      "    brand: { $ref: ../openapi.yaml#/components/schemas/Brand }",
      "  enum: [created, attempted, paid, refunded]",
    ]);
    expect(out).toContain("✓ razorpay: major, written");
    expect(out).toMatch(/^! .*specs\/razorpay\/examples\/order-requests\.yaml:3: .*'receipt'$/m);
  });
});
