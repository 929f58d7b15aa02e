import type {
  KnownDisputeEventType,
  KnownMandateEventType,
  KnownPaymentEventType,
  KnownRefundEventType,
} from "@specie/hyperswitch";
import type { DisputeEventType, OtherEventType, PaymentEventType, RefundEventType } from "../../model/webhook-event.ts";

/** `by_status`: the status of the payment tells whether the customer or the merchant has to act. */
export const paymentEvent: Readonly<Record<KnownPaymentEventType, PaymentEventType | "by_status" | "unknown">> = {
  payment_succeeded: "payment.succeeded",
  payment_failed: "payment.failed",
  payment_processing: "payment.processing",
  payment_cancelled: "payment.canceled",
  payment_cancelled_post_capture: "payment.canceled",
  payment_authorized: "payment.authorized",
  payment_partially_authorized: "payment.authorized",
  payment_captured: "payment.partially_captured",
  payment_expired: "payment.expired",
  action_required: "by_status",
  // Of a surcharge that is a payment of its own: the customer's payment is another one.
  surcharge_payment_succeeded: "unknown",
};

export const refundEvent: Readonly<Record<KnownRefundEventType, RefundEventType | "unknown">> = {
  refund_succeeded: "refund.succeeded",
  refund_failed: "refund.failed",
  surcharge_refund_succeeded: "unknown",
};

export const disputeEvent: Readonly<Record<KnownDisputeEventType, DisputeEventType>> = {
  dispute_opened: "dispute.opened",
  dispute_challenged: "dispute.updated",
  dispute_won: "dispute.won",
  dispute_lost: "dispute.lost",
  dispute_accepted: "dispute.lost",
  dispute_cancelled: "dispute.closed",
  dispute_expired: "dispute.closed",
};

export const mandateEvent: Readonly<Record<KnownMandateEventType, OtherEventType>> = {
  mandate_active: "mandate.active",
  mandate_revoked: "mandate.revoked",
};
