import { join, relative, resolve } from "node:path";
import type { Finding } from "../contract/contract.ts";
import { UsageError } from "../contract/errors.ts";
import { type Counts, recall, remember } from "../package/cache.ts";
import { line } from "./failure.ts";
import { type Console, type OutputOptions, reporter } from "./reporter.ts";
import { providers, textOf } from "./workspace.ts";

interface GenerateOptions extends OutputOptions {
  readonly spec?: string;
  readonly output?: string;
  readonly name?: string;
  readonly config?: string;
  readonly overlay?: readonly string[];
  readonly allowRef?: readonly string[];
  readonly strict?: boolean;
}

/** One package to write: from which document, to which folder. */
interface Job {
  readonly label: string;
  readonly source: string;
  readonly output: string;
  readonly name: string | undefined;
  readonly config: string | undefined;
  readonly overlays: readonly string[];
  readonly allowRefs: readonly string[];
  readonly strict: boolean;
}

interface Outcome extends Counts {
  readonly package: string;
  readonly output: string;
  readonly files: number;
  readonly changed: readonly string[];
  readonly milliseconds: number;
  readonly findings: readonly Finding[];
}

export async function generate(names: readonly string[], options: GenerateOptions, console: Console): Promise<number> {
  const report = reporter(console, options);
  const outcomes: Outcome[] = [];
  for (const job of await jobs(names, options, console.cwd)) {
    report.start(`${job.label}: compiling`);
    const outcome = await run(job);
    outcomes.push(outcome);
    const changed =
      outcome.changed.length === 0 ? "unchanged" : `${outcome.changed.length} of ${outcome.files} files changed`;
    const time = `${(outcome.milliseconds / 1000).toFixed(2)} s`;
    report.done(
      `${job.label}: ${outcome.operations} operations, ${outcome.schemas} schemas, ${changed} ${report.dim(time)}`,
    );
    for (const finding of outcome.findings) report.note(line(finding));
  }
  report.json({ packages: outcomes });
  return 0;
}

async function jobs(names: readonly string[], options: GenerateOptions, cwd: string): Promise<Job[]> {
  const { spec, output, name, config } = options;
  const overlays = (options.overlay ?? []).map((path) => resolve(cwd, path));
  const allowRefs = options.allowRef ?? [];
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
      strict: true,
    }));
  }
  if (names.length > 0) throw new UsageError(`${names[0]}: name a provider or give --spec, not both`);
  if (output === undefined) throw new UsageError("--spec needs --output <dir>, the package folder to write");
  if (name === undefined && config === undefined)
    throw new UsageError("--spec needs --name <package>, or a --config that names it");
  const source = /^https?:\/\//i.test(spec) ? spec : resolve(cwd, spec);
  return [
    {
      label: name ?? spec,
      source,
      output: resolve(cwd, output),
      name,
      config: config === undefined ? undefined : resolve(cwd, config),
      overlays,
      allowRefs,
      strict: options.strict === true,
    },
  ];
}

async function run(job: Job): Promise<Outcome> {
  const started = performance.now();
  const known = await recall(job.output, job);
  const took = (): number => Math.round(performance.now() - started);
  if (known !== undefined) {
    return {
      package: job.label,
      output: job.output,
      ...known,
      files: 0,
      changed: [],
      milliseconds: took(),
      findings: [],
    };
  }
  const [{ loadContract }, { packageFiles }, { staleFiles, writePackage }] = await Promise.all([
    import("../contract/index.ts"),
    import("../package/files.ts"),
    import("../package/write.ts"),
  ]);
  const { contract, files: inputs } = await loadContract(job);
  const { files } = packageFiles(contract, (path) => textOf(join(job.output, path)));
  const changed = await staleFiles(job.output, files);
  if (changed.length > 0) await writePackage(job.output, files);
  const counts = { operations: contract.operations.length, schemas: schemaCount(contract.document) };
  const outputs = [...files.keys()].map((path) => join(job.output, path));
  // A document from a URL can change without a trace, and a repaired one should say so each time.
  const repeatable = !/^https?:/i.test(job.source) && contract.findings.length === 0;
  if (repeatable) await remember(job.output, job, [...inputs, ...outputs], counts);
  const { findings } = contract;
  return {
    package: contract.packageName,
    output: job.output,
    ...counts,
    files: files.size,
    changed,
    milliseconds: took(),
    findings,
  };
}

function schemaCount(document: { readonly [key: string]: unknown }): number {
  const components = document["components"];
  const schemas =
    typeof components === "object" && components !== null && "schemas" in components ? components.schemas : undefined;
  return typeof schemas === "object" && schemas !== null ? Object.keys(schemas).length : 0;
}

/** `packages/razorpay/openapi.json`, as a person in `cwd` would write it. */
export function shown(cwd: string, folder: string, path: string): string {
  return relative(cwd, join(folder, path));
}
