import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { startServer } from "./server.ts";
import { command, counted, type Outcome, root, run } from "./turbo.ts";

// Does a second machine get everything from the remote cache, and nothing that somebody else put there? Two fresh clones
// of what is committed and a real server, on this machine. `--all` runs the tests too, which takes minutes.
const quick = ["check:generated", "check:types", "build", "check:package"];
const tasks = process.argv.includes("--all") ? [...quick, "check:format", "test"] : quick;
const folder = mkdtempSync(join(tmpdir(), "specie-cache-"));
const store = join(folder, "store");
mkdirSync(store);
const server = await startServer(store, "an example key of more than 32 characters");
try {
  const first = await clone("first");
  const second = await clone("second");
  say("first clone", await run(first, tasks, server.cache));

  const started = performance.now();
  const again = await run(second, tasks, server.cache);
  say(`second clone, ${((performance.now() - started) / 1000).toFixed(1)} s`, again);
  insist(
    [...again.values()].every((status) => status === "hit"),
    "the second clone built something itself",
  );
  insist(await same(first, second), "the second clone got something else than the first one built");

  const strangers = { ...server.cache, key: "another key, of somebody else, as long as it" };
  const other = await run(second, ["build"], strangers);
  say("another key", other);
  insist(
    [...other.values()].every((status) => status === "miss"),
    "what another key signed was used",
  );

  await run(second, ["build"], server.cache);
  for (const [what, change] of [
    ["changed", tamper],
    ["swapped", swap],
  ] as const) {
    const number = change();
    const outcome = await run(second, ["build"], server.cache);
    say(`${number} artifacts ${what}`, outcome);
    insist(
      [...outcome.values()].every((status) => status === "miss"),
      `an artifact that was ${what} was used`,
    );
    insist(await same(first, second), `an artifact that was ${what} left something behind`);
  }

  await server.stop();
  const alone = await run(second, ["build"], server.cache);
  say("no server", alone);
  insist(await same(first, second), "the build without a server gave something else");
  console.log("\nThe remote cache does what it should.");
} finally {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}

async function clone(name: string): Promise<string> {
  const path = join(folder, name);
  await command("git", ["clone", "--quiet", root, path], folder);
  await command(join(root, "node_modules/.bin/pnpm"), ["install", "--frozen-lockfile", "--prefer-offline"], path);
  return path;
}

function say(what: string, outcome: Outcome): void {
  console.log(`${what.padEnd(28)} ${counted(outcome)}`);
}

function insist(condition: boolean, otherwise: string): void {
  if (!condition) throw new Error(otherwise);
}

/** Whether both clones hold the same built files. */
async function same(one: string, other: string): Promise<boolean> {
  const [a, b] = [one, other].map(builtFiles);
  return a !== undefined && b !== undefined && a.size > 100 && [...a].every(([path, hash]) => b.get(path) === hash);
}

function builtFiles(path: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const group of ["packages", "generators"]) {
    for (const name of readdirSync(join(path, group))) {
      const dist = join(path, group, name, "dist");
      for (const entry of readdirSync(dist, { recursive: true, withFileTypes: true })) {
        if (!entry.isFile()) continue;
        const file = join(entry.parentPath, entry.name);
        found.set(relative(path, file), createHash("sha256").update(readFileSync(file)).digest("hex"));
      }
    }
  }
  return found;
}

/** The files of the store that hold what tasks made; their signatures lie beside them. */
function artifacts(): string[] {
  return readdirSync(store, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith(".tag"))
    .map((entry) => join(entry.parentPath, entry.name));
}

/** Changes one byte in the middle of every artifact, and gives their number. */
function tamper(): number {
  for (const file of artifacts()) {
    const bytes = readFileSync(file);
    const middle = Math.floor(bytes.length / 2);
    bytes[middle] = (bytes[middle] ?? 0) ^ 0xff;
    writeFileSync(file, bytes);
  }
  return artifacts().length;
}

/** Puts every artifact, whole and well signed, in the place of another one. */
function swap(): number {
  const files = artifacts();
  const held = files.map((file) => [readFileSync(file), readFileSync(`${file}.tag`)] as const);
  for (const [index, file] of files.entries()) {
    const [bytes, tag] = held[(index + 1) % held.length] ?? [];
    if (bytes === undefined || tag === undefined) continue;
    writeFileSync(file, bytes);
    writeFileSync(`${file}.tag`, tag);
  }
  return files.length;
}
