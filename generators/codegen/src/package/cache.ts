import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, stat, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import type { Finding } from "../contract/contract.ts";
import { leadsOut } from "./inside.ts";

/** What a run came to, as far as the next one can say it again. */
export interface Result {
  readonly operations: number;
  readonly schemas: number;
  readonly findings: readonly Finding[];
  /** Absolute paths of the files that it depends on. */
  readonly inputs: readonly string[];
}

/** What an earlier run read and wrote, so that a run that would change nothing can end at once. */
interface Memory extends Result {
  readonly generator: string;
  readonly options: string;
  /** Findings name files as seen from here. */
  readonly cwd: string;
  readonly hashes: Readonly<Record<string, string>>;
}

/** The result of the earlier run when neither its inputs, its outputs, its options nor the generator changed. */
export async function recall(output: string, options: unknown): Promise<Result | undefined> {
  if (leadsOut(output, cacheFile) !== undefined) return undefined;
  const memory = await load(join(output, cacheFile));
  if (memory === undefined || memory.options !== JSON.stringify(options)) return undefined;
  if (memory.findings.length > 0 && memory.cwd !== process.cwd()) return undefined;
  if (memory.generator !== (await generatorHash())) return undefined;
  const { operations, schemas, findings, inputs, hashes } = memory;
  const entries = await Promise.all(
    Object.entries(hashes).map(async ([path, hash]) => (await hashFile(path)) === hash),
  );
  return entries.every(Boolean) ? { operations, schemas, findings, inputs } : undefined;
}

/** `started` is when the run began, in milliseconds since 1970: what was edited meanwhile may not be what was read. */
export async function remember(
  output: string,
  options: unknown,
  outputs: readonly string[],
  result: Result,
  started: number,
): Promise<void> {
  const times = await Promise.all(result.inputs.map(changedAt));
  if (times.some((time) => time >= started)) return;
  const hashes: Record<string, string> = {};
  for (const path of [...result.inputs, ...outputs]) hashes[resolve(path)] = await hashFile(path);
  const memory: Memory = {
    ...result,
    generator: await generatorHash(),
    options: JSON.stringify(options),
    cwd: process.cwd(),
    hashes,
  };
  if (leadsOut(output, cacheFile) !== undefined) return;
  const target = join(output, cacheFile);
  try {
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, JSON.stringify(memory));
  } catch {
    // A read-only tree only costs the next run its shortcut.
  }
}

async function changedAt(path: string): Promise<number> {
  return await stat(path).then(
    ({ mtimeMs }) => mtimeMs,
    () => 0,
  );
}

/** Beside the output, in the folder that package managers and version control leave alone. */
const cacheFile = join("node_modules", ".cache", "specie.json");

async function load(path: string): Promise<Memory | undefined> {
  try {
    const value: unknown = JSON.parse(await readFile(path, "utf8"));
    return isMemory(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isMemory(value: unknown): value is Memory {
  if (typeof value !== "object" || value === null) return false;
  const has = (key: string): boolean => Array.isArray(Reflect.get(value, key));
  return (
    has("findings") &&
    has("inputs") &&
    "generator" in value &&
    "options" in value &&
    "hashes" in value &&
    typeof value.hashes === "object" &&
    value.hashes !== null
  );
}

async function hashFile(path: string): Promise<string> {
  try {
    return createHash("sha256")
      .update(await readFile(path))
      .digest("base64");
  } catch {
    return "missing";
  }
}

let generator: Promise<string> | undefined;

/** The generator's own code: a change to it is a change of every output. */
function generatorHash(): Promise<string> {
  generator ??= (async () => {
    const root = resolve(import.meta.dirname, "..");
    const entries = await readdir(root, { recursive: true, withFileTypes: true });
    const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
    const hashes = await Promise.all(paths.sort().map(hashFile));
    return createHash("sha256").update(hashes.join()).digest("base64");
  })();
  return generator;
}
