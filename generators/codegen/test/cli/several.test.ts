import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { document, emptyFolder, snapshot, specie } from "./run.ts";

/** A repository with these contracts under specs/. */
async function repository(documents: Readonly<Record<string, string>>): Promise<string> {
  const cwd = await emptyFolder();
  await mkdir(join(cwd, "packages"));
  for (const [name, text] of Object.entries(documents)) {
    await mkdir(join(cwd, "specs", name), { recursive: true });
    await writeFile(join(cwd, "specs", name, "openapi.json"), text);
    await writeFile(join(cwd, "specs", name, "provider.yaml"), `name: ${name}\npackage: "@acme/${name}"\n`);
  }
  return cwd;
}

const broken = document((paths) => {
  paths["/refunds"] = { get: { operationId: "listRefunds", responses: { "200": { $ref: "#/none" } } } };
});

describe("several contracts at once", () => {
  it("give what each gives alone, in order", async () => {
    const cwd = await repository({ a: document(), b: document(), c: document() });
    const { code, out, err } = await specie(cwd, "generate");
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out.match(/^✓ \w/gm)).toEqual(["✓ a", "✓ b", "✓ c"]);
    const together = await snapshot(join(cwd, "packages/b"));
    const alone = await repository({ b: document() });
    await specie(alone, "generate", "b");
    expect(together).toEqual(await snapshot(join(alone, "packages/b")));
  });

  it("fail as one alone does, with its place and exit code, and leave no half of another behind", async () => {
    for (const name of ["a", "b"]) {
      const cwd = await repository({ a: document(), b: document(), c: document(), [name]: broken });
      const { code, err } = await specie(cwd, "generate");
      expect(code).toBe(1);
      expect(err).toMatch(new RegExp(`specs/${name}/openapi\\.json:\\d+: error unresolved-ref: .*\\n$`));
      const written = Object.keys(await snapshot(join(cwd, "packages")));
      expect(written.filter((path) => path.startsWith(`${name}/`) || path.includes(".specie-"))).toEqual([]);
      for (const other of ["a", "b", "c"].filter((each) => each !== name)) {
        expect(written).toContain(`${other}/openapi.json`);
      }
    }
  });
});

describe("specie generate --watch", () => {
  it("compiles again when a document changes, outlives one at fault, and ends when told to", async () => {
    const cwd = await emptyFolder();
    const spec = join(cwd, "acme.json");
    await writeFile(spec, document());
    const stop = new AbortController();
    const seen = { out: "", err: "" };
    const options = ["generate", "--spec", "acme.json", "--output", "client", "--name", "@acme/client", "--watch"];
    const { main } = await import("../../src/cli/main.ts");
    const running = main(options, {
      cwd,
      out: { write: (text) => (seen.out += text) },
      err: { write: (text) => (seen.err += text) },
      signal: stop.signal,
    });
    const times = (text: string): number => seen.out.split(text).length - 1;
    await expect.poll(() => times("files changed"), { timeout: 20_000 }).toBe(1);
    await writeFile(spec, broken);
    await expect.poll(() => seen.err, { timeout: 20_000 }).toContain("unresolved-ref");
    await writeFile(spec, document().replace("Look at a payment", "Look at one payment"));
    await expect.poll(() => times("files changed"), { timeout: 20_000 }).toBe(2);
    stop.abort();
    expect(await running).toBe(0);
    expect(await readFile(join(cwd, "client/src/generated/client.ts"), "utf8")).toContain("Look at one payment");
  });

  it.each([
    [["--spec", "https://acme.example/openapi.json", "--output", "client", "--name", "x", "--watch"], "not a URL"],
    [["--spec", "acme.json", "--output", "client", "--name", "x", "--watch", "--json"], "--json"],
  ])("is refused for %j", async (args, says) => {
    const { code, out, err } = await specie(await emptyFolder(), "generate", ...args);
    expect(code).toBe(2);
    expect(out + err).toContain(says);
  });
});
