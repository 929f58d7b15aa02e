import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { document, emptyFolder, specie } from "./run.ts";

const generate = ["generate", "--spec", "acme.json", "--output", "client", "--name", "@acme/client"] as const;

/** A folder with a document in which `count` operations lack their operationId. */
async function acme(count: number): Promise<string> {
  const cwd = await emptyFolder();
  const text = document((paths) => {
    for (let index = 0; index < count; index++) paths[`/p${index}`] = { get: { responses: {} } };
  });
  await writeFile(join(cwd, "acme.json"), text);
  return cwd;
}

describe("what was repaired", () => {
  it("is listed where it is little", async () => {
    const { out } = await specie(await acme(2), ...generate);
    expect(out.match(/repaired missing-operation-id: /g)).toHaveLength(2);
  });

  it("is counted by rule where it is much, and listed with --report", async () => {
    const cwd = await acme(7);
    const { out } = await specie(cwd, ...generate);
    expect(out).toContain("7 repaired: missing-operation-id 7; --report lists them");
    expect(out).not.toContain("repaired missing-operation-id: ");
    const listed = await specie(cwd, ...generate, "--report");
    expect(listed.out.match(/repaired missing-operation-id: /g)).toHaveLength(7);
  });

  it("goes to a file, as text or as JSON", async () => {
    const cwd = await acme(7);
    const { out } = await specie(cwd, ...generate, "--report", "repairs.txt");
    expect(out).toContain("repairs are listed in repairs.txt");
    expect(await readFile(join(cwd, "repairs.txt"), "utf8")).toMatch(
      /^@acme\/client: 7 repaired: .*\n(.*acme\.json.*\n){7}$/,
    );
    await specie(cwd, ...generate, "--report", "out/repairs.json");
    const { packages } = JSON.parse(await readFile(join(cwd, "out/repairs.json"), "utf8"));
    expect(packages).toMatchObject([{ package: "@acme/client", findings: { length: 7 } }]);
  });

  it("is said again by a run that changes nothing, which reads no document", async () => {
    const cwd = await acme(1);
    await specie(cwd, ...generate);
    const again = await specie(cwd, ...generate, "--json");
    expect(JSON.parse(again.out)).toMatchObject({
      packages: [{ files: 0, changed: [], findings: [{ rule: "missing-operation-id" }] }],
    });
  });
});
