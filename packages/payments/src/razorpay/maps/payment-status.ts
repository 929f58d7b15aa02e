import type { KnownPaymentRefundStatus, KnownPaymentStatus } from "@specie/razorpay";
import type { PaymentStatus, RefundState } from "../../model/statuses.ts";

/**
 * `status` of a payment. Two of them depend on more: `created` is `requires_action` while a next step is known, and
 * `refunded` is `expired` when the money was never captured. `failed` may still turn `authorized` within days.
 */
export const paymentStatus = {
  created: "processing",
  authorized: "authorized",
  captured: "succeeded",
  refunded: "succeeded",
  failed: "failed",
} as const satisfies Readonly<Record<KnownPaymentStatus, PaymentStatus>>;

/** `refund_status` of a payment; null is `none`. */
export const refundStatusOfPayment = {
  partial: "partial",
  full: "full",
} as const satisfies Readonly<Record<KnownPaymentRefundStatus, RefundState>>;
