import { worker } from "../child.ts";
import { withServer } from "../loopback.ts";
import { sdkResolveDir as sdk } from "../official-cybersource.ts";
import { compared } from "../rounds.ts";
import type { Row } from "../row.ts";
import { comparedSpeeds, type Speeds } from "../speed.ts";
import { stage } from "../stage.ts";
import { authentications } from "../workers/cybersource.ts";
import type { SignedCosts } from "../workers/signed-call.ts";

const timeoutMs = 90_000;
const mostTime = 0.4;

/** A signed CyberSource payment, against the official SDK's: without the network, and 64 at once on loopback. */
export async function signed(temporary: string): Promise<Row[]> {
  const { runtime, cybersource } = await stage(temporary);
  const costs = await worker<readonly SignedCosts[]>("signed-call", { cybersource, sdk }, { timeoutMs });
  const alone = costs.map(({ authentication, ours, peer }) =>
    compared(`own cost of a payment with ${authentication}, against the official SDK`, "µs", ours, peer, {
      most: mostTime,
    }),
  );
  const speeds = await withServer((port) =>
    worker<Speeds>("signed-throughput", { port, runtime, cybersource, sdk }, { timeoutMs }),
  );
  return [...alone, ...authentications.flatMap((name) => [row(speeds, name, "node"), row(speeds, name, "fetch")])];
}

function row(speeds: Speeds, authentication: string, over: string): Row {
  const what = `64 payments at once with ${authentication}: ours over ${over}, against the official SDK`;
  const limit = { least: 1 / mostTime };
  return comparedSpeeds(
    what,
    speeds[`${authentication}: ours over ${over}`],
    speeds[`${authentication}: official SDK`],
    limit,
  );
}
