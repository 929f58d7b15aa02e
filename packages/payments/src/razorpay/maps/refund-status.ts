import type { KnownRefundSpeedProcessed, KnownRefundSpeedRequested, KnownRefundStatus } from "@specie/razorpay";
import type { Refund } from "../../model/refund.ts";
import type { RefundStatus } from "../../model/statuses.ts";

/** `status` of a refund. */
export const refundStatus = {
  pending: "pending",
  created: "pending",
  processed: "succeeded",
  failed: "failed",
} as const satisfies Readonly<Record<KnownRefundStatus, RefundStatus>>;

/** How a refund goes; `optimum` is the wish for an instant one. */
export const refundSpeed = {
  instant: "instant",
  optimum: "instant",
  normal: "normal",
} as const satisfies Readonly<
  Record<KnownRefundSpeedProcessed | KnownRefundSpeedRequested, NonNullable<Refund["speed"]>>
>;
