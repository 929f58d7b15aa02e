import { existsSync, readFileSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { basename, join, relative } from "node:path";
import { type Comparison, compareContracts, larger } from "../compare/index.ts";
import { type Contract, ContractError, type Finding, loadContract, UsageError } from "../contract/index.ts";
import { inert } from "../contract/text.ts";
import { aliasesOf, readDifferences } from "../fidelity/index.ts";
import { packageFiles } from "../package/files.ts";
import { writePackage } from "../package/write.ts";
import { bringContract } from "./bring.ts";
import { type Changeset, changesetFor, followsChange, followsClient } from "./changeset.ts";
import { candidate } from "./dependents/candidate.ts";
import { type Dependent, dependentsOf } from "./dependents/dependents.ts";
import { reaching, softened } from "./dependents/reach.ts";
import { given } from "./given.ts";
import type { Update, UpdateJob } from "./job.ts";
import { mergeInto } from "./merge.ts";
import { stage, together } from "./stage.ts";
import { type Unmapped, unmapped } from "./unmapped.ts";
import { type Lock, lockFile, printLock, readLock } from "./upstream/lock.ts";
import { lockFor, type Received, type Taken, type TakeOptions, takeUpstream } from "./upstream/take.ts";

export type { Update, UpdateJob } from "./job.ts";

/**
 * Takes what a provider changed, or a changed contract in the place of our own: judges it, regenerates the package,
 * writes changesets. Either all of it happens or nothing.
 *
 * @throws ContractError when what is given cannot become our contract, UsageError when it cannot be had.
 */
export async function update(job: UpdateJob): Promise<Update> {
  const { contract: older } = await loadContract({ source: job.source, strict: true, lint: false });
  const lock = await readLock(job.source, `specs/${job.name}`);
  const found = await given(job, older, lock);
  if (found.kind === "unchanged") return nothing(older);
  const staged = await stage(job.source);
  try {
    const taken =
      found.kind === "upstream" ? await bringUpstream(job, staged.folder, older, lock, found.received) : undefined;
    if (found.kind === "contract") await bringContract({ ...job, from: found.from }, staged.folder, older);
    const { contract: newer, examples } = await loadStaged(staged.folder, job);
    const { files } = packageFiles(newer, (path) => existing(join(job.output, path)));
    const isSame = JSON.stringify(older.document) === JSON.stringify(newer.document);
    const [comparison, around] = await Promise.all([
      compareContracts(older, newer, { cwd: job.cwd }),
      isSame ? { dependents: [], unmapped: [] } : aroundOf(job, newer, files),
    ]);
    const changesets = changesetsFor(job, older, newer, comparison, around.dependents);
    const written = !job.dryRun && (comparison.bump !== "none" || taken !== undefined);
    if (written) await swap(job, staged.folder, files, comparison, changesets);
    const { unmapped: open } = around;
    return { contract: newer, comparison, changesets, examples, upstream: taken, unmapped: open, written };
  } finally {
    await staged.remove();
  }
}

/** Writes the lock for a document that our contract follows already, and nothing else. */
export async function baseline(job: UpdateJob): Promise<Lock> {
  const { contract } = await loadContract({ source: job.source, strict: true, lint: false });
  const found = await given({ ...job, as: "upstream" }, contract, undefined);
  if (found.kind !== "upstream") throw new UsageError("--baseline needs the provider's document");
  const lock = await lockFor(contract, found.received, await takeOptions(job));
  if (!job.dryRun) await writeFile(join(job.source, lockFile), printLock(lock));
  return lock;
}

function nothing(contract: Contract): Update {
  const comparison: Comparison = { bump: "none", wire: [], surface: [] };
  return { contract, comparison, changesets: [], examples: [], upstream: undefined, unmapped: [], written: false };
}

/** What the new client does to the packages that stand on it. */
async function aroundOf(
  job: UpdateJob,
  { packageName }: Contract,
  files: ReadonlyMap<string, string>,
): Promise<{ readonly dependents: readonly Dependent[]; readonly unmapped: readonly Unmapped[] }> {
  const client = await candidate(job.root, packageName, job.output, files);
  try {
    const [dependents, open] = await Promise.all([dependentsOf(client), unmapped(client)]);
    return { dependents, unmapped: open };
  } finally {
    await client.remove();
  }
}

/** One for the client, and one for each package whose own surface moves with it. */
function changesetsFor(
  job: UpdateJob,
  older: Contract,
  newer: Contract,
  comparison: Comparison,
  dependents: readonly Dependent[],
): Changeset[] {
  if (comparison.bump === "none") return [];
  const { packageName } = newer;
  const own = changesetFor(packageName, job.name, followsChange(newer.title), comparison);
  const others = dependents.map(({ name, imported, moved, compatible }) => {
    if (!moved) return undefined;
    const all = reaching(imported, comparison, older, newer);
    const reached = compatible ? softened(all) : all;
    // The compiler says that something moved: then it is a change, whatever else is known of it.
    const bump = larger(reached.bump, "minor");
    return changesetFor(name, `${job.name}-${basename(name)}`, followsClient(packageName), { ...reached, bump });
  });
  return [own, ...others].filter((each) => each !== undefined);
}

/** Merges what the provider changed into the files of our contract, and notes which document that was. */
async function bringUpstream(
  job: UpdateJob,
  folder: string,
  older: Contract,
  lock: Lock | undefined,
  received: Received,
): Promise<Taken> {
  if (lock === undefined) {
    const made = `specie update ${job.name} --from <the document that it follows> --baseline`;
    throw new UsageError(`specs/${job.name} has no ${lockFile} to compare with; make one: ${made}`);
  }
  const taken = await takeUpstream(older, lock, received, await takeOptions(job));
  const root = ["openapi.yaml", "openapi.yml", "openapi.json"].map((name) => join(folder, name)).find(existsSync);
  if (root === undefined) throw new UsageError(`specs/${job.name} holds no openapi.yaml`);
  const read = (file: string): Promise<string> => readFile(file, "utf8");
  for (const [file, text] of await mergeInto(root, older.document, taken.document, read)) await writeFile(file, text);
  await writeFile(join(folder, lockFile), printLock(taken.lock));
  return taken;
}

async function takeOptions({ name, source, overlays, strict, limits }: UpdateJob): Promise<TakeOptions> {
  const [own, differences] = ["overlay.yaml", "differences.yaml"].map((file) => join(source, file));
  return {
    name,
    config: join(source, "provider.yaml"),
    overlays: [...(own !== undefined && existsSync(own) ? [own] : []), ...overlays],
    aliases:
      differences !== undefined && existsSync(differences)
        ? aliasesOf((await readDifferences(differences)).differences)
        : new Map(),
    strict,
    limits,
  };
}

async function swap(
  job: UpdateJob,
  staged: string,
  files: ReadonlyMap<string, string>,
  { bump }: Comparison,
  changesets: readonly Changeset[],
): Promise<void> {
  if (job.signal?.aborted === true) throw new UsageError("stopped; nothing was written");
  await together(async ({ move, write }) => {
    await move(staged, job.source);
    for (const { file, text } of changesets) await write(join(job.root, ".changeset", file), text);
    // Last: it puts its own steps back.
    if (bump !== "none") await writePackage(job.output, files);
  });
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
    return { ...finding, file: inert(finding.file.replace(from, to), 400) };
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
