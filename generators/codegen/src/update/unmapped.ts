import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { basename, join, relative } from "node:path";
import { findCompiler } from "../compare/surface/compiler.ts";
import { type Candidate, manifestOf, packagesOf, pathsOf } from "./dependents/candidate.ts";

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

/** Every such place of the client itself, and of the published packages that stand on it. */
export async function unmapped(client: Candidate): Promise<Unmapped[]> {
  const users = usersOf(client);
  // The hand-written half of the client is compiled along with the first of them.
  const found = await Promise.all(
    users.length === 0
      ? [check(client, client.folder, [client.newer])]
      : users.map((folder, index) =>
          check(client, folder, [join(folder, "src"), ...(index === 0 ? [client.newer] : [])]),
        ),
  );
  const places = new Map(found.flat().map((each) => [`${each.file}:${each.line} ${each.message}`, each]));
  return [...places.values()];
}

/** `packages/payments/src/hyperswitch/maps/payment-status.ts:4: lacks 'awaiting_review'` */
export function unmappedLine({ file, line, missing, message }: Unmapped): string {
  const what = missing.length === 0 ? message : `lacks ${missing.map((name) => `'${name}'`).join(", ")}`;
  return `${file}:${line}: ${what}`;
}

function usersOf({ root, packageName, folder: own }: Candidate): string[] {
  return packagesOf(root).filter((folder) => {
    const { isPrivate, dependencies } = manifestOf(folder);
    const isChecked = existsSync(join(folder, "tsconfig.test.json"));
    return folder !== own && !isPrivate && isChecked && dependencies.has(packageName);
  });
}

/** Compiles as the package itself would be, but against the new client. */
async function check(client: Candidate, folder: string, include: readonly string[]): Promise<Unmapped[]> {
  if (!existsSync(join(folder, "tsconfig.test.json"))) return [];
  const { root, packageName, temporary, newer } = client;
  const project = join(temporary, `tsconfig.${basename(folder)}.json`);
  const compilerOptions = {
    paths: pathsOf(root, { [packageName]: newer }),
    typeRoots: [folder, root].map((place) => join(place, "node_modules/@types")),
    noEmit: true,
    composite: false,
  };
  await writeFile(project, JSON.stringify({ extends: join(folder, "tsconfig.test.json"), compilerOptions, include }));
  const args = [findCompiler(root), "-p", project, "--pretty", "false"];
  const output = await new Promise<string>((resolve) => {
    execFile(process.execPath, args, { cwd: temporary, maxBuffer: 64 * 1024 * 1024 }, (_, stdout) => resolve(stdout));
  });
  // An error is a line, and the lines below it that are indented say more.
  return output.split(/^(?=\S)/m).flatMap((block) => {
    const match = /^(.+?)\((\d+),\d+\): error TS\d+: (.*)$/m.exec(block);
    if (match === null) return [];
    const path = join(temporary, match[1] ?? "");
    const inside = relative(newer, path);
    const file = relative(root, inside.startsWith("..") ? path : join(client.folder, "src", inside));
    return [{ file, line: Number(match[2]), missing: missingIn(block), message: match[3] ?? "" }];
  });
}

function missingIn(block: string): string[] {
  const one = [...block.matchAll(/Property '(.+?)' is missing in type/g)].map(([, name = ""]) => name);
  const several = [...block.matchAll(/missing the following properties from type .*?: (.+)$/gm)];
  const names = [...one, ...several.flatMap(([, list = ""]) => list.replace(/, and \d+ more\.$/, "").split(", "))];
  return [...new Set(names.map((name) => name.replace(/^"(.*)"$/, "$1")))];
}
