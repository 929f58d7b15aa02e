import { execFileSync } from "node:child_process";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { type DiffOptions, diff } from "../../src/cli/diff.ts";
import { report } from "../../src/cli/failure.ts";
import { document, emptyFolder } from "../cli/run.ts";

async function run(cwd: string, older: string, newer: string, options: DiffOptions = {}) {
  let out = "";
  let err = "";
  const console = {
    cwd,
    out: { write: (text: string) => (out += text) },
    err: { write: (text: string) => (err += text) },
  };
  const code = await diff(older, newer, options, console).catch((error: unknown) => report(error, false, console));
  return { code, out, err };
}

const response = (properties: object) => ({
  "200": {
    description: "The payment.",
    content: { "application/json": { schema: { type: "object", properties } } },
  },
});

/** The payment of the older document has an id, the one of the newer document has a status. */
function renamed(): string {
  return document((paths) => {
    paths["/payments/{id}"] = {
      get: {
        operationId: "getPayment",
        parameters: [{ name: "id", in: "path", required: true, schema: { type: "string" } }],
        responses: response({ status: { type: "string", enum: ["paid", "failed"] } }),
      },
    };
  });
}

async function folder(): Promise<string> {
  const cwd = await emptyFolder();
  await mkdir(join(cwd, "specs/acme"), { recursive: true });
  await writeFile(join(cwd, "old.json"), document());
  await writeFile(join(cwd, "specs/acme/openapi.json"), renamed());
  const names = "operations:\n  GET /payments/{id}: { name: payments.get, flat: getPayment }\n";
  await writeFile(join(cwd, "specs/acme/provider.yaml"), `name: acme\npackage: "@acme/client"\n${names}`);
  return cwd;
}

describe("specie diff", () => {
  it("judges a client that checks at run time like one that does not", async () => {
    const cwd = await folder();
    const plain = await run(cwd, "old.json", "specs/acme");
    const provider = join(cwd, "specs/acme/provider.yaml");
    await writeFile(provider, `schemas: true\n${await readFile(provider, "utf8")}`);
    expect(await run(cwd, "old.json", "specs/acme")).toEqual(plain);
  });

  it("shows both judgements, what breaks first", async () => {
    const { code, out } = await run(await folder(), "old.json", "specs/acme");
    expect(code).toBe(0);
    const lines = out.split("\n");
    expect(lines.slice(0, 3)).toEqual([
      "Acme 1: major",
      "  wire     major, 1 breaking, 1 compatible",
      expect.stringMatching(/^ {2}surface {2}major, \d breaking/),
    ]);
    expect(out.indexOf("Breaking changes")).toBeLessThan(out.indexOf("Added"));
    expect(out).toContain("  wire     `payments.get: 200` no longer has `id`.\n");
    expect(out).toContain("  surface  `GetPaymentResponse.id` is gone from the types.\n");
    expect(out).toContain("#/paths/~1payments~1{id}/get/responses/200/content/application~1json/schema/properties/id");
  });

  it("prints JSON for programs and Markdown for pull requests", async () => {
    const cwd = await folder();
    const { out } = await run(cwd, "old.json", "specs/acme", { format: "json" });
    const parsed: unknown = JSON.parse(out);
    expect(parsed).toMatchObject({ bump: "major", wire: [{ kind: "property-removed" }, { kind: "property-added" }] });
    expect(Object.keys(Object(parsed))).toEqual(["bump", "wire", "surface"]);
    const markdown = (await run(cwd, "old.json", "specs/acme", { format: "markdown" })).out;
    expect(markdown).toContain("# Acme 1: major\n");
    expect(markdown).toContain("## Breaking changes\n\n- `payments.get: 200` no longer has `id`. (wire, payments.get)");
  });

  it("says none for equal documents, whatever they are read from", async () => {
    const cwd = await folder();
    const server = createServer((_, answer) => answer.end(document()));
    await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
    onTestFinished(() => void server.close());
    const address = server.address();
    const port = typeof address === "object" && address !== null ? address.port : 0;
    const { code, out } = await run(cwd, "old.json", `http://127.0.0.1:${port}/openapi.json`);
    expect(code).toBe(0);
    expect(out).toContain("Acme 1: none\n");
  });

  it("reads revisions of git, a folder or a file", async () => {
    const cwd = await folder();
    const git = (...args: string[]) =>
      execFileSync("git", ["-c", "user.name=Test", "-c", "user.email=test@acme.example", ...args], {
        cwd,
        stdio: "ignore",
      });
    git("init", "-b", "main");
    git("add", ".");
    git("commit", "-m", "first");
    await writeFile(join(cwd, "specs/acme/openapi.json"), document());
    expect((await run(cwd, "main:specs/acme", "specs/acme", { surface: false })).out).toContain("Acme 1: major\n");
    const file = await run(join(cwd, "specs"), "HEAD:specs/acme/openapi.json", "main:old.json", { surface: false });
    expect(file.out).toContain("Acme 1: major\n  wire     major, 1 breaking, 1 compatible\n  surface  not asked\n");
    const { code, err } = await run(cwd, "main:specs/nobody", "specs/acme");
    expect([code, err]).toEqual([2, "error: 'main' has nothing at 'specs/nobody'\n"]);
    const unknown = await run(cwd, "--upload-pack=x:specs/acme", "specs/acme");
    expect([unknown.code, unknown.err]).toEqual([2, "error: '--upload-pack=x' is not a revision of this repository\n"]);
  });

  it("fails on a bump of the size that was asked for", async () => {
    const cwd = await folder();
    const at = (failOn: string) => run(cwd, "old.json", "specs/acme", { surface: false, failOn });
    expect((await at("major")).code).toBe(1);
    expect((await run(cwd, "old.json", "old.json", { failOn: "patch" })).code).toBe(0);
    expect((await at("huge")).err).toBe("error: --fail-on huge: one of major, minor, patch is expected\n");
  });

  it("says in a line what is wrong with a source", async () => {
    const cwd = await folder();
    await writeFile(join(cwd, "page.json"), "<html>not found</html>");
    await writeFile(join(cwd, "cut.json"), document().slice(0, 90));
    const html = await run(cwd, "old.json", "page.json");
    expect([html.code, html.err.split("\n").length]).toEqual([1, 2]);
    expect(html.err).toContain("page.json:1: error syntax: this is HTML or XML");
    const cut = await run(cwd, "cut.json", "old.json");
    expect([cut.code, cut.err.split("\n").length]).toEqual([1, 2]);
    expect(await run(cwd, "old.json", "none.json")).toMatchObject({ code: 2 });
    expect(await run(cwd, "old.json", "http://127.0.0.1:9/none")).toMatchObject({ code: 2 });
    expect((await run(cwd, "old.json", "old.json", { format: "xml" })).code).toBe(2);
  });
});
