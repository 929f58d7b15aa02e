import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import fc from "fast-check";
import { property, type Tally } from "./property.ts";

// `pnpm fuzz --runs 10000 --seed 7`: looks further than the tests do, and prints the smallest document that breaks.
const { values } = parseArgs({
  options: { runs: { type: "string" }, seed: { type: "string" }, "no-shrink": { type: "boolean" } },
});
const numRuns = Number(values.runs ?? 2000);
const seed = Number(values.seed ?? Math.floor(Math.random() * 2 ** 31));
const folder = mkdtempSync(join(tmpdir(), "specie-fuzz-"));
const tally: Tally = { refused: 0, compiled: 0 };
try {
  const result = await fc.check(property(folder, tally), { numRuns, seed, endOnFailure: values["no-shrink"] === true });
  console.log(`seed ${seed}: ${result.numRuns} documents, ${tally.compiled} compiled, ${tally.refused} refused`);
  if (result.failed) {
    console.error(JSON.stringify(result.counterexample?.[0], null, 2));
    console.error(String(result.errorInstance).slice(0, 2000));
    process.exitCode = 1;
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
