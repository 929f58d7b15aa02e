/** How a payment stands. `unknown`: the provider said something new; `rawStatus` has it. */
export type PaymentStatus =
  /** Made, and nothing to pay with attached. */
  | "requires_payment_method"
  /** Something to pay with is attached; `confirm` is missing. */
  | "requires_confirmation"
  /** The customer must act; `nextAction` says how, when it is known. */
  | "requires_action"
  /** The provider is at work; nothing to do but wait. */
  | "processing"
  /** Held for a decision of the merchant or a fraud check. Money may be reserved. */
  | "requires_review"
  /** Reserved, and not captured. */
  | "authorized"
  /** A part is captured. While `amountCapturable` is more than 0, more may follow. */
  | "partially_captured"
  /** All that was meant to be captured is. Refunds do not change it. */
  | "succeeded"
  /** Voided or reversed; `canceledAfterCapture` says when. */
  | "canceled"
  /** The authorization or the session lapsed. */
  | "expired"
  /** Declined or failed; `error` says why. */
  | "failed"
  | "unknown";

/** `canceled`: a refund that was itself voided. */
export type RefundStatus = "pending" | "succeeded" | "failed" | "canceled" | "requires_review" | "unknown";

export type CaptureStatus = "pending" | "succeeded" | "failed" | "unknown";

export type CancellationStatus = "pending" | "succeeded" | "failed" | "unknown";

export type IncrementStatus = "pending" | "succeeded" | "failed" | "unknown";

export type DisputeStatus = "open" | "under_review" | "won" | "lost" | "accepted" | "closed" | "unknown";

export type DisputeStage = "inquiry" | "chargeback" | "pre_arbitration" | "arbitration" | "reversal" | "unknown";

/** How much of what was captured went back. */
export type RefundState = "none" | "partial" | "full";

/** `manual_multiple`: several captures may follow one authorization. */
export type CaptureMethod = "automatic" | "manual" | "manual_multiple";

/** The ways in which a payment ends. Advice only: some providers reopen what failed. */
export const finalPaymentStatuses: readonly PaymentStatus[] = ["succeeded", "canceled", "expired", "failed"];
