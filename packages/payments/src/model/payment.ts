import type { Address } from "./address.ts";
import type { CustomerRef } from "./customer.ts";
import type { Money } from "./money.ts";
import type { NextAction } from "./next-action.ts";
import type { PaymentError } from "./payment-error.ts";
import type { PaymentMethod } from "./payment-method.ts";
import type { ProviderName } from "./provider.ts";
import type { Refund } from "./refund.ts";
import type { CaptureMethod, PaymentStatus, RefundState } from "./statuses.ts";
import type { Cancellation, Capture, Increment } from "./steps.ts";
import type { Warning } from "./warning.ts";

/**
 * A payment, the same for every provider. Plain JSON: store it, and give it back to the gateway later. `Raw` is the
 * provider's own body.
 */
export interface Payment<Raw = unknown> {
  readonly id: string;
  readonly provider: ProviderName;
  /** The merchant's own reference: an order number. */
  readonly reference?: string | undefined;
  /** What the provider puts several tries or steps under: an order, the root of a chain. */
  readonly groupId?: string | undefined;
  readonly status: PaymentStatus;
  /** The provider's word for it. */
  readonly rawStatus: string;
  /** What was asked for. Undefined when it has no exact form: see `warnings`. */
  readonly amount?: Money | undefined;
  /** What the issuer agreed to; less than `amount` when it agreed to a part. */
  readonly amountAuthorized?: Money | undefined;
  /** What can still be captured. */
  readonly amountCapturable?: Money | undefined;
  readonly amountCaptured?: Money | undefined;
  readonly amountRefunded?: Money | undefined;
  readonly refundState: RefundState;
  readonly captureMethod?: CaptureMethod | undefined;
  /** It was captured before it was canceled. */
  readonly canceledAfterCapture?: boolean | undefined;
  /** It failed, and the money is still reserved: `cancel` releases it. */
  readonly authorizationHeld?: boolean | undefined;
  readonly paymentMethod?: PaymentMethod | undefined;
  readonly customer?: CustomerRef | undefined;
  readonly billing?: Address | undefined;
  readonly shipping?: Address | undefined;
  readonly nextAction?: NextAction | undefined;
  readonly error?: PaymentError | undefined;
  /** Oldest first. */
  readonly captures: readonly Capture[];
  readonly cancellations: readonly Cancellation[];
  readonly increments: readonly Increment[];
  readonly refunds: readonly Refund[];
  readonly metadata?: Readonly<Record<string, string>> | undefined;
  readonly description?: string | undefined;
  /** When the authorization lapses, if the provider says. */
  readonly captureBefore?: string | undefined;
  readonly networkTransactionId?: string | undefined;
  /** For the browser of this customer only. Never log it. */
  readonly clientSecret?: string | undefined;
  /** What the gateway needs for the next step of this payment. Opaque; keep it on the server, never log it. */
  readonly resume?: string | undefined;
  /** ISO 8601, UTC. */
  readonly createdAt?: string | undefined;
  readonly updatedAt?: string | undefined;
  /** What the model has no exact form for. */
  readonly warnings: readonly Warning[];
  /** HTTP status of the answer; undefined in lists and events. */
  readonly httpStatus?: number | undefined;
  /** The provider's id of the request, to quote to its support. */
  readonly requestId?: string | undefined;
  /** The provider's own body, nothing left out. It may hold secrets of the customer: never log it. */
  readonly raw: Raw;
}
