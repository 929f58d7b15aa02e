import { spawn } from "node:child_process";

export interface Ran {
  /** Undefined when a signal ended it. */
  readonly code: number | undefined;
  readonly signal: string | undefined;
  /** It was ended because its time was over. */
  readonly late: boolean;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly cwd: string;
  readonly timeoutMs: number;
}

/** Runs a program to its end, or to the end of its time; how it ended is a result, never an error. */
export function run(program: string, args: readonly string[], { cwd, timeoutMs }: RunOptions): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd, stdio: ["ignore", "pipe", "pipe"] });
    const texts = { stdout: "", stderr: "" };
    for (const name of ["stdout", "stderr"] as const) {
      child[name].setEncoding("utf8").on("data", (text: string) => {
        texts[name] += text;
      });
    }
    let late = false;
    const clock = setTimeout(() => {
      late = true;
      child.kill("SIGKILL");
    }, timeoutMs);
    child.on("error", reject);
    child.on("close", (code, signal) => {
      clearTimeout(clock);
      resolve({ code: code ?? undefined, signal: signal ?? undefined, late, ...texts });
    });
  });
}

/** Runs JavaScript or TypeScript on the Node that runs this. */
export function node(args: readonly string[], options: RunOptions): Promise<Ran> {
  return run(process.execPath, args, options);
}
