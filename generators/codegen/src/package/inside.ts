import { lstatSync, readFileSync, realpathSync } from "node:fs";
import { dirname, isAbsolute, join, relative, resolve, sep } from "node:path";
import { UsageError } from "../contract/errors.ts";

/** Why a path may not be written, when it would leave the folder by its text or through a symbolic link; else undefined. */
export function leadsOut(folder: string, path: string): string | undefined {
  const root = real(folder) ?? resolve(folder);
  const target = resolve(root, path);
  if (!isBelow(target, root)) return `${path}: is outside of the output folder ${root}`;
  let existing = target;
  while (kindOf(existing) === undefined && existing !== root) existing = dirname(existing);
  const found = real(existing);
  if (found !== undefined && (found === root || isBelow(found, root))) return undefined;
  if (kindOf(existing) === undefined) return undefined;
  return `${path}: a symbolic link leads out of the output folder ${root}; remove it`;
}

/**
 * The text of a file of the folder; undefined where there is none.
 *
 * @throws UsageError when something else stands there, or when a symbolic link leads out.
 */
export function ownText(folder: string, path: string): string | undefined {
  const target = join(folder, path);
  if (kindOf(target) === undefined) return undefined;
  const problem = leadsOut(folder, path);
  if (problem !== undefined) throw new UsageError(problem);
  const kind = kindOf(real(target) ?? target);
  if (kind !== "file") throw new UsageError(`${path}: is no file, where one has to go; move it out of ${folder}`);
  return readFileSync(target, "utf8");
}

function kindOf(path: string): "file" | "link" | "other" | undefined {
  // A part of the path that is a file throws; nothing can be there then.
  try {
    const found = lstatSync(path, { throwIfNoEntry: false });
    if (found === undefined) return undefined;
    return found.isFile() ? "file" : found.isSymbolicLink() ? "link" : "other";
  } catch {
    return undefined;
  }
}

function real(path: string): string | undefined {
  try {
    return realpathSync.native(path);
  } catch {
    return undefined;
  }
}

function isBelow(path: string, folder: string): boolean {
  const inside = relative(folder, path);
  return inside !== "" && inside !== ".." && !inside.startsWith(`..${sep}`) && !isAbsolute(inside);
}
