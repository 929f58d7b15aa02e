import type { KnownPaymentLinkStatus } from "@specie/razorpay";
import type { PaymentStatus } from "../../model/statuses.ts";

/** `status` of a payment link. */
export const linkStatus = {
  created: "requires_payment_method",
  partially_paid: "partially_captured",
  paid: "succeeded",
  expired: "expired",
  cancelled: "canceled",
} as const satisfies Readonly<Record<KnownPaymentLinkStatus, PaymentStatus>>;
