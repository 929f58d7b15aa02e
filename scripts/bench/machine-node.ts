import { mkdir, symlink } from "node:fs/promises";
import { delimiter, join } from "node:path";
import { build } from "esbuild";
import { type RunOptions, run, workerFile } from "./child.ts";

/** A Node that users have, besides the workspace's own. */
export interface MachineNode {
  readonly path: string;
  readonly version: string;
}

/** The first other Node on the PATH that our packages support. */
export async function machineNode(): Promise<MachineNode | undefined> {
  for (const folder of (process.env["PATH"] ?? "").split(delimiter)) {
    const path = join(folder, "node");
    const version = await run(path, ["--version"]).then(
      (text) => text.trim(),
      () => process.version,
    );
    if (version !== process.version && Number(/^v(\d+)/.exec(version)?.[1]) >= 20) return { path, version };
  }
  return undefined;
}

/** A worker as JavaScript, for a Node that runs no TypeScript. Packages are loaded as they are, not bundled. */
export async function runWorkerOn<T>(
  path: string,
  name: string,
  input: object,
  temporary: string,
  options?: RunOptions,
): Promise<T> {
  const folder = join(temporary, "workers");
  await mkdir(folder, { recursive: true });
  await symlink(join(import.meta.dirname, "node_modules"), join(folder, "node_modules"));
  const outfile = join(folder, `${name}.mjs`);
  await build({
    entryPoints: [workerFile(name)],
    outfile,
    bundle: true,
    packages: "external",
    platform: "node",
    format: "esm",
    target: "node20",
    logLevel: "silent",
  });
  return JSON.parse(await run(path, [outfile, JSON.stringify(input)], options));
}
