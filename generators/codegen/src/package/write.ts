import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readdir, realpath, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join, relative, sep } from "node:path";
import { UsageError } from "../contract/index.ts";
import { generatedFolder } from "./files.ts";
import { leadsOut, ownText } from "./inside.ts";

/** Relative paths of a package folder that are not what they should be. */
export async function staleFiles(folder: string, files: ReadonlyMap<string, string>): Promise<string[]> {
  const stale: string[] = [];
  for (const [path, text] of files) if (ownText(folder, path) !== text) stale.push(path);
  for (const name of await list(join(folder, generatedFolder))) {
    const path = join(generatedFolder, name);
    if (!files.has(path)) stale.push(path);
  }
  return stale.sort();
}

/**
 * Writes a package folder: everything goes to a temporary folder beside it first and is moved into place only when all
 * of it is there, `src/generated` as a whole. When something fails the old state is put back.
 */
export async function writePackage(folder: string, files: ReadonlyMap<string, string>): Promise<void> {
  await mkdir(folder, { recursive: true });
  const root = await realpath(folder);
  for (const path of files.keys()) {
    const problem = leadsOut(root, path);
    if (problem !== undefined) throw new UsageError(problem);
  }
  const staging = join(root, `.specie-${randomBytes(6).toString("hex")}`);
  const done: { readonly target: string; readonly kept: string | undefined }[] = [];
  try {
    for (const [path, text] of files) {
      const target = join(staging, "new", path);
      await mkdir(dirname(target), { recursive: true });
      await writeFile(target, text);
    }
    const single = [...files.keys()].filter((path) => !path.startsWith(`${generatedFolder}${sep}`));
    for (const path of [generatedFolder, ...single]) {
      const target = join(root, path);
      const kept = existsSync(target) ? join(staging, "old", path) : undefined;
      await mkdir(dirname(target), { recursive: true });
      if (kept !== undefined) {
        await mkdir(dirname(kept), { recursive: true });
        await rename(target, kept);
      }
      done.push({ target, kept });
      await rename(join(staging, "new", path), target);
    }
  } catch (error) {
    for (const { target, kept } of done.reverse()) {
      await rm(target, { recursive: true, force: true });
      if (kept !== undefined) await rename(kept, target);
    }
    throw error;
  } finally {
    await rm(staging, { recursive: true, force: true });
  }
}

async function list(folder: string): Promise<string[]> {
  try {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    return entries
      .filter((entry) => !entry.isDirectory())
      .map((entry) => relative(folder, join(entry.parentPath, entry.name)));
  } catch {
    return [];
  }
}
