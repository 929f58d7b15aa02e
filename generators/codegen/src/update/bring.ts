import { existsSync, statSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { compareContracts } from "../compare/index.ts";
import { checkOut, parseRevision } from "../compare/sources/revision.ts";
import { type Contract, ContractError, loadContract, UsageError } from "../contract/index.ts";
import { inert } from "../contract/text.ts";
import type { UpdateJob } from "./job.ts";
import { mergeInto } from "./merge.ts";
import { replaceDocuments } from "./stage.ts";

type Job = Pick<UpdateJob, "name" | "cwd"> & { readonly from: string };

/** Brings our contract, changed, into a folder: a folder file by file, one document place by place. */
export async function bringContract(job: Job, folder: string, older: Contract): Promise<void> {
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

async function merge(job: Job, folder: string, older: Contract, source: string): Promise<void> {
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

function fault({ from }: Job, rule: string, message: string): ContractError {
  return new ContractError([{ rule, severity: "error", message, file: inert(from, 200), line: undefined }]);
}
