import { worker } from "../child.ts";
import { compared } from "../rounds.ts";
import type { Row } from "../row.ts";
import { stage } from "../stage.ts";
import type { Costs } from "../workers/call.ts";

/**
 * What a call costs besides the network: a stub answers at once, with the web's `Response` as `fetch` does, or with a
 * light object, so that nothing is left but what the client itself does.
 */
export async function call(temporary: string): Promise<Row[]> {
  const { razorpay } = await stage(temporary);
  const costs = await worker<readonly Costs[]>("call", { razorpay });
  return costs.map(({ name, ours, peer }) =>
    compared(`own cost of ${name}, against openapi-fetch`, "µs", ours, peer, { most: 1 }),
  );
}
