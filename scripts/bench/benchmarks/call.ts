import { worker } from "../child.ts";
import { compared } from "../rounds.ts";
import type { Row } from "../row.ts";
import { stage } from "../stage.ts";
import type { Costs } from "../workers/call.ts";

/** What a call costs besides the network: a stub answers at once. */
export async function call(temporary: string): Promise<Row[]> {
  const { razorpay } = await stage(temporary);
  const costs = await worker<Record<string, Costs>>("call", { razorpay });
  return Object.entries(costs).map(([name, { ours, peer }]) =>
    compared(`own cost of ${name}, against openapi-fetch`, "µs", ours, peer, { most: 1 }),
  );
}
