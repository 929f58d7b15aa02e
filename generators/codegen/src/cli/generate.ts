import { join, relative, resolve } from "node:path";
import { UsageError } from "../contract/errors.ts";
import { readLimits } from "../contract/limits.ts";
import type { Job, Outcome } from "./compile.ts";
import { compileAll } from "./compile-all.ts";
import { repairLines, writeReport } from "./repairs.ts";
import { type Console, type OutputOptions, reporter } from "./reporter.ts";
import { providers } from "./workspace.ts";

interface GenerateOptions extends OutputOptions {
  readonly spec?: string;
  readonly output?: string;
  readonly name?: string;
  readonly config?: string;
  readonly overlay?: readonly string[];
  readonly allowRef?: readonly string[];
  readonly schemas?: boolean;
  readonly strict?: boolean;
  /** True: all repairs are listed; text: in this file. */
  readonly report?: string | boolean;
  readonly watch?: boolean;
  readonly limit?: readonly string[];
}

/** Compiles every package that was asked for; with --watch again whenever a document changes, until it is interrupted. */
export async function generate(names: readonly string[], options: GenerateOptions, console: Console): Promise<number> {
  const all = await jobs(names, options, console.cwd);
  if (options.watch === true) {
    if (options.json === true) throw new UsageError("--watch prints for people; leave --json out");
    const { watch } = await import("./watch.ts");
    return await watch(all, async () => await once(all, options, console), console);
  }
  await once(all, options, console);
  return 0;
}

async function once(all: readonly Job[], options: GenerateOptions, console: Console): Promise<readonly Outcome[]> {
  const report = reporter(console, options);
  const outcomes: Outcome[] = [];
  report.start(`${all.map(({ label }) => label).join(", ")}: compiling`);
  for await (const outcome of compileAll(all)) {
    outcomes.push(outcome);
    const changed =
      outcome.changed.length === 0 ? "unchanged" : `${outcome.changed.length} of ${outcome.files} files changed`;
    const time = `${(outcome.milliseconds / 1000).toFixed(2)} s`;
    report.done(
      `${outcome.label}: ${outcome.operations} operations, ${outcome.schemas} schemas, ${changed} ${report.dim(time)}`,
    );
    for (const text of repairLines(outcome.findings, options.report)) report.note(text);
  }
  if (typeof options.report === "string") {
    await writeReport(resolve(console.cwd, options.report), outcomes);
    report.note(`repairs are listed in ${options.report}`);
  }
  report.json({ packages: outcomes.map(({ inputs: _, label: __, ...rest }) => rest) });
  return outcomes;
}

async function jobs(names: readonly string[], options: GenerateOptions, cwd: string): Promise<Job[]> {
  const { spec, output, name, config } = options;
  const overlays = (options.overlay ?? []).map((path) => resolve(cwd, path));
  const allowRefs = options.allowRef ?? [];
  const limits = readLimits(options.limit ?? []);
  if (spec === undefined) {
    if (output !== undefined || name !== undefined || config !== undefined || overlays.length > 0) {
      throw new UsageError("--output, --name, --config and --overlay go with --spec");
    }
    const found = await providers(names, cwd);
    return found.map(({ name: label, ...rest }) => ({
      label,
      ...rest,
      name: undefined,
      config: undefined,
      overlays,
      allowRefs,
      schemas: options.schemas,
      strict: true,
      limits,
    }));
  }
  if (names.length > 0) throw new UsageError(`${names[0]}: name a provider or give --spec, not both`);
  if (output === undefined) throw new UsageError("--spec needs --output <dir>, the package folder to write");
  if (name === undefined && config === undefined)
    throw new UsageError("--spec needs --name <package>, or a --config that names it");
  const source = /^[a-z][a-z0-9+.-]+:\/\//i.test(spec) ? spec : resolve(cwd, spec);
  return [
    {
      label: name ?? spec,
      source,
      output: resolve(cwd, output),
      name,
      config: config === undefined ? undefined : resolve(cwd, config),
      overlays,
      allowRefs,
      schemas: options.schemas,
      strict: options.strict === true,
      limits,
    },
  ];
}

/** `packages/razorpay/openapi.json`, as a person in `cwd` would write it. */
export function shown(cwd: string, folder: string, path: string): string {
  return relative(cwd, join(folder, path));
}
