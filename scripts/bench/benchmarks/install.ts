import { lstat, mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { run } from "../child.ts";
import { officialSdk, sdkManifest } from "../official-cybersource.ts";
import { type Amount, notMeasured, type Row, reason } from "../row.ts";
import { type Provider, providers, root, stage } from "../stage.ts";

const mostBytes = 1_000_000;
const mostDependencies = 3;
const timeoutMs = 90_000;

interface Installed extends Amount {
  readonly dependencies: number;
}

interface Peer {
  readonly name: string;
  readonly label: string;
  /** The manifest of the version that the bench itself uses. */
  readonly manifest: () => string;
}

const own = (name: string) => (): string => join(import.meta.dirname, "../node_modules", name, "package.json");
const peers: readonly (Peer & { readonly provider: Provider })[] = [
  { provider: "razorpay", name: "razorpay", label: "the official SDK", manifest: own("razorpay") },
  { provider: "razorpay", name: "stripe", label: "stripe", manifest: own("stripe") },
  { provider: "cybersource", name: officialSdk, label: "the official SDK", manifest: sdkManifest },
];

/** What `npm install` of a client puts on disk: the sum of its files, as npm itself counts, whatever the disk rounds up to. */
export async function install(temporary: string): Promise<Row[]> {
  const staged = await stage(temporary);
  const runtime = await pack(staged.runtime, temporary);
  const rows: Row[] = [];
  for (const provider of providers) {
    const packed = await pack(staged[provider], temporary);
    const ours = await attempt(`@specie/${provider}`, [runtime, packed], temporary);
    const limit = provider === "razorpay" ? goal(ours) : {};
    const rivals = peers.filter((peer) => peer.provider === provider);
    if (rivals.length === 0) rows.push({ what: `installed ${provider}`, ours, ...limit });
    for (const { name, label, manifest } of rivals) {
      const peer = await attemptPeer(name, manifest, temporary);
      const ratio = typeof ours === "string" || typeof peer === "string" ? undefined : ours.value / peer.value;
      rows.push({ what: `installed ${provider}, against ${label}`, ours, peer, ratio, ...limit });
    }
  }
  return rows;
}

function goal(ours: Installed | string): Pick<Row, "target" | "holds"> {
  const target = `≤ 1 MB, ${mostDependencies} dependencies`;
  if (typeof ours === "string") return { target };
  return { target, holds: ours.value <= mostBytes && ours.dependencies <= mostDependencies };
}

/** The tarball of a package. */
export async function pack(cwd: string, temporary: string): Promise<string> {
  const tarballs = join(temporary, "tarballs", basename(cwd));
  await mkdir(tarballs, { recursive: true });
  await run(join(root, "node_modules/.bin/pnpm"), ["pack", "--pack-destination", tarballs], { cwd });
  const [name = ""] = await readdir(tarballs);
  return join(tarballs, name);
}

async function attemptPeer(name: string, manifest: () => string, temporary: string): Promise<Installed | string> {
  try {
    const { version }: { version: string } = JSON.parse(await readFile(manifest(), "utf8"));
    return await attempt(name, [`${name}@${version}`], temporary);
  } catch (error) {
    return `${notMeasured}: ${reason(error)}`;
  }
}

/** The network can be absent: then there is nothing to compare, and nothing is broken. */
export async function attempt(name: string, what: readonly string[], temporary: string): Promise<Installed | string> {
  const folder = join(temporary, "install", name.replace("/", "-"));
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, "package.json"), JSON.stringify({ private: true }));
  try {
    await run("npm", ["install", "--ignore-scripts", "--no-audit", "--no-fund", ...what], { cwd: folder, timeoutMs });
  } catch (error) {
    return `${notMeasured}: ${reason(error)}`;
  }
  const modules = join(folder, "node_modules");
  const lock: { packages: object } = JSON.parse(await readFile(join(modules, ".package-lock.json"), "utf8"));
  const dependencies = Object.keys(lock.packages).length - 1;
  const detail = dependencies === 1 ? "1 dependency" : `${dependencies} dependencies`;
  return { value: await diskUse(modules), unit: "B", detail, dependencies };
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
