import { execFile, execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { promisify } from "node:util";
import type { Manifest, PublishedPackage } from "./packages.ts";

/** A package as npm would get it. */
export interface Packed {
  readonly folder: string;
  /** The manifest inside, with `workspace:` and `catalog:` rewritten. */
  readonly manifest: Manifest;
  /** File name of the tarball. */
  readonly tarball: string;
  /** Paths inside, without `package/`. */
  readonly files: readonly string[];
  readonly bytes: number;
  /** `sha512-…`, as npm states it. */
  readonly integrity: string;
}

/**
 * Packs a built package into a folder.
 *
 * @param repository address of the repository that builds; npm compares it with the one that a provenance statement names
 */
export async function pack(
  root: string,
  { folder, manifest }: PublishedPackage,
  destination: string,
  repository?: string,
): Promise<Packed> {
  mkdirSync(destination, { recursive: true });
  const file = join(root, folder, "package.json");
  const before = readFileSync(file, "utf8");
  // Only who builds knows the address; the file itself stays as it is.
  const stamped = { ...manifest, repository: { type: "git", url: `git+${repository}.git`, directory: folder } };
  try {
    if (repository !== undefined) writeFileSync(file, `${JSON.stringify(stamped, null, 2)}\n`);
    const args = ["pack", "--json", "--pack-destination", destination];
    const { stdout } = await promisify(execFile)("pnpm", args, { cwd: join(root, folder), encoding: "utf8" });
    const { filename } = JSON.parse(stdout) as { filename: string };
    return { folder, ...inspect(filename) };
  } finally {
    if (repository !== undefined) writeFileSync(file, before);
  }
}

function inspect(path: string): Omit<Packed, "folder"> {
  const tar = (...args: string[]): string => execFileSync("tar", args, { encoding: "utf8", maxBuffer: 1 << 26 });
  const bytes = readFileSync(path);
  return {
    manifest: JSON.parse(tar("-xzOf", path, "package/package.json")) as Manifest,
    tarball: basename(path),
    files: tar("-tzf", path)
      .split("\n")
      .filter((line) => line !== "" && !line.endsWith("/"))
      .map((line) => line.replace(/^package\//, "")),
    bytes: bytes.length,
    integrity: `sha512-${createHash("sha512").update(bytes).digest("base64")}`,
  };
}
