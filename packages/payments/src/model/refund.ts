import type { Money } from "./money.ts";
import type { PaymentError } from "./payment-error.ts";
import type { ProviderName } from "./provider.ts";
import type { RefundStatus } from "./statuses.ts";
import type { Warning } from "./warning.ts";

/** Money that goes back. Plain JSON. */
export interface Refund<Raw = unknown> {
  readonly id: string;
  readonly provider: ProviderName;
  /** Undefined for a credit, which belongs to no payment. */
  readonly paymentId?: string | undefined;
  readonly captureId?: string | undefined;
  readonly status: RefundStatus;
  readonly rawStatus: string;
  /** Undefined when it has no exact form: see `warnings`. */
  readonly amount?: Money | undefined;
  readonly reason?: string | undefined;
  /** The merchant's own reference. */
  readonly reference?: string | undefined;
  readonly speed?: "normal" | "instant" | undefined;
  /** ARN or RRN, for customers who ask their bank. */
  readonly acquirerReference?: string | undefined;
  readonly metadata?: Readonly<Record<string, string>> | undefined;
  readonly error?: PaymentError | undefined;
  /** ISO 8601, UTC. */
  readonly createdAt?: string | undefined;
  readonly updatedAt?: string | undefined;
  readonly warnings: readonly Warning[];
  /** HTTP status of the answer; undefined inside a payment or an event. */
  readonly httpStatus?: number | undefined;
  readonly requestId?: string | undefined;
  readonly raw: Raw;
}
