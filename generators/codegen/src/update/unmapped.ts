import { execFile } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { join, relative } from "node:path";
import { findCompiler } from "../compare/surface/compiler.ts";

/** Where code that is written by hand no longer fits the new client: `packages/payments/src/a.ts:12: …`. */
export async function unmapped(root: string, packageName: string): Promise<string[]> {
  const users = await usersOf(root, packageName);
  const found: string[] = [];
  for (const folder of users) found.push(...(await errorsOf(root, folder)));
  return found;
}

/** The packages of the workspace that depend on a client, and the client's own hand-written half. */
async function usersOf(root: string, packageName: string): Promise<string[]> {
  const packages = join(root, "packages");
  const entries = await readdir(packages, { withFileTypes: true });
  return entries
    .map(({ name }) => join(packages, name))
    .filter((folder) => {
      const manifest = join(folder, "package.json");
      const isChecked = existsSync(manifest) && existsSync(join(folder, "tsconfig.test.json"));
      return isChecked && readFileSync(manifest, "utf8").includes(JSON.stringify(packageName));
    });
}

async function errorsOf(root: string, folder: string): Promise<string[]> {
  const args = [findCompiler(root), "-p", join(folder, "tsconfig.test.json"), "--pretty", "false"];
  const output = await new Promise<string>((resolve) => {
    execFile(process.execPath, args, { cwd: folder, maxBuffer: 64 * 1024 * 1024 }, (_, stdout) => resolve(stdout));
  });
  return output.split("\n").flatMap((line) => {
    const match = /^(.+?)\((\d+),\d+\): error TS\d+: (.*)$/.exec(line);
    return match === null ? [] : [`${relative(root, join(folder, match[1] ?? ""))}:${match[2]}: ${match[3]}`];
  });
}
