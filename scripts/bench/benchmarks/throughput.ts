import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { worker } from "../child.ts";
import { compared, type Limit } from "../rounds.ts";
import { notMeasured, type Row } from "../row.ts";
import { stage } from "../stage.ts";
import type { Speeds } from "../workers/throughput.ts";

/** Calls a second against one loopback server, 64 at once, all clients in turn in one process. */
export async function throughput(temporary: string): Promise<Row[]> {
  const { runtime, razorpay } = await stage(temporary);
  const server = await startServer();
  try {
    const speeds = await worker<Speeds>("throughput", { port: server.port, runtime, razorpay }, { timeoutMs: 90_000 });
    return [
      row(speeds, "ours over node", "raw fetch", { least: 2 }),
      row(speeds, "ours over node", "stripe-node", { least: 1 }),
      row(speeds, "ours over node", "official razorpay SDK"),
      row(speeds, "ours over node", "openapi-fetch"),
      row(speeds, "ours over fetch", "raw fetch"),
      row(speeds, "ours over fetch", "openapi-fetch"),
    ];
  } finally {
    server.stop();
  }
}

function row(speeds: Speeds, ours: string, peer: string, limit?: Limit): Row {
  const what = `64 at once: ${ours}, against ${peer}`;
  const mine = speeds[ours] ?? notMeasured;
  return typeof mine === "string"
    ? { what, ours: mine }
    : compared(what, "calls/s", mine, speeds[peer] ?? notMeasured, limit);
}

async function startServer(): Promise<{ port: number; stop: () => void }> {
  const file = join(import.meta.dirname, "../workers/server.ts");
  const child = spawn(process.execPath, [file], { stdio: ["pipe", "pipe", "inherit"] });
  const [line] = await once(child.stdout.setEncoding("utf8"), "data", { signal: AbortSignal.timeout(10_000) });
  return { port: Number(line), stop: () => child.stdin.end() };
}
