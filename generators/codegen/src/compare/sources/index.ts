import { existsSync, statSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { type Contract, ContractError, loadContract } from "../../contract/index.ts";
import { checkOut, parseRevision } from "./revision.ts";

export interface SourceOptions {
  readonly cwd: string;
  /** provider.yaml for both sides; default: the one beside each document, or beside the other one. */
  readonly config?: string | undefined;
  readonly allowRefs?: readonly string[] | undefined;
}

/** Where a side really is. */
interface Opened {
  /** As the caller wrote it. */
  readonly label: string;
  readonly source: string;
  readonly config: string | undefined;
  /** Of a revision: the folder that stands for its root. */
  readonly root: string | undefined;
  readonly close: () => Promise<void>;
}

/**
 * The contracts of two sources: files, folders, URLs, and git revisions such as `main:specs/razorpay`.
 *
 * @throws ContractError when one cannot become a client, UsageError when one cannot be had.
 */
export async function loadBoth(older: string, newer: string, options: SourceOptions): Promise<[Contract, Contract]> {
  const opened: Opened[] = [];
  try {
    for (const source of [older, newer]) opened.push(await open(source, options));
    // Names come from provider.yaml: without the same one on both sides every name would be another.
    const shared = opened.find(({ config }) => config !== undefined)?.config;
    const contracts: Contract[] = [];
    for (const side of opened) contracts.push(await load({ ...side, config: side.config ?? shared }, options));
    const [before, after] = contracts;
    if (before === undefined || after === undefined) throw new Error("two sources are needed");
    return [before, after];
  } finally {
    await Promise.all(opened.map(({ close }) => close()));
  }
}

async function open(label: string, { cwd, config }: SourceOptions): Promise<Opened> {
  const given = config === undefined ? undefined : resolve(cwd, config);
  const local = resolve(cwd, label);
  const keep = async (): Promise<void> => undefined;
  if (/^https?:\/\//i.test(label)) return { label, source: label, config: given, root: undefined, close: keep };
  if (existsSync(local) || parseRevision(label) === undefined) {
    return { label, source: local, config: given ?? beside(local), root: undefined, close: keep };
  }
  const { path, root, remove } = await checkOut(label, cwd);
  return { label, source: path, config: given ?? beside(path), root, close: remove };
}

function beside(path: string): string | undefined {
  if (!existsSync(path)) return undefined;
  const file = join(statSync(path).isDirectory() ? path : dirname(path), "provider.yaml");
  return existsSync(file) ? file : undefined;
}

async function load({ label, source, config, root }: Opened, { allowRefs }: SourceOptions): Promise<Contract> {
  try {
    const name = config === undefined ? "client" : undefined;
    const { contract } = await loadContract({ source, config, allowRefs, name, strict: false, lint: false });
    return contract;
  } catch (error) {
    if (!(error instanceof ContractError) || root === undefined) throw error;
    // Nobody knows the temporary folder: `main:specs/razorpay/openapi.yaml` is what was read.
    const hidden = `${relative(process.cwd(), root)}/`;
    const revision = `${label.slice(0, label.indexOf(":"))}:`;
    throw new ContractError(
      error.findings.map((finding) => ({ ...finding, file: finding.file.replace(hidden, revision) })),
    );
  }
}
