import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { cp, mkdir, readdir, rename, rm, writeFile } from "node:fs/promises";
import { dirname, extname, join, relative } from "node:path";

/** A second copy of a provider's folder under specs/, changed there and moved into place when all is well. */
export interface Stage {
  readonly folder: string;
  readonly remove: () => Promise<void>;
}

/** On the same file system, so that moving it is one step, and not under specs/, where it would be one more provider. */
export async function stage(folder: string): Promise<Stage> {
  const copy = aside(folder);
  await cp(folder, copy, { recursive: true });
  return { folder: copy, remove: () => rm(copy, { recursive: true, force: true }) };
}

function aside(folder: string): string {
  return join(dirname(dirname(folder)), `.specie-${randomBytes(6).toString("hex")}`);
}

/** Our own files beside a contract: another contract brings none of them, and takes none away. */
const kept = new Set(["differences.yaml", "overlay.yaml", "upstream.lock.json", "provider.yaml"]);

/** Puts the documents of another contract folder in the place of those that are there. */
export async function replaceDocuments(folder: string, source: string): Promise<void> {
  for (const path of await documentsOf(folder)) await rm(join(folder, path));
  for (const path of await documentsOf(source)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await cp(join(source, path), join(folder, path));
  }
  const names = join(source, "provider.yaml");
  if (existsSync(names)) await cp(names, join(folder, "provider.yaml"));
}

async function documentsOf(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && [".yaml", ".yml", ".json"].includes(extname(entry.name)))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .filter((path) => !kept.has(path));
}

/** Several steps that are taken together or not at all. */
export interface Transaction {
  /** Moves `from` to `to`; what was there comes back when a later step fails. */
  readonly move: (from: string, to: string) => Promise<void>;
  readonly write: (file: string, text: string) => Promise<void>;
}

/** Runs the steps; when one fails everything is put back, and the failure thrown on. */
export async function together(steps: (transaction: Transaction) => Promise<void>): Promise<void> {
  const undo: (() => Promise<void>)[] = [];
  const leftovers: string[] = [];
  try {
    await steps({
      async move(from, to) {
        const old = aside(to);
        await rename(to, old);
        undo.push(() => rename(old, to));
        leftovers.push(old);
        await rename(from, to);
        undo.push(() => rename(to, from));
      },
      async write(file, text) {
        await mkdir(dirname(file), { recursive: true });
        undo.push(() => rm(file, { force: true }));
        await writeFile(file, text, { flag: "wx" });
      },
    });
  } catch (error) {
    for (const step of undo.reverse()) await step();
    throw error;
  }
  for (const path of leftovers) await rm(path, { recursive: true, force: true });
}
