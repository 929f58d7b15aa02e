import type { Money } from "../model/money.ts";
import type { ProviderName } from "../model/provider.ts";

/**
 * All that is needed to find out later what became of a call whose answer is lost. Plain JSON: store it, and it still
 * serves after a restart. It holds no card data and no credentials.
 */
export interface UnknownOutcome {
  readonly version: 1;
  readonly provider: ProviderName;
  /** `create`, `capture`, `refund` … */
  readonly operation: string;
  /** Undefined for operations that take none. */
  readonly idempotencyKey?: string | undefined;
  /** The id that the new object has if it was made: where the provider takes ids that are made from the key. */
  readonly id?: string | undefined;
  /** The payment that the call was about. */
  readonly paymentId?: string | undefined;
  readonly reference?: string | undefined;
  readonly amount?: Money | undefined;
  /** The sums as the caller's payment had them before the call. */
  readonly capturedBefore?: Money | undefined;
  readonly refundedBefore?: Money | undefined;
  /** ISO 8601, UTC. */
  readonly sentAt: string;
}
