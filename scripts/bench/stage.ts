import { cp, mkdir, readFile, symlink, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { node } from "./child.ts";

export const root: string = resolve(import.meta.dirname, "../..");

/** TypeScript 7, which builds everything. */
export const tsc: string = join(root, "node_modules/typescript/bin/tsc");

export type Provider = "razorpay" | "hyperswitch" | "cybersource";

export const providers: readonly Provider[] = ["razorpay", "hyperswitch", "cybersource"];

/** Our packages as a user gets them: a copy of the sources, built apart so that nothing in the repository changes. */
export interface Stage extends Readonly<Record<Provider, string>> {
  readonly runtime: string;
  readonly payments: string;
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
  const packages = join(folder, "packages");
  const runtime = join(packages, "runtime");
  const consumer = join(folder, "consumer");
  await mkdir(join(consumer, "node_modules/@specie"), { recursive: true });
  for (const name of ["pnpm-workspace.yaml", "tsconfig.base.json", "tsconfig.lib.json", "package.json", "LICENSE"]) {
    await cp(join(root, name), join(folder, name));
  }
  await copyPackage(join(root, "packages/runtime"), runtime);
  await symlink(join(root, "packages/runtime/node_modules"), join(runtime, "node_modules"));
  await symlink(runtime, join(consumer, "node_modules/@specie/runtime"));
  await symlink(join(import.meta.dirname, "node_modules/openapi-fetch"), join(consumer, "node_modules/openapi-fetch"));
  await writeFile(join(consumer, "package.json"), JSON.stringify({ private: true, type: "module" }));
  await node([tsc, "-p", "tsconfig.json"], { cwd: runtime });
  for (const name of providers) {
    const home = join(packages, name);
    await copyPackage(join(root, "packages", name), home);
    await mkdir(join(home, "node_modules/@specie"), { recursive: true });
    await symlink(runtime, join(home, "node_modules/@specie/runtime"));
    await symlink(home, join(consumer, "node_modules/@specie", name));
    await node([tsc, "-p", "tsconfig.json"], { cwd: home });
  }
  const payments = join(packages, "payments");
  await copyPackage(join(root, "packages/payments"), payments);
  await mkdir(join(payments, "node_modules/@specie"), { recursive: true });
  for (const name of ["runtime", ...providers]) {
    await symlink(join(packages, name), join(payments, "node_modules/@specie", name));
  }
  await symlink(payments, join(consumer, "node_modules/@specie/payments"));
  await node([tsc, "-p", "tsconfig.json"], { cwd: payments });
  const home = (name: Provider): string => join(packages, name);
  return {
    payments,
    runtime,
    consumer,
    razorpay: home("razorpay"),
    hyperswitch: home("hyperswitch"),
    cybersource: home("cybersource"),
  };
}

async function copyPackage(from: string, to: string): Promise<void> {
  const left = new Set(["node_modules", "dist", "test"].map((name) => join(from, name)));
  await cp(from, to, { recursive: true, filter: (path) => !left.has(path) });
  // A packed package's devDependencies are never installed, and these would have to be resolved to pack it.
  const manifest: object = JSON.parse(await readFile(join(from, "package.json"), "utf8"));
  await writeFile(join(to, "package.json"), JSON.stringify({ ...manifest, devDependencies: {} }, null, 2));
}
