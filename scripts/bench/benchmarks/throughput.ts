import { worker } from "../child.ts";
import { withServer } from "../loopback.ts";
import { machineNode, runWorkerOn } from "../machine-node.ts";
import type { Limit } from "../rounds.ts";
import type { Row } from "../row.ts";
import { comparedSpeeds, type Speeds } from "../speed.ts";
import { stage } from "../stage.ts";

const timeoutMs = 90_000;

/** Calls a second against one loopback server, 64 at once, all clients in turn in one process, on each Node here. */
export async function throughput(temporary: string): Promise<Row[]> {
  const { runtime, razorpay } = await stage(temporary);
  return withServer(async (port) => {
    const input = { port, runtime, razorpay };
    const rows = rowsOf(process.version, await worker<Speeds>("throughput", input, { timeoutMs }));
    const other = await machineNode();
    if (other === undefined) return rows;
    const speeds = await runWorkerOn<Speeds>(other.path, "throughput", input, temporary, { timeoutMs });
    return [...rows, ...rowsOf(other.version, speeds)];
  });
}

function rowsOf(version: string, speeds: Speeds): Row[] {
  const row = (ours: string, peer: string, limit?: Limit): Row => {
    const what = `64 at once, Node ${version.slice(1).split(".")[0]}: ${ours}, against ${peer}`;
    return comparedSpeeds(what, speeds[ours], speeds[peer], limit);
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
