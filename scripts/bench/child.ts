import { spawn } from "node:child_process";
import { basename } from "node:path";

export interface RunOptions {
  readonly cwd?: string | undefined;
  readonly timeoutMs?: number | undefined;
}

/** Runs a program to its end and gives what it printed. Rejects with its last line when it fails. */
export function run(program: string, args: readonly string[], options: RunOptions = {}): Promise<string> {
  return new Promise((resolve, reject) => {
    const { cwd, timeoutMs: timeout = 60_000 } = options;
    const child = spawn(program, args, { cwd, timeout, stdio: ["ignore", "pipe", "pipe"] });
    let out = "";
    let err = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      out += text;
    });
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      err += text;
    });
    child.on("error", reject);
    child.on("close", (code, signal) => {
      if (code === 0) return resolve(out);
      const how = signal === null ? `exit code ${code}` : `${signal} after ${timeout / 1000} s`;
      reject(new Error(`${complaint(err || out)} (${basename(args[0] ?? program)}: ${how})`));
    });
  });
}

/** Runs JavaScript or TypeScript on the Node that runs the bench. */
export function node(args: readonly string[], options?: RunOptions): Promise<string> {
  return run(process.execPath, args, options);
}

/** Runs a worker of this folder, which prints one JSON value. */
export async function worker<T>(name: string, input: object, options?: RunOptions): Promise<T> {
  return JSON.parse(await node(["-C", "source", workerFile(name), JSON.stringify(input)], options));
}

export function workerFile(name: string): string {
  return `${import.meta.dirname}/workers/${name}.ts`;
}

function complaint(text: string): string {
  const lines = text.trim().split("\n");
  const error = lines.find((line) => /error/i.test(line));
  return (error ?? lines.at(-1) ?? "").trim();
}
