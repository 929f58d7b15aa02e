import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, realpath, rename, rm, writeFile } from "node:fs/promises";
import { dirname, isAbsolute, join, relative, resolve, sep } from "node:path";
import { UsageError } from "../contract/index.ts";
import { generatedFolder } from "./files.ts";

/** Relative paths of a package folder that are not what they should be. */
export async function staleFiles(folder: string, files: ReadonlyMap<string, string>): Promise<string[]> {
  const stale: string[] = [];
  for (const [path, text] of files) if ((await read(join(folder, path))) !== text) stale.push(path);
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
  for (const path of files.keys()) await insist(root, path);
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

/** Refuses a path that would leave the folder, by its text or through a symbolic link on the way. */
async function insist(root: string, path: string): Promise<void> {
  const target = resolve(root, path);
  const inside = relative(root, target);
  if (inside === "" || inside.startsWith("..") || isAbsolute(inside)) {
    throw new UsageError(`${path}: is outside of the output folder ${root}`);
  }
  let parent = dirname(target);
  while (!existsSync(parent)) parent = dirname(parent);
  const real = await realpath(parent);
  if (real !== root && !real.startsWith(`${root}${sep}`)) {
    throw new UsageError(`${path}: a symbolic link leads out of the output folder ${root}; remove it`);
  }
}

export async function read(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, "utf8");
  } catch {
    return undefined;
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
