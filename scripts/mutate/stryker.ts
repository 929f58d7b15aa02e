import { spawn } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

// Kept out of the workspace: two hundred packages that nobody needs who does not mutate.
const versions = ["@stryker-mutator/core@10.1.1", "@stryker-mutator/vitest-runner@10.1.1", "vitest@5.1.1"];

/** Installs Stryker into a cache, once, and gives its folder. */
export async function installed(root: string): Promise<string> {
  const home = join(root, "node_modules", ".cache", "stryker-10.1.1");
  if (existsSync(join(home, "node_modules", ".bin", "stryker"))) return home;
  mkdirSync(home, { recursive: true });
  writeFileSync(join(home, "package.json"), '{ "private": true }\n');
  console.log("installing Stryker into node_modules/.cache …");
  if ((await run("npm", ["install", "--no-audit", "--no-fund", "--loglevel=error", ...versions], home)) !== 0) {
    throw new Error("Stryker could not be installed: is the npm registry reachable?");
  }
  return home;
}

/** Runs a command with its output shown, and gives its exit code. */
export function run(command: string, args: readonly string[], cwd: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, stdio: "inherit" });
    child.on("error", reject);
    child.on("exit", (code) => resolve(code ?? 1));
  });
}
