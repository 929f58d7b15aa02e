import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";

/** A folder that is to be made, with its files by relative path. */
export interface NewFolder {
  readonly folder: string;
  readonly files: ReadonlyMap<string, string>;
}

/** Writes folders to a temporary place, under `root`. */
export interface Stage {
  /** Where the folder of that index stands until it is moved. */
  readonly places: readonly string[];
  /** Moves all of them to where they belong, or none. */
  readonly commit: () => Promise<void>;
  readonly remove: () => Promise<void>;
}

/** On the same file system, so that moving is one step, and where no tool takes it for a provider or a package. */
export async function stageFolders(root: string, folders: readonly NewFolder[]): Promise<Stage> {
  const staging = join(root, `.specie-${randomBytes(6).toString("hex")}`);
  const places = folders.map((_, index) => join(staging, String(index)));
  const remove = (): Promise<void> => rm(staging, { recursive: true, force: true });
  try {
    for (const [index, { files }] of folders.entries()) {
      for (const [path, text] of files) {
        const target = join(places[index] ?? staging, path);
        await mkdir(dirname(target), { recursive: true });
        await writeFile(target, text, { flag: "wx" });
      }
    }
  } catch (error) {
    await remove();
    throw error;
  }
  async function commit(): Promise<void> {
    const done: string[] = [];
    try {
      for (const [index, { folder }] of folders.entries()) {
        // A rename would quietly take the place of an empty folder that somebody made meanwhile.
        if (existsSync(folder)) throw new Error(`${folder} has appeared meanwhile; nothing is written`);
        await mkdir(dirname(folder), { recursive: true });
        await rename(places[index] ?? staging, folder);
        done.push(folder);
      }
    } catch (error) {
      for (const folder of done) await rm(folder, { recursive: true, force: true });
      throw error;
    }
  }
  return { places, commit, remove };
}
