import { type Comparison, compareContracts, reaches } from "../compare/index.ts";
import { markdownReport } from "../compare/report/markdown.ts";
import { textReport } from "../compare/report/text.ts";
import { loadBoth } from "../compare/sources/index.ts";
import { UsageError } from "../contract/errors.ts";
import { inert } from "../contract/text.ts";
import type { Console } from "./reporter.ts";

export interface DiffOptions {
  readonly config?: string;
  readonly allowRef?: readonly string[];
  readonly format?: string;
  readonly json?: boolean;
  /** False with --no-surface. */
  readonly surface?: boolean;
  readonly failOn?: string;
}

const formats = ["text", "json", "markdown"] as const;
const limits = ["major", "minor", "patch"] as const;

/** What changed from one contract to another, and how large a version step that is. */
export async function diff(older: string, newer: string, options: DiffOptions, console: Console): Promise<number> {
  const format = oneOf("--format", options.json === true ? "json" : (options.format ?? "text"), formats);
  const limit = options.failOn === undefined ? undefined : oneOf("--fail-on", options.failOn, limits);
  const { cwd } = console;
  const [before, after] = await loadBoth(older, newer, { cwd, config: options.config, allowRefs: options.allowRef });
  const judged = { surface: options.surface !== false };
  const comparison = await compareContracts(before, after, { cwd, ...judged });
  const versions = before.version === after.version ? after.version : `${before.version} → ${after.version}`;
  console.out.write(print(comparison, format, `${inert(after.title)} ${inert(versions)}`, judged));
  return limit !== undefined && reaches(comparison.bump, limit) ? 1 : 0;
}

function print(
  comparison: Comparison,
  format: (typeof formats)[number],
  title: string,
  judged: { readonly surface: boolean },
): string {
  if (format === "json") return `${JSON.stringify(comparison, null, 2)}\n`;
  return format === "markdown" ? markdownReport(comparison, title, judged) : textReport(comparison, title, judged);
}

function oneOf<T extends string>(option: string, value: string, known: readonly T[]): T {
  const found = known.find((each) => each === value);
  if (found === undefined) throw new UsageError(`${option} ${value}: one of ${known.join(", ")} is expected`);
  return found;
}
