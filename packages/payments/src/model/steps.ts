import type { Money } from "./money.ts";
import type { PaymentError } from "./payment-error.ts";
import type { CancellationStatus, CaptureStatus, IncrementStatus } from "./statuses.ts";

/** One capture of a payment. */
export interface Capture {
  readonly id: string;
  readonly paymentId: string;
  readonly amount?: Money | undefined;
  readonly status: CaptureStatus;
  readonly rawStatus: string;
  /** 1 for the first. */
  readonly sequence?: number | undefined;
  readonly isFinal?: boolean | undefined;
  readonly createdAt?: string | undefined;
  readonly error?: PaymentError | undefined;
}

/** One cancellation of a payment. */
export interface Cancellation {
  readonly id?: string | undefined;
  readonly paymentId: string;
  readonly kind: "void" | "reversal" | "post_capture_void";
  readonly amount?: Money | undefined;
  readonly status: CancellationStatus;
  readonly rawStatus: string;
  readonly reason?: string | undefined;
  readonly error?: PaymentError | undefined;
}

/** One rise of the authorized amount. */
export interface Increment {
  readonly id?: string | undefined;
  readonly paymentId: string;
  /** What was added. */
  readonly delta?: Money | undefined;
  readonly newTotal?: Money | undefined;
  readonly status: IncrementStatus;
  readonly rawStatus: string;
  readonly error?: PaymentError | undefined;
}
