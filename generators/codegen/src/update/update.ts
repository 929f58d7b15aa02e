import { existsSync, readFileSync, statSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { join, relative, resolve } from "node:path";
import { type Comparison, compareContracts } from "../compare/index.ts";
import { checkOut, parseRevision } from "../compare/sources/revision.ts";
import { type Contract, ContractError, type Finding, loadContract, UsageError } from "../contract/index.ts";
import { inert } from "../contract/text.ts";
import { packageFiles } from "../package/files.ts";
import { writePackage } from "../package/write.ts";
import { type Changeset, changesetFor } from "./changeset.ts";
import { mergeInto } from "./merge.ts";
import { replaceDocuments, stage, together } from "./stage.ts";

export interface UpdateJob {
  readonly name: string;
  /** `specs/<provider>` */
  readonly source: string;
  /** `packages/<provider>` */
  readonly output: string;
  /** Folder of the changesets. */
  readonly changesets: string;
  /** The changed contract: a folder, a file, a URL, or a git revision of one. */
  readonly from: string;
  readonly cwd: string;
  readonly dryRun: boolean;
}

export interface Update {
  readonly contract: Contract;
  readonly comparison: Comparison;
  readonly changeset: Changeset | undefined;
  /** Examples of ours that no longer fit their schema. */
  readonly examples: readonly Finding[];
}

/**
 * Takes a changed contract in the place of a provider's own: judges it, regenerates the package, writes a changeset.
 * Either all of it happens or nothing.
 *
 * @throws ContractError when what is given cannot become our contract, UsageError when it cannot be had.
 */
export async function update(job: UpdateJob): Promise<Update> {
  const { contract: older } = await loadContract({ source: job.source, strict: true, lint: false });
  const staged = await stage(job.source);
  try {
    await bring(job, staged.folder, older);
    const { contract: newer, examples } = await loadStaged(staged.folder, job);
    const comparison = await compareContracts(older, newer, { cwd: job.cwd });
    const changeset = changesetFor(newer.packageName, job.name, newer.title, comparison);
    if (!job.dryRun && comparison.bump !== "none") {
      const { files } = packageFiles(newer, (path) => existing(join(job.output, path)));
      await together(async ({ move, write }) => {
        await move(staged.folder, job.source);
        if (changeset !== undefined) await write(join(job.changesets, changeset.file), changeset.text);
        // Last: it puts its own steps back.
        await writePackage(job.output, files);
      });
    }
    return { contract: newer, comparison, changeset, examples };
  } finally {
    await staged.remove();
  }
}

/** A folder brings its files; one document is merged into ours, place by place. */
async function bring(job: UpdateJob, folder: string, older: Contract): Promise<void> {
  const local = resolve(job.cwd, job.from);
  if (/^https?:\/\//i.test(job.from)) return merge(job, folder, older, job.from);
  if (existsSync(local)) {
    return statSync(local).isDirectory() ? replaceDocuments(folder, local) : merge(job, folder, older, local);
  }
  if (parseRevision(job.from) === undefined) throw new UsageError(`--from ${job.from}: no such file or folder`);
  const { path, remove } = await checkOut(job.from, job.cwd);
  try {
    await (statSync(path).isDirectory() ? replaceDocuments(folder, path) : merge(job, folder, older, path));
  } finally {
    await remove();
  }
}

async function merge(job: UpdateJob, folder: string, older: Contract, source: string): Promise<void> {
  const config = join(folder, "provider.yaml");
  const { contract: theirs } = await loadContract({ source, config, strict: false, lint: false });
  const dropped = older.operations.filter(
    ({ method, path }) => !theirs.operations.some((other) => other.method === method && other.path === path),
  );
  const [first] = dropped;
  if (first !== undefined) {
    const more = dropped.length > 1 ? ` and ${dropped.length - 1} more` : "";
    const what = inert(`${first.method} ${first.path}`, 200);
    throw fault(job, "dropped-operation", `${what}${more} is covered by specs/${job.name} and not in it any more`);
  }
  const root = ["openapi.yaml", "openapi.yml", "openapi.json"].map((name) => join(folder, name)).find(existsSync);
  if (root === undefined) throw new UsageError(`specs/${job.name} holds no openapi.yaml`);
  const read = (file: string): Promise<string> => readFile(file, "utf8");
  for (const [file, text] of await mergeInto(root, older.document, theirs.document, read)) await writeFile(file, text);
  const { contract: merged } = await loadContract({ source: folder, strict: false, lint: false });
  const rest = await compareContracts(theirs, merged, { cwd: job.cwd, surface: false });
  const wrong = rest.wire.find(({ bump }) => bump !== "patch");
  if (wrong !== undefined) throw fault(job, "merge", `cannot be merged into specs/${job.name}: ${wrong.message}`);
}

function fault({ from }: UpdateJob, rule: string, message: string): ContractError {
  return new ContractError([{ rule, severity: "error", message, file: inert(from, 200), line: undefined }]);
}

/**
 * Strictly, as `specie check` will read it; faults are shown where the files are going to be. Our own examples may no
 * longer fit: that is for a person to mend, and no reason to refuse what the provider does.
 */
async function loadStaged(
  folder: string,
  job: UpdateJob,
): Promise<{ contract: Contract; examples: readonly Finding[] }> {
  const shown = (finding: Finding): Finding => {
    const [from = "", to = ""] = [folder, job.source].map((path) => relative(process.cwd(), path));
    return { ...finding, file: finding.file.replace(from, to) };
  };
  try {
    return { contract: (await loadContract({ source: folder, strict: true })).contract, examples: [] };
  } catch (error) {
    if (!(error instanceof ContractError)) throw error;
    const findings = error.findings.map(shown);
    if (findings.some(({ rule }) => rule !== "example")) throw new ContractError(findings);
    return {
      contract: (await loadContract({ source: folder, strict: true, lint: false })).contract,
      examples: findings,
    };
  }
}

function existing(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}
