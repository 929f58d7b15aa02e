import { run, type Scene } from "../shop/run.ts";
import type { Subject } from "../shop/subject.ts";
import { type Failure, Tally } from "./tally.ts";

export const scenes: readonly Scene[] = ["hyperswitch", "cybersource", "razorpay", "router"];

export interface Campaign {
  /** Runs of each scene. */
  readonly runs: number;
  readonly seed: string;
  readonly only?: readonly Scene[] | undefined;
  /** Stops at the first failure that is like this. */
  readonly until?: ((failure: Failure) => boolean) | undefined;
  readonly onProgress?: ((done: number, of: number) => void) | undefined;
}

/** Many runs. The seed of each is the campaign's, the scene and a number: `7/cybersource/42`. */
export async function campaign(subject: Subject, { runs, seed, only = scenes, ...rest }: Campaign): Promise<Tally> {
  const tally = new Tally();
  // In turns, so that a campaign that is stopped has seen all of them.
  for (let number = 0; number < runs; number++) {
    for (const scene of only) {
      tally.add(await run(subject, scene, `${seed}/${scene}/${number}`));
      if (rest.until !== undefined && tally.failures.some(rest.until)) return tally;
    }
    rest.onProgress?.(number + 1, runs);
  }
  return tally;
}
