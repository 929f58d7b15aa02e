import type { UnknownOutcome } from "../gateway/unknown-outcome.ts";
import type { RoutingAttempt } from "../router/types.ts";

/** What is kept of an idempotency key. Plain JSON, without card data and without secrets. */
export interface KeyRecord {
  /** What was asked for with the key, without card data: another text is another intention. */
  readonly fingerprint: string;
  /**
   * `in_progress`: about to be sent, by whoever claimed the key, or by a process that died. `unknown`: the answer is
   * lost. `completed`: there is an answer. `undone`: taken back with `undo`; the key is spent.
   */
  readonly state: "in_progress" | "unknown" | "completed" | "undone";
  /** What `resolve` takes. */
  readonly outcome: UnknownOutcome;
  /** With `completed`: the provider's id of what was made. */
  readonly id?: string | undefined;
  /** Of a router: its attempts. */
  readonly trail?: readonly RoutingAttempt[] | undefined;
}

/**
 * Where idempotency keys are kept, for all processes of a merchant: a table with a unique key, or anything that can put
 * what is not there yet in one step. Records must outlive the longest time after which a call is repeated.
 */
export interface KeyStore {
  /**
   * In one step: stores the record where there is none, or where there is exactly `instead`, and gives undefined; else
   * changes nothing and gives the record that is there.
   */
  claim(key: string, record: KeyRecord, instead?: KeyRecord): Promise<KeyRecord | undefined>;
  /** Called by whoever claimed the key: puts the record in place of the claimed one; undefined gives the key back. */
  complete(key: string, record: KeyRecord | undefined): Promise<void>;
}
