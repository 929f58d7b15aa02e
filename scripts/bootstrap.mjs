// Plain JavaScript on purpose: this runs before anything is installed, on whatever Node ≥ 20 the person has.
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
const bin = join(root, "node_modules", ".bin");

/** The environment of every tool: the workspace's own Node 24 and pnpm come first, and nothing phones home. */
const env = {
  ...process.env,
  PATH: `${bin}${delimiter}${process.env.PATH ?? ""}`,
  TURBO_TELEMETRY_DISABLED: "1",
  SCARF_ANALYTICS: "false",
  // turbo runs as many packages at a time as there are cores; each keeps to one.
  VITEST_MAX_WORKERS: "1",
  DO_NOT_TRACK: "1",
};

/** Ends the run with one line that says what to do. */
export function fail(message) {
  console.error(`error: ${message}`);
  process.exit(1);
}

/** Runs a command with its output shown, and gives its exit code. */
export function run(command, args) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: root, env, stdio: "inherit", shell: process.platform === "win32" });
    child.on("error", reject);
    child.on("exit", (code, signal) => resolve(code ?? (signal === null ? 1 : 130)));
  });
}

/** Installs the workspace with the pinned pnpm, unless the lockfile is the one that was installed last. */
export async function install() {
  const [major = 0] = process.versions.node.split(".").map(Number);
  if (major < 20) fail(`Node ${process.versions.node} is too old: install Node 20 or newer from nodejs.org`);
  const lockfile = join(root, "pnpm-lock.yaml");
  if (!existsSync(lockfile)) fail("pnpm-lock.yaml is missing: this is not a whole clone of the repository");
  const stamp = join(root, "node_modules", ".cache", "specie-install");
  const inputs = ["pnpm-lock.yaml", "pnpm-workspace.yaml", "package.json"].map((name) =>
    readFileSync(join(root, name)),
  );
  const wanted = createHash("sha256").update(Buffer.concat(inputs)).update(root).digest("hex");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return;

  const { packageManager } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  console.log(`Installing with ${packageManager} …`);
  const args = ["--yes", packageManager, "install", "--frozen-lockfile", "--reporter=append-only"];
  let code;
  try {
    code = await run("npx", args);
  } catch {
    fail("npx was not found: it comes with npm, which comes with Node; install Node 20 or newer with npm");
  }
  if (code !== 0) fail("the installation failed; is the npm registry reachable? The lines above say more.");
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, wanted);
}
