import type { KnownOrderPaymentSettingsCapture, KnownOrderStatus } from "@specie/razorpay";
import type { CaptureMethod, PaymentStatus } from "../../model/statuses.ts";

/** `status` of an order that has no payment to tell more: none was tried, or all of them failed. */
export const orderStatus = {
  created: "requires_payment_method",
  attempted: "requires_payment_method",
  paid: "succeeded",
} as const satisfies Readonly<Record<KnownOrderStatus, PaymentStatus>>;

/** `payment.capture` of a new order; the other way round, as it is only ever written. */
export const orderCapture = {
  automatic: "automatic",
  manual: "manual",
} as const satisfies Readonly<Partial<Record<CaptureMethod, KnownOrderPaymentSettingsCapture>>>;
