import { execFile } from "node:child_process";
import { readdirSync, readFileSync, rmSync } from "node:fs";
import { availableParallelism } from "node:os";
import { delimiter, join, resolve } from "node:path";

export const root: string = resolve(import.meta.dirname, "../..");

/** A remote cache, and what a client of it has to know. */
export interface Cache {
  readonly url: string;
  readonly token: string;
  /** Signs what is written, and checks what is read. 32 characters or more. */
  readonly key: string;
}

/** What a run came to: `@specie/runtime#build` → whether its result came from the cache. */
export type Outcome = ReadonlyMap<string, "hit" | "miss">;

/** Runs tasks in a clone with nothing but the remote cache. */
export async function run(clone: string, tasks: readonly string[], cache: Cache): Promise<Outcome> {
  const summaries = join(clone, ".turbo/runs");
  rmSync(summaries, { recursive: true, force: true });
  const env = {
    ...process.env,
    PATH: `${join(root, "node_modules/.bin")}${delimiter}${process.env["PATH"] ?? ""}`,
    TURBO_API: cache.url,
    TURBO_TEAM: "specie",
    TURBO_TOKEN: cache.token,
    TURBO_REMOTE_CACHE_SIGNATURE_KEY: cache.key,
    TURBO_CACHE: "remote:rw",
    TURBO_TELEMETRY_DISABLED: "1",
    VITEST_MAX_WORKERS: "1",
  };
  const concurrency = `--concurrency=${Math.max(2, availableParallelism())}`;
  await command("turbo", ["run", ...tasks, concurrency, "--summarize", "--output-logs=errors-only"], clone, env);
  const [file] = readdirSync(summaries);
  if (file === undefined) throw new Error("turbo left no summary");
  const summary = JSON.parse(readFileSync(join(summaries, file), "utf8")) as {
    readonly tasks: readonly {
      readonly taskId: string;
      readonly command: string;
      readonly cache: { readonly status: string; readonly source?: string };
    }[];
  };
  const real = summary.tasks.filter((task) => task.command !== "<NONEXISTENT>");
  return new Map(real.map(({ taskId, cache: { status } }) => [taskId, status === "HIT" ? "hit" : "miss"]));
}

/** Runs a command to its end; what it printed is shown when it fails. */
export function command(
  name: string,
  args: readonly string[],
  cwd: string,
  env: NodeJS.ProcessEnv = process.env,
): Promise<string> {
  return new Promise((done, fail) => {
    execFile(name, args, { cwd, env, encoding: "utf8", maxBuffer: 1 << 26 }, (error, stdout, stderr) => {
      if (error === null) done(stdout);
      else fail(new Error(`${name} ${args.join(" ")} failed:\n${stdout}${stderr}`));
    });
  });
}

/** `12 of 12 from the cache`. */
export function counted(outcome: Outcome): string {
  const hits = [...outcome.values()].filter((status) => status === "hit").length;
  return `${hits} of ${outcome.size} from the cache`;
}
