import type { Payment, ProviderName, Refund, Resolution, UnknownOutcome } from "@specie/payments";
import type { Operation } from "../fakes/ledger.ts";

/** One thing that the merchant wants done once, however often it asks. */
export interface Intent {
  readonly id: string;
  readonly operation: Operation;
  readonly key: string | undefined;
  /** Minor units; undefined: all that is left, or no amount at all. */
  readonly amount: number | undefined;
  /** The input without its key. */
  readonly input: object;
  /** The payment that it is about; undefined for a create. */
  readonly ref: string | Payment | undefined;
  /** Of the payment that it is about. */
  readonly captureMethod: string | undefined;
  readonly reports: Report[];
  readonly resolutions: Resolved[];
  payment?: Payment | undefined;
  refund?: Refund | undefined;
  /** The same key as another intent's, for something else: a mistake. */
  readonly isMisuse: boolean;
  /** An undo of it was asked for. */
  isUndone: boolean;
}

/** How one call ended, in the words of the caller. */
export interface Report {
  readonly call: string;
  readonly startedAt: number;
  readonly endedAt: number;
  /**
   * `executed`: done, says the gateway. `failed`: not done. `declined`: the provider said no. `unknown`: with a token.
   * `open`: nothing said yet, as of a payment that is processing, or a key that is busy. `crashed`: nobody was there to hear it.
   */
  readonly claim: "executed" | "failed" | "declined" | "unknown" | "open" | "crashed";
  readonly code?: string | undefined;
  readonly safeToRetry?: boolean | undefined;
  readonly token?: UnknownOutcome | undefined;
  /** What was said to be moved, where an amount was. */
  readonly amount?: number | undefined;
}

export interface Resolved {
  readonly at: number;
  /** Of the token: behind a router it speaks for this one alone. */
  readonly provider: ProviderName;
  /** Whose token it was. */
  readonly call: string;
  /** Calls that had begun by then: what any of them did or does. Without a store, a token speaks for its own call. */
  readonly calls: readonly string[];
  readonly resolution: Resolution;
  /** At the end, when every lag had passed and no fault was left. */
  readonly isFinal: boolean;
}

/** A token, and whose. */
export interface Held {
  readonly token: UnknownOutcome;
  readonly call: string;
}

/** The newest token; undefined when no call of it was ever unknown. */
export function tokenOf({ reports }: Intent): Held | undefined {
  const { token, call } = reports.findLast((report) => report.token !== undefined) ?? {};
  return token === undefined || call === undefined ? undefined : { token, call };
}
