import { readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { textReport } from "../compare/report/text.ts";
import { UsageError } from "../contract/errors.ts";
import { isObject, member } from "../contract/json.ts";
import { defaultLimits } from "../contract/limits.ts";
import { parseYaml } from "../contract/yaml.ts";
import { unmapped } from "../update/unmapped.ts";
import { update as run } from "../update/update.ts";
import { line } from "./failure.ts";
import { type Console, type OutputOptions, reporter } from "./reporter.ts";
import { providers, workspaceRoot } from "./workspace.ts";

export interface UpdateOptions extends OutputOptions {
  readonly from?: string;
  readonly dryRun?: boolean;
}

/** Takes a changed contract: diff, package, changeset, and what is now unmapped. */
export async function update(name: string, options: UpdateOptions, console: Console): Promise<number> {
  const { cwd } = console;
  const [provider] = await providers([name], cwd);
  if (provider === undefined) throw new UsageError(`${name}: no such provider under specs/`);
  const { from } = options;
  if (from === undefined) throw new UsageError(needed(name, provider.source));
  const root = workspaceRoot(cwd);
  const report = reporter(console, options);
  report.start(`${name}: taking ${from}`);
  const dryRun = options.dryRun === true;
  const changesets = join(root, ".changeset");
  const { comparison, contract, changeset, examples } = await run({ ...provider, changesets, from, cwd, dryRun });
  const done = !dryRun && comparison.bump !== "none";
  if (options.json !== true && options.quiet !== true) {
    console.out.write(textReport(comparison, contract.title, { surface: true }));
  }
  const file = changeset === undefined ? undefined : relative(cwd, join(changesets, changeset.file));
  report.done(`${name}: ${outcome(comparison.bump, dryRun, file)}`);
  for (const finding of examples) report.done(line(finding), "warning");
  const open = done ? await unmapped(root, contract.packageName) : [];
  for (const place of open) report.done(`unmapped: ${place}`, "failure");
  report.json({
    provider: name,
    ...comparison,
    written: done,
    changeset: done ? file : undefined,
    examples,
    unmapped: open,
  });
  return 0;
}

function outcome(bump: string, dryRun: boolean, file: string | undefined): string {
  if (file === undefined) return "nothing changed";
  return dryRun ? `${bump}; nothing written` : `${bump}, written with ${file}`;
}

function needed(name: string, source: string): string {
  const { value } = parseYaml(readFileSync(join(source, "provider.yaml"), "utf8"), defaultLimits);
  const url = isObject(value) ? member(member(value, "upstream"), "url") : undefined;
  return typeof url === "string"
    ? `${name}: merging the document of ${url} is not built yet; give our contract, changed, with --from <folder|file|url>`
    : `${name} has no upstream document; give our contract, changed, with --from <folder|file|url>`;
}
