import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { document, emptyFolder, snapshot, specie } from "./run.ts";

async function workspace(): Promise<string> {
  const cwd = await emptyFolder();
  await mkdir(join(cwd, "specs/acme"), { recursive: true });
  await mkdir(join(cwd, "packages"));
  await writeFile(join(cwd, "specs/acme/openapi.json"), document());
  await writeFile(
    join(cwd, "specs/acme/provider.yaml"),
    'name: acme\npackage: "@acme/client"\noperations:\n  GET /payments/{id}: { name: payments.get, flat: getPayment }\n',
  );
  return cwd;
}

describe("specie check", () => {
  it("passes after generate, from any folder of the repository", async () => {
    const cwd = await workspace();
    expect((await specie(join(cwd, "specs"), "generate")).code).toBe(0);
    const { code, out } = await specie(join(cwd, "packages"), "check", "acme");
    expect(code).toBe(0);
    expect(out).toContain("acme: up to date");
  });

  it("names each stale file and the command that mends them, and writes nothing", async () => {
    const cwd = await workspace();
    await specie(cwd, "generate");
    await writeFile(join(cwd, "packages/acme/src/generated/client.ts"), "edited");
    await writeFile(join(cwd, "packages/acme/src/generated/extra.ts"), "extra");
    await rm(join(cwd, "packages/acme/openapi.json"));
    const before = await snapshot(cwd);
    const { code, err } = await specie(cwd, "check");
    expect(code).toBe(1);
    expect(err).toContain("stale: packages/acme/openapi.json\n");
    expect(err).toContain("stale: packages/acme/src/generated/client.ts\n");
    expect(err).toContain("stale: packages/acme/src/generated/extra.ts\n");
    expect(err).toContain("Mend with: specie generate acme\n");
    expect(await snapshot(cwd)).toEqual(before);
  });

  it("exits 2 for a provider that is not there", async () => {
    const { code, err } = await specie(await workspace(), "check", "nobody");
    expect(code).toBe(2);
    expect(err).toContain("nobody: no such provider under specs/; known: acme");
  });
});
