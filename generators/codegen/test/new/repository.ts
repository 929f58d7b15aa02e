import { execFile } from "node:child_process";
import { cp, mkdir, symlink, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { emptyFolder } from "../cli/run.ts";

const own = resolve(import.meta.dirname, "../../../..");

/** An empty repository of this kind, with the documents beside it. */
export async function repository(documents: Readonly<Record<string, unknown>> = {}): Promise<string> {
  const root = await emptyFolder();
  for (const folder of ["specs", "packages"]) await mkdir(join(root, folder));
  for (const name of ["tsconfig.base.json", "tsconfig.lib.json", "tsconfig.test.json", "biome.json"])
    await cp(join(own, name), join(root, name));
  for (const name of ["vitest.shared.ts", "vitest.setup.ts"]) await cp(join(own, name), join(root, name));
  await symlink(join(own, "packages/contract-suite"), join(root, "packages/contract-suite"));
  for (const [name, value] of Object.entries(documents)) {
    await writeFile(join(root, name), typeof value === "string" ? value : JSON.stringify(value));
  }
  return root;
}

/** Stands for an installation: what a new package depends on is what this one has. */
export async function link(root: string, name: string): Promise<void> {
  await symlink(join(own, "node_modules"), join(root, "node_modules")).catch(() => undefined);
  await symlink(join(own, "generators/codegen/node_modules"), join(root, "packages", name, "node_modules"));
}

/** Runs one of the workspace's tools in a package, and gives what it printed; a failure is thrown with it. */
export async function tool(root: string, name: string, command: string, ...args: string[]): Promise<string> {
  const bin = join(own, "node_modules/.bin", command);
  const env = {
    ...process.env,
    PATH: `${join(own, "node_modules/.bin")}:${process.env["PATH"] ?? ""}`,
    CI: "true",
    NO_COLOR: "1",
  };
  try {
    const { stdout, stderr } = await promisify(execFile)(bin, args, { cwd: join(root, "packages", name), env });
    return `${stdout}${stderr}`;
  } catch (error) {
    const { stdout, stderr } = error as { stdout?: string; stderr?: string };
    throw new Error(`${command} ${args.join(" ")}\n${stdout ?? ""}${stderr ?? ""}`);
  }
}
