import { execFile } from "node:child_process";
import { existsSync, readFileSync, realpathSync } from "node:fs";
import { dirname, join } from "node:path";
import { UsageError } from "../../contract/errors.ts";

/** One error of the compiler, in a file of the project. */
export interface Diagnostic {
  readonly file: string;
  readonly line: number;
  readonly code: string;
  readonly message: string;
}

/** Runs TypeScript 7 once over a project folder that holds a tsconfig.json. */
export async function compile(folder: string, cwd: string): Promise<Diagnostic[]> {
  const tsc = findCompiler(cwd);
  const output = await new Promise<string>((resolve, reject) => {
    const args = [tsc, "-p", folder, "--pretty", "false"];
    const options = { cwd: folder, maxBuffer: 256 * 1024 * 1024, timeout: 300_000 };
    execFile(process.execPath, args, options, (error, stdout, stderr) => {
      // Exit codes 1 and 2 are its way to say that it found errors.
      if (error === null || error.code === 1 || error.code === 2) resolve(stdout);
      else reject(new UsageError(`the TypeScript compiler failed: ${(stderr || error.message).split("\n")[0]}`));
    });
  });
  return output.split("\n").flatMap((line) => {
    const match = /^(.+?)\((\d+),\d+\): error (TS\d+): (.*)$/.exec(line);
    if (match === null) {
      const general = /^error (TS\d+): (.*)$/.exec(line);
      if (general !== null) throw new UsageError(`the TypeScript compiler says ${general[1]}: ${general[2]}`);
      return [];
    }
    return [{ file: match[1] ?? "", line: Number(match[2]), code: match[3] ?? "", message: match[4] ?? "" }];
  });
}

/** Most commands get along without it. It is no peer dependency: npm would then refuse to install us beside TypeScript 5. */
export function findCompiler(cwd: string): string {
  for (const start of [cwd, import.meta.dirname]) {
    for (const folder of upwards(start)) {
      const root = join(folder, "node_modules", "typescript");
      const tsc = join(root, "bin", "tsc");
      if (existsSync(tsc) && majorOf(join(root, "package.json")) >= 7) return tsc;
    }
  }
  throw new UsageError("this needs TypeScript 7: npm install --save-dev typescript@7, or give --no-surface");
}

function majorOf(path: string): number {
  const found: unknown = JSON.parse(readFileSync(path, "utf8"));
  const version = typeof found === "object" && found !== null && "version" in found ? String(found.version) : "";
  return Number.parseInt(version, 10);
}

/** The entry of the runtime that generated clients import: its source in the workspace, its types elsewhere. */
export function findRuntime(cwd: string): string {
  for (const start of [cwd, import.meta.dirname]) {
    for (const folder of upwards(start)) {
      for (const root of [join(folder, "node_modules", "@specie", "runtime"), join(folder, "packages", "runtime")]) {
        for (const entry of ["src/index.ts", "dist/index.d.ts"]) {
          if (existsSync(join(root, entry))) return realpathSync(join(root, entry));
        }
      }
    }
  }
  throw new UsageError("this needs @specie/runtime: npm install @specie/runtime, or give --no-surface");
}

function upwards(start: string): string[] {
  const folders = [start];
  for (let folder = start; dirname(folder) !== folder; folder = dirname(folder)) folders.push(dirname(folder));
  return folders;
}
