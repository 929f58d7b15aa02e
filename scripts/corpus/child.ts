import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";

export interface Ran {
  /** Undefined when a signal ended it. */
  readonly code: number | undefined;
  readonly signal: string | undefined;
  /** It was ended because its time was over. */
  readonly late: boolean;
  /** It was ended because it took too much memory. */
  readonly large: boolean;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly cwd: string;
  readonly timeoutMs: number;
  /** Megabytes; only Linux is asked. Default: as much as there is. */
  readonly memory?: number;
}

/** Runs a program to its end, or to the end of its time or memory; how it ended is a result, never an error. */
export function run(program: string, args: readonly string[], { cwd, timeoutMs, memory }: RunOptions): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd, stdio: ["ignore", "pipe", "pipe"] });
    const texts = { stdout: "", stderr: "" };
    for (const name of ["stdout", "stderr"] as const) {
      child[name].setEncoding("utf8").on("data", (text: string) => {
        texts[name] += text;
      });
    }
    let [late, large] = [false, false];
    const clock = setTimeout(() => {
      late = true;
      child.kill("SIGKILL");
    }, timeoutMs);
    const scales = setInterval(() => {
      large ||= memory !== undefined && child.pid !== undefined && megabytesOf(child.pid) > memory;
      if (large) child.kill("SIGKILL");
    }, 200);
    child.on("error", reject);
    child.on("close", (code, signal) => {
      clearTimeout(clock);
      clearInterval(scales);
      resolve({ code: code ?? undefined, signal: signal ?? undefined, late, large, ...texts });
    });
  });
}

function megabytesOf(pid: number): number {
  try {
    return Number(/^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}

/** Runs JavaScript or TypeScript on the Node that runs this. */
export function node(args: readonly string[], options: RunOptions): Promise<Ran> {
  return run(process.execPath, args, options);
}
