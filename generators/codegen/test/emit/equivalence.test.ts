import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import openapiTS, { astToString } from "openapi-typescript";
import { describe, expect, it } from "vitest";
import type { Contract, Json, JsonObject } from "../../src/contract/contract.ts";
import { loadContract } from "../../src/contract/index.ts";
import { emit } from "../../src/emit/index.ts";
import { plan } from "../../src/emit/plan.ts";
import { parts } from "../../src/emit/schema.ts";

const root = resolve(import.meta.dirname, "../../../..");
const documents = {
  razorpay: join(root, "packages/razorpay/openapi.json"),
  "hyperswitch upstream": join(root, "../shared/upstream/hyperswitch-v1-2026-06-25.json"),
};

/**
 * Our own emitter is only right if it says what openapi-typescript says. Enums are closed here, so that both must agree
 * exactly: each type has to be assignable to the other, for every component that the operations answer with.
 */
describe("the emitted types", () => {
  it.each(Object.entries(documents))(
    "are those of openapi-typescript, for %s",
    { timeout: 120_000 },
    async (_, source) => {
      if (!existsSync(source)) return console.log(`skipped: ${source} is not here`);
      const { contract } = await loadContract({ source, strict: false, name: "acme" });
      const closed: Contract = { ...contract, document: closeEnums(contract.document) as JsonObject };
      const folder = await mkdtemp(join(tmpdir(), "specie-equivalence-"));
      try {
        await mkdir(join(folder, "node_modules/@specie"), { recursive: true });
        await symlink(join(root, "packages/runtime"), join(folder, "node_modules/@specie/runtime"));
        for (const [name, text] of emit(closed)) await writeFile(join(folder, name), text);
        const peer = await openapiTS(JSON.parse(JSON.stringify(closed.document)), {
          defaultNonNullable: false,
          emptyObjectsUnknown: true,
        });
        await writeFile(join(folder, "peer.ts"), astToString(peer));
        await writeFile(join(folder, "package.json"), '{ "type": "module" }');
        const { text, count } = probe(closed);
        await writeFile(join(folder, "probe.ts"), text);
        await writeFile(
          join(folder, "tsconfig.json"),
          JSON.stringify({
            extends: join(root, "tsconfig.test.json"),
            include: ["probe.ts"],
            compilerOptions: { types: [] },
          }),
        );
        expect(count).toBeGreaterThan(10);
        expect(check(folder)).toEqual([]);
      } finally {
        await rm(folder, { recursive: true });
      }
    },
  );
});

/** One assertion per component and direction of assignment. */
function probe(contract: Contract): { text: string; count: number } {
  const all = plan(contract);
  const lines = [
    'import type { components } from "./peer.ts";',
    'import type * as ours from "./schemas.ts";',
    "declare function give<T>(): T;",
  ];
  let count = 0;
  for (const { pointer, directions } of all.schemas.values()) {
    if (!directions.has("response") || !pointer.startsWith("#/components/schemas/")) continue;
    const name = `ours.${all.schemaName(pointer, "response")}`;
    const theirs = `components["schemas"][${JSON.stringify(parts(pointer).at(-1))}]`;
    lines.push(
      `export const a${count}: ${name} = give<${theirs}>();`,
      `export const b${count}: ${theirs} = give<${name}>();`,
    );
    count++;
  }
  return { text: lines.join("\n"), count };
}

function closeEnums(value: Json | undefined): Json | undefined {
  if (Array.isArray(value)) return value.map((each) => closeEnums(each) ?? null);
  if (typeof value !== "object" || value === null) return value;
  const copy: [string, Json | undefined][] = Object.entries(value).map(([name, each]) => [name, closeEnums(each)]);
  return Object.fromEntries(Array.isArray((value as JsonObject)["enum"]) ? [...copy, ["x-open", false]] : copy);
}

function check(folder: string): string[] {
  try {
    execFileSync(process.execPath, [join(root, "node_modules/typescript/bin/tsc"), "-p", folder], { encoding: "utf8" });
    return [];
  } catch (error) {
    const output = error instanceof Error && "stdout" in error ? String(error.stdout) : String(error);
    return output.split("\n").filter((line) => line !== "");
  }
}
