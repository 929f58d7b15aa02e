import { mkdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { document, emptyFolder, snapshot, specie } from "./run.ts";

async function acme(text = document()): Promise<string> {
  const cwd = await emptyFolder();
  await writeFile(join(cwd, "acme.json"), text);
  return cwd;
}

const generate = ["generate", "--spec", "acme.json", "--output", "client", "--name", "@acme/client"] as const;

describe("specie", () => {
  it("tells its version", async () => {
    const { version } = JSON.parse(await readFile(join(import.meta.dirname, "../../package.json"), "utf8"));
    expect(await specie(".", "--version")).toEqual({ code: 0, out: `${version}\n`, err: "" });
  });
});

describe("specie generate --spec", () => {
  it("writes a whole package, and says what it did", async () => {
    const cwd = await acme();
    const { code, out, err } = await specie(cwd, ...generate);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toMatch(/^✓ @acme\/client: 1 operations, 0 schemas, \d+ of \d+ files changed /);
    const files = await snapshot(join(cwd, "client"));
    expect(Object.keys(files)).toEqual([
      "README.md",
      "openapi.json",
      "package.json",
      ...["client", "enums", "index", "integers", "operations", "paths", "provider", "schemas", "types"].map(
        (name) => `src/generated/${name}.ts`,
      ),
      "src/index.ts",
      "tsconfig.json",
    ]);
    expect(files["README.md"]).toContain("| `payments.getPayment` | `GET /payments/{id}` | Look at a payment |");
  });

  it("gives the same bytes on every run, and writes nothing when nothing changed", async () => {
    const cwd = await acme();
    await specie(cwd, ...generate);
    const first = await snapshot(join(cwd, "client"));
    expect((await specie(cwd, ...generate)).out).toContain("unchanged");
    await rm(join(cwd, "client"), { recursive: true });
    await specie(cwd, ...generate);
    expect(await snapshot(join(cwd, "client"))).toEqual(first);
  });

  it("mends what was edited by hand and removes what is stale, and leaves people's files alone", async () => {
    const cwd = await acme();
    await specie(cwd, ...generate);
    const clean = await snapshot(join(cwd, "client"));
    const own = "export const mine = 1;\n";
    await writeFile(join(cwd, "client/src/index.ts"), own);
    await writeFile(join(cwd, "client/src/generated/client.ts"), "broken");
    await writeFile(join(cwd, "client/src/generated/old.ts"), "old");
    expect((await specie(cwd, ...generate)).code).toBe(0);
    expect(await snapshot(join(cwd, "client"))).toEqual({ ...clean, "src/index.ts": own });
  });

  it("writes nothing at all when the document is at fault, and exits 1", async () => {
    const cwd = await acme();
    await specie(cwd, ...generate);
    const before = await snapshot(cwd);
    const broken = document((paths) => {
      paths["/refunds"] = {
        get: { operationId: "listRefunds", responses: { "200": { $ref: "#/components/responses/None" } } },
      };
    });
    await writeFile(join(cwd, "acme.json"), broken);
    const { code, err } = await specie(cwd, ...generate);
    expect(code).toBe(1);
    expect(err).toMatch(/acme\.json(:\d+)?: error [a-z-]+: .*#\/components\/responses\/None/);
    expect(err).not.toContain("    at ");
    expect(await snapshot(cwd)).toEqual({ ...before, "acme.json": broken });
  });

  it("puts the old package back when writing fails on the way", async () => {
    const cwd = await acme();
    await specie(cwd, ...generate);
    // A folder where a file has to go: the swap cannot be finished.
    await rm(join(cwd, "client/openapi.json"));
    await mkdir(join(cwd, "client/openapi.json/inside"), { recursive: true });
    await writeFile(join(cwd, "client/src/generated/client.ts"), "the old one");
    const before = await snapshot(join(cwd, "client"));
    const result = await specie(cwd, ...generate);
    const after = await snapshot(join(cwd, "client"));
    if (result.code === 0) expect(after["src/generated/client.ts"]).not.toBe("the old one");
    else expect(after).toEqual(before);
    expect(Object.keys(after).filter((path) => path.includes(".specie-"))).toEqual([]);
  });

  it("refuses to follow a symbolic link out of the output folder", async () => {
    const cwd = await acme();
    await mkdir(join(cwd, "elsewhere"));
    await mkdir(join(cwd, "client"));
    await symlink(join(cwd, "elsewhere"), join(cwd, "client/src"));
    const { code, err } = await specie(cwd, ...generate);
    expect(code).toBe(2);
    expect(err).toContain("a symbolic link leads out of the output folder");
    expect(await snapshot(join(cwd, "elsewhere"))).toEqual({});
  });

  it("prints one JSON object with --json and nothing with --quiet", async () => {
    const cwd = await acme();
    const { out } = await specie(cwd, ...generate, "--json");
    expect(JSON.parse(out)).toMatchObject({ packages: [{ package: "@acme/client", operations: 1, findings: [] }] });
    expect(await specie(cwd, ...generate, "--quiet")).toEqual({ code: 0, out: "", err: "" });
    const failed = await specie(cwd, "generate", "--spec", "none.json", "--output", "x", "--name", "x", "--json");
    expect(JSON.parse(failed.out)).toMatchObject({ exitCode: 2, error: expect.stringContaining("none.json") });
  });

  it("reports what it repaired, and makes it an error with --strict", async () => {
    const cwd = await acme(
      document((paths) => {
        paths["/refunds"] = { get: { responses: { "200": { description: "ok" } } } };
      }),
    );
    const repaired = await specie(cwd, ...generate);
    expect(repaired.code).toBe(0);
    expect(repaired.out).toContain("repaired");
    const strict = await specie(cwd, ...generate, "--strict");
    expect(strict.code).toBe(1);
    expect(strict.err).toContain("operation-id");
  });

  it.each([
    [["generate", "--spec", "acme.json"], "--output"],
    [["generate", "--spec", "acme.json", "--output", "client"], "--name"],
    [["generate", "--spec", "none.json", "--output", "client", "--name", "x"], "none.json"],
    [["generate", "--spec", "acme.json", "--output", "client", "--name", "../x"], "not an npm package name"],
    [["generate", "--output", "client"], "--spec"],
    [["generate", "--what"], "--what"],
    [["generate", "acme"], "specs/"],
    [["nonsense"], "nonsense"],
  ])("exits 2 with one clear line for %j", async (args, says) => {
    const cwd = await acme();
    const { code, err } = await specie(cwd, ...args);
    expect(code).toBe(2);
    expect(err).toContain(says);
    expect(err).not.toContain("    at ");
    expect(Object.keys(await snapshot(cwd))).toEqual(["acme.json"]);
  });

  it("exits 0 for --help, which names the exit codes", async () => {
    const { code, out } = await specie(await emptyFolder(), "--help");
    expect(code).toBe(0);
    expect(out).toContain("Exit codes");
  });

  it("emits schemas when it is asked for them, and the same bytes elsewhere but for the client's option", async () => {
    const cwd = await acme();
    await specie(cwd, ...generate);
    const without = await snapshot(join(cwd, "client"));
    await specie(cwd, "generate", "--spec", "acme.json", "--output", "checked", "--name", "@acme/client", "--schemas");
    const checked = await snapshot(join(cwd, "checked"));
    const added = Object.keys(checked).filter((path) => !(path in without));
    expect(added).toEqual([
      "src/generated/schemas/components.ts",
      "src/generated/schemas/getPayment-schemas.ts",
      "src/generated/schemas/index.ts",
    ]);
    const changed = Object.keys(without).filter((path) => without[path] !== checked[path]);
    expect(changed).toEqual(["package.json", "src/generated/client.ts"]);
    expect(JSON.parse(checked["package.json"] ?? "")).toMatchObject({ exports: { "./schemas": {} } });
  });

  it("takes YAML as well, with the same result", async () => {
    const cwd = await acme();
    await specie(cwd, ...generate);
    const json = await snapshot(join(cwd, "client"));
    const { stringify } = await import("yaml");
    await writeFile(join(cwd, "acme.yaml"), stringify(JSON.parse(await readFile(join(cwd, "acme.json"), "utf8"))));
    await specie(cwd, "generate", "--spec", "acme.yaml", "--output", "yaml", "--name", "@acme/client");
    expect(await snapshot(join(cwd, "yaml"))).toEqual(json);
  });
});
