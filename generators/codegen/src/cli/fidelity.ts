import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { loadContract, UsageError } from "../contract/index.ts";
import { inert } from "../contract/text.ts";
import {
  aliasesOf,
  compare,
  coverageOf,
  type Differences,
  findUpstream,
  judge,
  type Line,
  none,
  readDifferences,
  reportLines,
  type Upstream,
  unmeasuredLines,
} from "../fidelity/index.ts";
import { type Console, type Reporter, reporter } from "./reporter.ts";
import { providers, workspaceRoot } from "./workspace.ts";

export interface FidelityOptions {
  readonly upstream?: string;
  readonly json?: boolean;
}

/** Compares a contract with the provider's own document; exit code 1 when they contradict each other without a reason. */
export async function fidelity(name: string, options: FidelityOptions, console: Console): Promise<number> {
  const report = reporter(console, options);
  const [provider] = await providers([name], console.cwd);
  if (provider === undefined) throw new UsageError(`${name}: no such provider under specs/`);
  const file = join(provider.source, "differences.yaml");
  const listed = existsSync(file) ? await readDifferences(file) : none;
  const upstream = await upstreamOf(name, provider.source, options.upstream, console.cwd);
  if ("unmeasured" in upstream) {
    print(report, unmeasuredLines(upstream.unmeasured, listed));
    report.json({ provider: name, measured: false, reason: upstream.unmeasured, ...deliberate(listed) });
    return 0;
  }
  report.start(`${name}: comparing`);
  const { contract: ours } = await loadContract({ source: provider.source, strict: true, lint: false });
  const { contract: theirs } = await loadContract({ source: upstream.file, strict: false, name });
  const comparison = compare(ours.document, theirs.document, aliasesOf(listed.differences));
  const verdict = judge(comparison, listed.differences);
  const coverage = coverageOf(comparison, verdict);
  const failed = verdict.contradictions.length + verdict.stale.length > 0;
  report.done(`${name}: compared with ${inert(`${theirs.title} ${theirs.version}`)}`, failed ? "failure" : "ok");
  print(report, reportLines({ comparison, verdict, coverage }, listed));
  const { notCovered } = comparison;
  report.json({ provider: name, measured: true, coverage, ...verdict, remarks: listed.remarks, notCovered });
  return failed ? 1 : 0;
}

async function upstreamOf(name: string, folder: string, given: string | undefined, cwd: string): Promise<Upstream> {
  if (given === undefined) return await findUpstream(name, folder, workspaceRoot(cwd));
  const file = resolve(cwd, given);
  if (!existsSync(file)) throw new UsageError(`--upstream ${given}: no such file`);
  return { file };
}

function deliberate({ differences, remarks }: Differences) {
  return { differences, remarks };
}

function print(report: Reporter, lines: readonly Line[]): void {
  for (const { text, mark } of lines) {
    if (mark === "note") report.note(text);
    else report.done(text, mark);
  }
}
