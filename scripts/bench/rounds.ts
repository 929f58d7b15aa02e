import type { Amount, Row, Unit } from "./row.ts";

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle];
  if (upper === undefined) throw new Error("nothing was measured");
  const lower = sorted[middle - 1];
  return sorted.length % 2 === 1 || lower === undefined ? upper : (lower + upper) / 2;
}

/** Runs each of them once a round, every other round backwards, so that drift of the machine hits all alike. */
export async function inTurn(
  rounds: number,
  measures: readonly (() => Promise<number> | number)[],
): Promise<readonly (readonly number[])[]> {
  const samples: number[][] = measures.map(() => []);
  for (let round = 0; round < rounds; round++) {
    const order = measures.map((_, index) => (round % 2 === 0 ? index : measures.length - 1 - index));
    for (const index of order) {
      const value = await measures[index]?.();
      if (value !== undefined) samples[index]?.push(value);
    }
  }
  return samples;
}

/** Milliseconds that something takes. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

export interface Limit {
  readonly most?: number;
  readonly least?: number;
}

/** A row of two series of samples that were taken in turn; `limit` is for their ratio. */
export function compared(
  what: string,
  unit: Unit,
  ours: readonly number[],
  peer: readonly number[] | string,
  limit: Limit = {},
): Row {
  const mine: Amount = { value: median(ours), unit };
  if (typeof peer === "string") return { what, ours: mine, peer, target: target(limit) };
  const ratio = median(ours.map((value, round) => value / (peer[round] ?? Number.NaN)));
  return {
    what,
    ours: mine,
    peer: { value: median(peer), unit },
    ratio,
    target: target(limit),
    holds: holds(ratio, limit),
  };
}

function target({ most, least }: Limit): string | undefined {
  if (most !== undefined) return most < 0.4 ? `≤ 1/${Math.round(1 / most)} ×` : `≤ ${most} ×`;
  return least === undefined ? undefined : `≥ ${least} ×`;
}

function holds(ratio: number, { most, least }: Limit): boolean | undefined {
  if (most !== undefined) return ratio <= most;
  return least === undefined ? undefined : ratio >= least;
}
