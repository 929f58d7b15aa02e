import { spawn } from "node:child_process";
import { once } from "node:events";
import { workerFile } from "./child.ts";

/** A server in a process of its own that answers every call with a payment, while `work` runs. */
export async function withServer<T>(work: (port: number) => Promise<T>): Promise<T> {
  const child = spawn(process.execPath, [workerFile("server")], { stdio: ["pipe", "pipe", "inherit"] });
  try {
    const [line] = await once(child.stdout.setEncoding("utf8"), "data", { signal: AbortSignal.timeout(10_000) });
    return await work(Number(line));
  } finally {
    child.stdin.end();
  }
}
