import { watch as watchPath } from "node:fs";
import { stat } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { setTimeout } from "node:timers/promises";
import { UsageError } from "../contract/errors.ts";
import type { Job, Outcome } from "./compile.ts";
import { report } from "./failure.ts";
import type { Console } from "./reporter.ts";

/** Editors write a file in several steps. */
const quietMs = 50;

/** Runs again whenever a document changes, until it is interrupted; a document at fault is said, and waited for. */
export async function watch(
  jobs: readonly Job[],
  run: () => Promise<readonly Outcome[]>,
  console: Console,
): Promise<number> {
  const remote = jobs.find(({ source }) => /^https?:/i.test(source));
  if (remote !== undefined) throw new UsageError("--watch needs a document in a file or folder, not a URL");
  const stop = new AbortController();
  const end = (): void => stop.abort();
  process.once("SIGINT", end).once("SIGTERM", end);
  console.signal?.addEventListener("abort", end);
  const inputs = new Set(jobs.flatMap(({ source, config, overlays }) => [source, config ?? source, ...overlays]));
  try {
    for (;;) {
      const started = Date.now();
      try {
        for (const outcome of await run()) for (const file of outcome.inputs) inputs.add(file);
      } catch (error) {
        report(error, false, console);
      }
      if (stop.signal.aborted) return 0;
      await change(inputs, started, stop.signal);
      if (stop.signal.aborted) return 0;
    }
  } finally {
    process.off("SIGINT", end).off("SIGTERM", end);
    console.signal?.removeEventListener("abort", end);
  }
}

/** Waits until one of the files, or a file in one of the folders, is not what it was at `since`. */
async function change(inputs: ReadonlySet<string>, since: number, signal: AbortSignal): Promise<void> {
  const done = new AbortController();
  await new Promise<void>((resolved) => {
    const either = AbortSignal.any([signal, done.signal]);
    either.addEventListener("abort", () => resolved());
    void observe(inputs, since, either, () => done.abort());
  });
  await setTimeout(quietMs);
}

async function observe(
  inputs: ReadonlySet<string>,
  since: number,
  signal: AbortSignal,
  changed: () => void,
): Promise<void> {
  const folders = new Set<string>();
  for (const input of inputs) {
    const found = await stat(input).catch(() => undefined);
    if (signal.aborted) return;
    const isFolder = found?.isDirectory() === true;
    const folder = isFolder ? input : dirname(input);
    if (!folders.has(folder)) {
      folders.add(folder);
      const watcher = watchPath(folder, { signal, recursive: isFolder }, (_event, name) => {
        const path = name === null ? undefined : resolve(join(folder, name));
        const isInside = inputs.has(folder) && path !== undefined && /\.(ya?ml|json)$/i.test(path);
        if (path === undefined || isInside || inputs.has(path)) changed();
      });
      watcher.on("error", changed);
    }
    // What was edited while it was read may have been missed.
    if (!isFolder && found !== undefined && found.mtimeMs >= since) changed();
  }
}
