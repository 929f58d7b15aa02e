import { spawn } from "node:child_process";

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
      const how = signal === null ? `ended with ${code}` : `was ended by ${signal} after ${timeout / 1000} s`;
      reject(new Error(`${[program, ...args].join(" ").slice(0, 120)} ${how}: ${lastLines(err || out)}`));
    });
  });
}

/** Runs JavaScript or TypeScript on the Node that runs the bench. */
export function node(args: readonly string[], options?: RunOptions): Promise<string> {
  return run(process.execPath, args, options);
}

/** Runs a worker of this folder, which prints one JSON value. */
export async function worker<T>(name: string, input: object, options?: RunOptions): Promise<T> {
  const file = `${import.meta.dirname}/workers/${name}.ts`;
  return JSON.parse(await node(["-C", "source", file, JSON.stringify(input)], options));
}

function lastLines(text: string): string {
  const lines = text.trim().split("\n");
  const error = lines.find((line) => /error/i.test(line));
  return (error ?? lines.at(-1) ?? "").trim();
}
