import { join } from "node:path";
import type { Limits } from "../contract/limits.ts";
import { type Result, recall, remember } from "../package/cache.ts";

/** One package to write: from which document, to which folder. */
export interface Job {
  readonly label: string;
  readonly source: string;
  readonly output: string;
  readonly name: string | undefined;
  readonly config: string | undefined;
  readonly overlays: readonly string[];
  readonly allowRefs: readonly string[];
  readonly schemas: boolean | undefined;
  readonly strict: boolean;
  readonly limits?: Partial<Limits>;
}

export interface Outcome extends Result {
  readonly label: string;
  readonly package: string;
  readonly output: string;
  readonly files: number;
  readonly changed: readonly string[];
  readonly milliseconds: number;
}

/** What an earlier run came to, when this one would come to the same. */
export async function recalled(job: Job): Promise<Outcome | undefined> {
  const started = performance.now();
  const known = await recall(job.output, job);
  if (known === undefined) return undefined;
  const { label, output } = job;
  return { label, package: label, output, ...known, files: 0, changed: [], milliseconds: since(started) };
}

/** Compiles a document and writes what has changed. */
export async function compile(job: Job): Promise<Outcome> {
  const started = performance.now();
  const clock = Date.now();
  const [{ loadContract }, { packageFiles }, { ownText }, { staleFiles, writePackage }] = await Promise.all([
    import("../contract/index.ts"),
    import("../package/files.ts"),
    import("../package/inside.ts"),
    import("../package/write.ts"),
  ]);
  const { contract, files: inputs } = await loadContract(job);
  const { files } = packageFiles(contract, (path) => ownText(job.output, path), job.limits);
  const changed = await staleFiles(job.output, files);
  if (changed.length > 0) await writePackage(job.output, files);
  const result: Result = {
    operations: contract.operations.length,
    schemas: schemaCount(contract.document),
    findings: contract.findings,
    inputs,
  };
  // A document from a URL can change without a trace.
  if (!/^https?:/i.test(job.source)) {
    const outputs = [...files.keys()].map((path) => join(job.output, path));
    await remember(job.output, job, outputs, result, clock);
  }
  const { label, output } = job;
  const milliseconds = since(started);
  return { label, package: contract.packageName, output, ...result, files: files.size, changed, milliseconds };
}

function since(started: number): number {
  return Math.round(performance.now() - started);
}

function schemaCount(document: { readonly [key: string]: unknown }): number {
  const components = document["components"];
  const schemas =
    typeof components === "object" && components !== null && "schemas" in components ? components.schemas : undefined;
  return typeof schemas === "object" && schemas !== null ? Object.keys(schemas).length : 0;
}
