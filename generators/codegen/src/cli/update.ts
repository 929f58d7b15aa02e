import { join, relative, resolve } from "node:path";
import { textReport } from "../compare/report/text.ts";
import { formatFinding, UsageError } from "../contract/errors.ts";
import { defaultLimits, type Limits } from "../contract/limits.ts";
import { inert } from "../contract/text.ts";
import { upstreamOf } from "../update/given.ts";
import type { Kind } from "../update/job.ts";
import { upstreamLines } from "../update/report.ts";
import { unmappedLine } from "../update/unmapped.ts";
import { baseline, update as run, type UpdateJob } from "../update/update.ts";
import { lockFile } from "../update/upstream/lock.ts";
import { line } from "./failure.ts";
import { type Console, type OutputOptions, type Reporter, reporter } from "./reporter.ts";
import { providers, workspaceRoot } from "./workspace.ts";

export interface UpdateOptions extends OutputOptions {
  readonly from?: string;
  readonly as?: string;
  readonly overlay?: readonly string[];
  readonly strict?: boolean;
  readonly dryRun?: boolean;
  readonly baseline?: boolean;
  readonly limits?: Partial<Limits>;
}

/** Takes what providers changed: diff, package, changeset, and what is now unmapped. */
export async function update(names: readonly string[], options: UpdateOptions, console: Console): Promise<number> {
  const { cwd } = console;
  const given = await providers(names, cwd);
  if (given.length > 1 && options.from !== undefined) throw new UsageError("--from goes with one provider");
  const report = reporter(console, options);
  const stop = new AbortController();
  const onSignal = (): void => stop.abort();
  // Everything happens aside until it is moved into place, and that takes no time worth stopping.
  process.once("SIGINT", onSignal).once("SIGTERM", onSignal);
  try {
    for (const { name, source, output } of given) {
      const { from, overlay = [], strict = false, dryRun = false } = options;
      const job: UpdateJob = {
        name,
        source,
        output,
        root: workspaceRoot(cwd),
        cwd,
        from,
        as: kindOf(options.as),
        overlays: overlay.map((file) => resolve(cwd, file)),
        strict,
        dryRun,
        limits: { ...defaultLimits, ...options.limits },
        signal: stop.signal,
      };
      // Of all providers some have no document of their own; who asks for one of those is told so.
      if (names.length === 0 && upstreamOf(source)?.url === undefined) {
        report.done(`${name}: has no upstream document`);
        continue;
      }
      report.start(`${name}: taking ${from ?? "the upstream document"}`);
      if (options.baseline === true) await follow(job, report, cwd);
      else await take(job, report, options, console);
    }
    return 0;
  } finally {
    process.off("SIGINT", onSignal).off("SIGTERM", onSignal);
  }
}

function kindOf(text: string | undefined): Kind | undefined {
  if (text === undefined || text === "upstream" || text === "contract") return text;
  throw new UsageError(`--as ${inert(text)}: upstream or contract is expected`);
}

async function follow(job: UpdateJob, report: Reporter, cwd: string): Promise<void> {
  const { document, leftOut } = await baseline(job);
  const file = relative(cwd, join(job.source, lockFile));
  report.done(`${job.name}: follows revision ${document.revision}; ${job.dryRun ? "nothing" : file} written`);
  report.json({ provider: job.name, document, leftOut, written: !job.dryRun });
}

async function take(job: UpdateJob, report: Reporter, options: UpdateOptions, { cwd, out }: Console): Promise<void> {
  const { name, root, dryRun } = job;
  const { comparison, contract, changesets, examples, upstream, unmapped: open, written } = await run(job);
  const isQuiet = options.json === true || options.quiet === true;
  if (upstream !== undefined && !isQuiet) out.write(upstreamLines(upstream));
  if (!isQuiet && comparison.bump !== "none") out.write(textReport(comparison, contract.title, { surface: true }));
  const files = changesets.map(({ file }) => relative(cwd, join(root, ".changeset", file)));
  report.done(`${name}: ${outcome(comparison.bump, dryRun, written, files)}`);
  for (const finding of upstream?.remarks ?? []) report.done(formatFinding(finding), "warning");
  for (const finding of examples) report.done(line(finding), "warning");
  for (const place of open) report.done(`unmapped: ${unmappedLine(place)}`, "failure");
  report.json({
    provider: name,
    ...comparison,
    upstream:
      upstream === undefined
        ? undefined
        : {
            document: upstream.lock.document,
            changes: upstream.changes,
            outcomes: upstream.outcomes,
            newOperations: upstream.newOperations,
            remarks: upstream.remarks,
          },
    written,
    changesets: changesets.map(({ text }, index) => ({ file: files[index], text })),
    examples,
    unmapped: open,
  });
}

function outcome(bump: string, dryRun: boolean, written: boolean, files: readonly string[]): string {
  if (bump === "none") return written ? "nothing changed for us; the lock follows the new document" : "nothing changed";
  return dryRun ? `${bump}; nothing written` : `${bump}, written with ${files.join(" and ")}`;
}
