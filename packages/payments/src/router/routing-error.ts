import type { PaymentsError } from "../gateway/payments-error.ts";
import type { UnknownOutcome } from "../gateway/unknown-outcome.ts";
import type { ErrorCode } from "../model/error-codes.ts";
import type { RoutingAttempt } from "./types.ts";

/**
 * Thrown by a router when there is no payment. `cause` is the error of the last attempt. Safe to log.
 *
 * @example
 * catch (error) {
 *   if (error instanceof RoutingError && error.code === "outcome_unknown") await store(error.outcome);
 * }
 */
export class RoutingError extends Error {
  override get name(): "RoutingError" {
    return "RoutingError";
  }
  /** Of the last attempt; `configuration_error` where no rule fits. */
  readonly code: ErrorCode;
  /** Every attempt, oldest first. */
  readonly trail: readonly RoutingAttempt[];
  /** With `outcome_unknown`: what `resolve` of the last attempt's gateway takes. */
  readonly outcome: UnknownOutcome | undefined;
  /** True only when provably no gateway did anything. */
  readonly safeToRetry: boolean;

  constructor(
    code: ErrorCode,
    problem: string,
    trail: readonly RoutingAttempt[],
    {
      outcome,
      cause,
    }: { readonly outcome?: UnknownOutcome | undefined; readonly cause?: PaymentsError | undefined } = {},
  ) {
    const tried = trail.map(({ gateway, result, code: why }) => `${gateway} ${result}${why ? ` ${why}` : ""}`);
    super(
      `router: ${code} (${problem})${tried.length === 0 ? "" : `; tried: ${tried.join(", ")}`}`,
      cause === undefined ? undefined : { cause },
    );
    this.code = code;
    this.trail = trail;
    this.outcome = outcome;
    // Of these, an earlier call with the key may have paid.
    const isOpen = code === "outcome_unknown" || code === "duplicate" || code === "conflict";
    this.safeToRetry = !isOpen && trail.every(({ result }) => result === "nothing_done");
  }

  toJSON(): object {
    const { name, message } = this;
    return Object.assign({ name, message }, this);
  }
}
