import { lstat, mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { run } from "../child.ts";
import { type Amount, notMeasured, type Row, reason } from "../row.ts";
import { root, stage } from "../stage.ts";

const mostBytes = 1_000_000;
const mostDependencies = 3;

interface Installed extends Amount {
  readonly dependencies: number;
}

/** What `npm install` of a client puts on disk: the sum of its files, as npm itself counts, whatever the disk rounds up to. */
export async function install(temporary: string): Promise<Row[]> {
  const { runtime, razorpay } = await stage(temporary);
  const tarballs = join(temporary, "tarballs");
  await mkdir(tarballs, { recursive: true });
  for (const cwd of [runtime, razorpay]) {
    await run(join(root, "node_modules/.bin/pnpm"), ["pack", "--pack-destination", tarballs], { cwd });
  }
  const packed = (await readdir(tarballs)).map((name) => join(tarballs, name));
  const ours = await attempt("@specie/razorpay", packed, temporary);
  const target = `≤ 1 MB, ${mostDependencies} dependencies`;
  const rows: Row[] = [];
  for (const [name, label] of [
    ["razorpay", "the official SDK"],
    ["stripe", "stripe"],
  ] as const) {
    const peer = await attempt(name, [`${name}@${await versionOf(name)}`], temporary);
    const what = `installed, against ${label}`;
    if (typeof ours === "string" || typeof peer === "string") rows.push({ what, ours, peer, target });
    else {
      const holds = ours.value <= mostBytes && ours.dependencies <= mostDependencies;
      rows.push({ what, ours, peer, ratio: ours.value / peer.value, target, holds });
    }
  }
  return rows;
}

/** The network can be absent: then there is nothing to compare, and nothing is broken. */
async function attempt(name: string, what: readonly string[], temporary: string): Promise<Installed | string> {
  const folder = join(temporary, "install", name.replace("/", "-"));
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, "package.json"), JSON.stringify({ private: true }));
  try {
    await run("npm", ["install", "--ignore-scripts", "--no-audit", "--no-fund", ...what], { cwd: folder });
  } catch (error) {
    return `${notMeasured}: ${reason(error)}`;
  }
  const modules = join(folder, "node_modules");
  const lock: { packages: object } = JSON.parse(await readFile(join(modules, ".package-lock.json"), "utf8"));
  const dependencies = Object.keys(lock.packages).length - 1;
  return { value: await diskUse(modules), unit: "B", detail: `${dependencies} dependencies`, dependencies };
}

async function diskUse(folder: string): Promise<number> {
  const paths = await readdir(folder, { recursive: true });
  const sizes = await Promise.all(paths.map(async (path) => sizeOf(join(folder, path))));
  return sizes.reduce((sum, size) => sum + size, 0);
}

async function sizeOf(path: string): Promise<number> {
  const found = await lstat(path);
  return found.isFile() ? found.size : 0;
}

/** The version that the bench itself uses. */
async function versionOf(name: string): Promise<string> {
  const path = join(import.meta.dirname, "../node_modules", name, "package.json");
  const manifest: { version: string } = JSON.parse(await readFile(path, "utf8"));
  return manifest.version;
}
