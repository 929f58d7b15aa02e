import { mkdir, writeFile } from "node:fs/promises";
import { dirname, extname } from "node:path";
import type { Finding } from "../contract/contract.ts";
import type { Outcome } from "./compile.ts";
import { line } from "./failure.ts";

/** Up to this many repairs are shown without being asked for. */
const few = 5;

/** What was repaired, in lines for people: all of it with --report or where it is little, else how much of what. */
export function repairLines(findings: readonly Finding[], report: string | boolean | undefined): string[] {
  if (typeof report === "string" || findings.length === 0) return [];
  if (findings.length <= few) return findings.map(line);
  return report === true ? [summary(findings), ...findings.map(line)] : [`${summary(findings)}; --report lists them`];
}

/** `3 repaired: loose-ref 2, malformed 1`. */
function summary(findings: readonly Finding[]): string {
  const counts = new Map<string, number>();
  for (const { rule } of findings) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  const rules = [...counts].sort(([, a], [, b]) => b - a).map(([rule, count]) => `${rule} ${count}`);
  return `${findings.length} repaired${rules.length === 0 ? "" : `: ${rules.join(", ")}`}`;
}

/** Writes all repairs to a file: as JSON where it is called so, else a line for each. */
export async function writeReport(file: string, outcomes: readonly Outcome[]): Promise<void> {
  const packages = outcomes.map(({ label, findings }) => ({ package: label, findings }));
  const text =
    extname(file) === ".json"
      ? JSON.stringify({ packages }, null, 2)
      : packages
          .flatMap(({ package: name, findings }) => [`${name}: ${summary(findings)}`, ...findings.map(line), ""])
          .join("\n")
          .trimEnd();
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, `${text}\n`);
}
