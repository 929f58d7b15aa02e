import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";

/** What an earlier run read and wrote, so that a run that would change nothing can end at once. */
interface Memory {
  readonly generator: string;
  readonly options: string;
  readonly operations: number;
  readonly schemas: number;
  readonly hashes: Readonly<Record<string, string>>;
}

export interface Counts {
  readonly operations: number;
  readonly schemas: number;
}

/** The counts of the earlier run when neither its inputs, its outputs, its options nor the generator changed. */
export async function recall(output: string, options: unknown): Promise<Counts | undefined> {
  const memory = await load(cacheFile(output));
  if (memory === undefined || memory.options !== JSON.stringify(options)) return undefined;
  if (memory.generator !== (await generatorHash())) return undefined;
  const entries = await Promise.all(
    Object.entries(memory.hashes).map(async ([path, hash]) => (await hashFile(path)) === hash),
  );
  return entries.every(Boolean) ? { operations: memory.operations, schemas: memory.schemas } : undefined;
}

export async function remember(
  output: string,
  options: unknown,
  paths: readonly string[],
  counts: Counts,
): Promise<void> {
  const hashes: Record<string, string> = {};
  for (const path of paths) hashes[resolve(path)] = await hashFile(path);
  const memory: Memory = { generator: await generatorHash(), options: JSON.stringify(options), ...counts, hashes };
  const target = cacheFile(output);
  try {
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, JSON.stringify(memory));
  } catch {
    // A read-only tree only costs the next run its shortcut.
  }
}

/** Beside the output, in the folder that package managers and version control leave alone. */
function cacheFile(output: string): string {
  return join(output, "node_modules", ".cache", "specie.json");
}

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
  return "generator" in value && "options" in value && "hashes" in value && typeof value.hashes === "object";
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
