import { cp, mkdir, readFile, symlink, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { node } from "./child.ts";

export const root: string = resolve(import.meta.dirname, "../..");

/** TypeScript 7, which builds everything. */
export const tsc: string = join(root, "node_modules/typescript/bin/tsc");

/** Our packages as a user gets them: a copy of the sources, built apart so that nothing in the repository changes. */
export interface Stage {
  readonly runtime: string;
  readonly razorpay: string;
  /** A folder in whose `node_modules` are our packages, and openapi-fetch. */
  readonly consumer: string;
}

let staged: Promise<Stage> | undefined;

/** Built once for all benchmarks that need it. */
export function stage(temporary: string): Promise<Stage> {
  staged ??= build(join(temporary, "stage"));
  return staged;
}

async function build(folder: string): Promise<Stage> {
  const runtime = join(folder, "packages/runtime");
  const razorpay = join(folder, "packages/razorpay");
  const consumer = join(folder, "consumer");
  await mkdir(folder, { recursive: true });
  for (const name of ["pnpm-workspace.yaml", "tsconfig.base.json", "tsconfig.lib.json", "package.json", "LICENSE"]) {
    await cp(join(root, name), join(folder, name));
  }
  await copyPackage(join(root, "packages/runtime"), runtime);
  await symlink(join(root, "packages/runtime/node_modules"), join(runtime, "node_modules"));
  await copyPackage(join(root, "packages/razorpay"), razorpay);
  for (const home of [razorpay, consumer]) {
    await mkdir(join(home, "node_modules/@specie"), { recursive: true });
    await symlink(runtime, join(home, "node_modules/@specie/runtime"));
  }
  await symlink(razorpay, join(consumer, "node_modules/@specie/razorpay"));
  await symlink(join(import.meta.dirname, "node_modules/openapi-fetch"), join(consumer, "node_modules/openapi-fetch"));
  await writeFile(join(consumer, "package.json"), JSON.stringify({ private: true, type: "module" }));
  for (const home of [runtime, razorpay]) await node([tsc, "-p", "tsconfig.json"], { cwd: home });
  return { runtime, razorpay, consumer };
}

async function copyPackage(from: string, to: string): Promise<void> {
  const left = new Set(["node_modules", "dist", "test"].map((name) => join(from, name)));
  await cp(from, to, { recursive: true, filter: (path) => !left.has(path) });
  // A packed package's devDependencies are never installed, and these would have to be resolved to pack it.
  const manifest: object = JSON.parse(await readFile(join(from, "package.json"), "utf8"));
  await writeFile(join(to, "package.json"), JSON.stringify({ ...manifest, devDependencies: {} }, null, 2));
}
