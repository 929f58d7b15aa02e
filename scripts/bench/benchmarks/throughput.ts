import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { worker } from "../child.ts";
import { machineNode, runWorkerOn } from "../machine-node.ts";
import { compared, type Limit } from "../rounds.ts";
import { notMeasured, type Row } from "../row.ts";
import { stage } from "../stage.ts";
import type { Speed, Speeds } from "../workers/throughput.ts";

const timeoutMs = 90_000;

/** Calls a second against one loopback server, 64 at once, all clients in turn in one process, on each Node here. */
export async function throughput(temporary: string): Promise<Row[]> {
  const { runtime, razorpay } = await stage(temporary);
  const server = await startServer();
  try {
    const input = { port: server.port, runtime, razorpay };
    const rows = rowsOf(process.version, await worker<Speeds>("throughput", input, { timeoutMs }));
    const other = await machineNode();
    if (other === undefined) return rows;
    const speeds = await runWorkerOn<Speeds>(other.path, "throughput", input, temporary, { timeoutMs });
    return [...rows, ...rowsOf(other.version, speeds)];
  } finally {
    server.stop();
  }
}

function rowsOf(version: string, speeds: Speeds): Row[] {
  const row = (ours: string, peer: string, limit?: Limit): Row => {
    const what = `64 at once, Node ${version.slice(1).split(".")[0]}: ${ours}, against ${peer}`;
    const mine = speeds[ours] ?? notMeasured;
    const theirs = speeds[peer] ?? notMeasured;
    if (typeof mine === "string") return { what, ours: mine };
    if (typeof theirs === "string") return compared(what, "calls/s", mine.callsPerSecond, theirs, limit);
    const all = compared(what, "calls/s", mine.callsPerSecond, theirs.callsPerSecond, limit);
    return { ...all, ours: withCpu(all.ours, mine), peer: withCpu(all.peer, theirs) };
  };
  return [
    row("ours over node", "raw fetch", { least: 2 }),
    row("ours over node", "stripe-node", { least: 1 }),
    row("ours over node", "official razorpay SDK"),
    row("ours over node", "openapi-fetch"),
    row("ours over fetch", "raw fetch"),
    row("ours over fetch", "openapi-fetch"),
    // What no client on node:http can pass.
    row("bare node:http", "raw fetch"),
  ];
}

/** The processor time is steadier than the speed where other programs run too. */
function withCpu<T extends Row["peer"]>(amount: T, { cpuMicroseconds }: Speed): T {
  return typeof amount === "object" ? { ...amount, detail: `${cpuMicroseconds.toFixed(0)} µs CPU` } : amount;
}

async function startServer(): Promise<{ port: number; stop: () => void }> {
  const file = join(import.meta.dirname, "../workers/server.ts");
  const child = spawn(process.execPath, [file], { stdio: ["pipe", "pipe", "inherit"] });
  const [line] = await once(child.stdout.setEncoding("utf8"), "data", { signal: AbortSignal.timeout(10_000) });
  return { port: Number(line), stop: () => child.stdin.end() };
}
