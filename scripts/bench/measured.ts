import { readFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";
import { node, workerFile } from "./child.ts";
import { timed } from "./rounds.ts";
import type { Usage } from "./workers/usage.ts";

export interface Measured extends Usage {
  readonly seconds: number;
}

/** Runs a program on the Node that runs the bench, and says what it took; `note` is a file that may be written over. */
export async function measured(args: readonly string[], note: string): Promise<Measured> {
  const preload = `${pathToFileURL(workerFile("usage")).href}?${encodeURIComponent(note)}`;
  const milliseconds = await timed(() => node(["--import", preload, ...args], { timeoutMs: 600_000 }));
  const usage: Usage = JSON.parse(await readFile(note, "utf8"));
  return { ...usage, seconds: milliseconds / 1000 };
}
