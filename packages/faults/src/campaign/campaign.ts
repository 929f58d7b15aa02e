import type { ProviderName } from "@specie/payments";
import { run } from "../shop/run.ts";
import type { Subject } from "../shop/subject.ts";
import { Tally } from "./tally.ts";

export const providers: readonly ProviderName[] = ["hyperswitch", "cybersource", "razorpay"];

export interface Campaign {
  /** Runs of each provider. */
  readonly runs: number;
  readonly seed: string;
  readonly only?: readonly ProviderName[] | undefined;
  /** Stops at the first run that breaks a promise. */
  readonly stopAtFailure?: boolean | undefined;
  readonly onProgress?: ((done: number, of: number) => void) | undefined;
}

/** Many runs. The seed of each is the campaign's, the provider and a number: `7/cybersource/42`. */
export async function campaign(subject: Subject, { runs, seed, only = providers, ...rest }: Campaign): Promise<Tally> {
  const tally = new Tally();
  // In turns, so that a campaign that is stopped has seen all of them.
  for (let number = 0; number < runs; number++) {
    for (const provider of only) {
      tally.add(await run(subject, provider, `${seed}/${provider}/${number}`));
      if (rest.stopAtFailure === true && tally.failures.length > 0) return tally;
    }
    rest.onProgress?.(number + 1, runs);
  }
  return tally;
}
