import type { Money } from "../model/money.ts";
import type { ProviderName } from "../model/provider.ts";
import type { CaptureMethod } from "../model/statuses.ts";

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
  /** Of an increment, where `amount` is what is added. */
  readonly newTotal?: Money | undefined;
  /** The sums as the caller's payment had them before the call. */
  readonly capturedBefore?: Money | undefined;
  readonly refundedBefore?: Money | undefined;
  /** Of a new payment: whether it charges, or only authorizes. */
  readonly captureMethod?: CaptureMethod | undefined;
  /** Of a refund: the capture that goes back, where the provider knows single captures. */
  readonly captureId?: string | undefined;
  /** The part of a composed operation that was under way: `order` is before any money is asked for. */
  readonly step?: "order" | "payment" | undefined;
  /** When it was sent at the earliest. ISO 8601, UTC. */
  readonly sentAt: string;
  /** Nothing of it is sent after this: the call has ended, or its time limit. ISO 8601, UTC. */
  readonly sendsUntil?: string | undefined;
}
