import { execFile } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { join, relative } from "node:path";
import { findCompiler } from "../compare/surface/compiler.ts";

/** A place in code that is written by hand and no longer fits the new client. */
export interface Unmapped {
  /** Relative to the repository. */
  readonly file: string;
  readonly line: number;
  /** Members that it has to decide about: those that a map lacks. */
  readonly missing: readonly string[];
  /** What the compiler says. */
  readonly message: string;
}

/** Every such place of the workspace, those of sources before those of tests. */
export async function unmapped(root: string, packageName: string): Promise<Unmapped[]> {
  const users = await usersOf(root, packageName);
  const found = (await Promise.all(users.map((folder) => errorsOf(root, folder)))).flat();
  const isSource = ({ file }: Unmapped): boolean => file.includes("/src/");
  return found.toSorted((a, b) => Number(isSource(b)) - Number(isSource(a)));
}

/** `packages/payments/src/hyperswitch/maps/payment-status.ts:4: lacks 'awaiting_review'` */
export function unmappedLine({ file, line, missing, message }: Unmapped): string {
  const what = missing.length === 0 ? message : `lacks ${missing.map((name) => `'${name}'`).join(", ")}`;
  return `${file}:${line}: ${what}`;
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

async function errorsOf(root: string, folder: string): Promise<Unmapped[]> {
  const args = [findCompiler(root), "-p", join(folder, "tsconfig.test.json"), "--pretty", "false"];
  const output = await new Promise<string>((resolve) => {
    execFile(process.execPath, args, { cwd: folder, maxBuffer: 64 * 1024 * 1024 }, (_, stdout) => resolve(stdout));
  });
  // An error is a line, and the lines below it that are indented say more.
  return output.split(/^(?=\S)/m).flatMap((block) => {
    const match = /^(.+?)\((\d+),\d+\): error TS\d+: (.*)$/m.exec(block);
    if (match === null) return [];
    const file = relative(root, join(folder, match[1] ?? ""));
    return [{ file, line: Number(match[2]), missing: missingIn(block), message: match[3] ?? "" }];
  });
}

function missingIn(block: string): string[] {
  const one = [...block.matchAll(/Property '(.+?)' is missing in type/g)].map(([, name = ""]) => name);
  const several = [...block.matchAll(/missing the following properties from type .*?: (.+)$/gm)];
  const names = [...one, ...several.flatMap(([, list = ""]) => list.replace(/, and \d+ more\.$/, "").split(", "))];
  return [...new Set(names.map((name) => name.replace(/^"(.*)"$/, "$1")))];
}
