import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { cases } from "./hostile/cases/index.ts";
import { judge, type Verdict } from "./hostile/harness/judge.ts";
import { type Network, openNetwork } from "./hostile/harness/network.ts";
import { createPool, type Pool } from "./hostile/harness/pool.ts";

const root = resolve(import.meta.dirname, "../../..");
/** Only the cases whose name fits, while one is being mended. */
const wanted = new RegExp(process.env["SPECIE_CASE"] ?? "");
const groups = Object.entries(cases)
  .map(([group, list]) => [group, list.filter((each) => wanted.test(each.name))] as const)
  .filter(([, list]) => list.length > 0);
const all = groups.flatMap(([, list]) => list);
const verdicts = new Map<unknown, Promise<Verdict>>();
let work: string;
let pool: Pool;
let network: Network;

beforeAll(async () => {
  work = realpathSync(mkdtempSync(join(tmpdir(), "specie-hostile-set-")));
  mkdirSync(join(work, "node_modules/@specie"), { recursive: true });
  symlinkSync(join(root, "packages/runtime"), join(work, "node_modules/@specie/runtime"));
  network = await openNetwork();
  pool = createPool(2, work);
  for (const [index, each] of all.entries()) verdicts.set(each, judge(each, index, work, pool, network));
});

afterAll(() => {
  pool.close();
  network.close();
  rmSync(work, { recursive: true, force: true });
});

describe.each(groups)("%s", (_, list) => {
  it.each(list.map((each) => [each.name, each] as const))("%s", { timeout: 300_000 }, async (_name, each) => {
    const faults = (await verdicts.get(each))?.faults ?? ["was not run"];
    expect(faults, faults.join("\n")).toEqual([]);
  });
});

describe("all of them", () => {
  it("are many, and each has a name of its own", () => {
    const names = Object.values(cases).flatMap((list) => list.map((each) => each.name));
    expect(names.length).toBeGreaterThan(400);
    expect(new Set(names).size).toBe(names.length);
  });

  it("leave packages that TypeScript takes under strict settings", { timeout: 300_000 }, async () => {
    // TypeScript itself takes minutes over types as large as these; their syntax is judged with each case.
    const small = all.filter((each) => !cases.resources.includes(each));
    const packages = (await Promise.all(small.map((each) => verdicts.get(each)))).flatMap(
      (verdict) => verdict?.package ?? [],
    );
    writeFileSync(join(work, "tsconfig.json"), JSON.stringify(tsconfig(packages)));
    const problems = compile(work);
    expect(problems, problems).toBe("");
  });

  it("never reach the network", async () => {
    await Promise.all(verdicts.values());
    expect(network.connections()).toBe(0);
  });
});

function tsconfig(packages: readonly string[]): object {
  return {
    compilerOptions: {
      target: "es2022",
      lib: ["es2022", "dom"],
      module: "nodenext",
      types: [],
      noEmit: true,
      strict: true,
      skipLibCheck: false,
      noUnusedLocals: true,
      noUncheckedIndexedAccess: true,
      exactOptionalPropertyTypes: true,
      verbatimModuleSyntax: true,
      isolatedModules: true,
      allowImportingTsExtensions: true,
      erasableSyntaxOnly: true,
    },
    include: packages.map((folder) => `${relative(work, folder)}/src`),
  };
}

function compile(cwd: string): string {
  try {
    return execFileSync(process.execPath, [join(root, "node_modules/typescript/bin/tsc"), "-p", "."], {
      cwd,
      encoding: "utf8",
    });
  } catch (error) {
    return error instanceof Error && "stdout" in error ? String(error.stdout) : String(error);
  }
}
