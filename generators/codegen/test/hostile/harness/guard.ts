import childProcess from "node:child_process";
import dgram from "node:dgram";
import dns from "node:dns";
import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import net from "node:net";
import { isAbsolute, relative, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";
import workers from "node:worker_threads";

/** What a run did that it must not do. */
export interface Trespass {
  readonly kind: "read" | "write" | "network" | "process" | "canary";
  readonly what: string;
}

/** What the run in hand may touch. */
export interface Permit {
  readonly read: readonly string[];
  readonly write: readonly string[];
  /** Origins that may be asked. */
  readonly fetch: readonly string[];
}

let permit: Permit | undefined;
let found: Trespass[] = [];

function note(kind: Trespass["kind"], what: string): void {
  if (permit !== undefined) found.push({ kind, what });
}

/** Watches what is done from now on. */
export function watch(next: Permit): void {
  permit = next;
  found = [];
}

/** Ends the watch and tells what was found. */
export function trespasses(): readonly Trespass[] {
  permit = undefined;
  return found;
}

const reads =
  "access createReadStream exists existsSync lstat open openAsBlob opendir readFile readdir readlink realpath stat statfs watch watchFile";
const writes =
  "appendFile chmod chown copyFile cp createWriteStream lchown link lutimes mkdir mkdtemp rename rm rmdir symlink truncate unlink utimes writeFile";

function isInside(path: string, folders: readonly string[]): boolean {
  return folders.some((folder) => {
    const inner = relative(folder, path);
    return inner === "" || (inner !== ".." && !inner.startsWith(`..${sep}`) && !isAbsolute(inner));
  });
}

function pathOf(value: unknown): string | undefined {
  if (value instanceof URL) return value.protocol === "file:" ? fileURLToPath(value) : undefined;
  if (typeof value === "string") return resolve(value);
  return value instanceof Uint8Array ? resolve(Buffer.from(value).toString()) : undefined;
}

type Functions = Record<string, unknown>;

/** Puts a watcher before every function of that name, its synchronous form, and its form of `fs/promises`. */
function observe(holder: Functions, names: string, kind: "read" | "write", paths: number): void {
  for (const name of names.split(" ").flatMap((each) => [each, `${each}Sync`])) {
    const original = holder[name];
    if (typeof original !== "function") continue;
    const watched = function (this: unknown, ...args: unknown[]): unknown {
      if (permit !== undefined) {
        const opensToWrite = name.startsWith("open") && typeof args[1] === "string" && /[wa+]/.test(args[1]);
        const mode = opensToWrite ? "write" : kind;
        for (const path of args.slice(0, paths).map(pathOf)) {
          if (path !== undefined && !isInside(path, permit[mode])) note(mode, `${name} ${path}`);
        }
      }
      return Reflect.apply(original, this, args);
    };
    // `realpath.native`, and what promisify looks for.
    holder[name] = Object.assign(watched, original);
  }
}

function forbid(holder: Functions, names: readonly string[], kind: "network" | "process"): void {
  for (const name of names) {
    const original = holder[name];
    if (typeof original !== "function") continue;
    holder[name] = function (this: unknown, ...args: unknown[]): unknown {
      // Node resolves and connects for requests that were let through.
      if (permit === undefined || (kind === "network" && permit.fetch.length > 0)) {
        return Reflect.apply(original, this, args);
      }
      note(kind, `${name} ${String(args[0])}`);
      throw new Error(`${name} is cut off`);
    };
  }
}

const promises: Functions = fs.promises as unknown as Functions;
const files: Functions = fs as unknown as Functions;
for (const holder of [files, promises]) {
  observe(holder, reads, "read", 1);
  observe(holder, writes, "write", 1);
}
for (const name of ["rename", "copyFile", "cp", "link", "symlink"]) {
  for (const holder of [files, promises]) observe(holder, name, "write", 2);
}
forbid(
  childProcess as unknown as Functions,
  ["exec", "execFile", "fork", "spawn", "execSync", "execFileSync", "spawnSync"],
  "process",
);
forbid(net as unknown as Functions, ["connect", "createConnection", "createServer"], "network");
forbid(net.Socket.prototype as unknown as Functions, ["connect"], "network");
forbid(dgram as unknown as Functions, ["createSocket"], "network");
forbid(dns as unknown as Functions, ["lookup", "resolve", "resolve4", "resolve6"], "network");
forbid(dns.promises as unknown as Functions, ["lookup", "resolve", "resolve4", "resolve6"], "network");

const Worker = workers.Worker;
workers.Worker = class extends Worker {
  constructor(...args: ConstructorParameters<typeof Worker>) {
    note("process", `Worker ${String(args[0])}`);
    super(...args);
  }
};

const ask = globalThis.fetch;
globalThis.fetch = async (input, init) => {
  const url = new URL(input instanceof Request ? input.url : String(input));
  if (permit !== undefined && !permit.fetch.includes(url.origin)) {
    note("network", `fetch ${url.href}`);
    throw new TypeError("the network is cut off");
  }
  return await ask(input, init);
};

/** What every hostile text tries to call. */
function canary(...args: readonly unknown[]): string {
  note("canary", args.map(String).join(" "));
  return "";
}
Object.defineProperty(globalThis, "p_wned", { value: canary });

syncBuiltinESMExports();
