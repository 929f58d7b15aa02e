import type { KnownEvent } from "@specie/razorpay";
import type {
  DisputeEventType,
  LinkEventType,
  OtherEventType,
  PaymentEventType,
  RefundEventType,
} from "../../model/webhook-event.ts";

type Name = KnownEvent["event"];
type DisputeName = Extract<Name, `payment.dispute.${string}`>;
type DowntimeName = Extract<Name, `payment.downtime.${string}`>;
type RefundName = Extract<Name, `refund.${string}`>;
type LinkName = Extract<Name, `payment_link.${string}`>;
type PaymentName = Exclude<Extract<Name, `payment.${string}`>, DisputeName | DowntimeName> | "order.paid";

/** A payment that is paid is told twice, as `payment.captured` and as `order.paid`. */
export const paymentEvent = {
  "payment.authorized": "payment.authorized",
  "payment.captured": "payment.succeeded",
  "order.paid": "payment.succeeded",
  "payment.failed": "payment.failed",
} as const satisfies Readonly<Record<PaymentName, PaymentEventType>>;

export const refundEvent = {
  "refund.created": "refund.created",
  "refund.processed": "refund.succeeded",
  "refund.failed": "refund.failed",
  "refund.speed_changed": "refund.updated",
} as const satisfies Readonly<Record<RefundName, RefundEventType>>;

export const disputeEvent = {
  "payment.dispute.created": "dispute.opened",
  "payment.dispute.under_review": "dispute.updated",
  "payment.dispute.action_required": "dispute.updated",
  "payment.dispute.won": "dispute.won",
  "payment.dispute.lost": "dispute.lost",
  "payment.dispute.closed": "dispute.closed",
} as const satisfies Readonly<Record<DisputeName, DisputeEventType>>;

export const linkEvent = {
  "payment_link.paid": "payment_link.paid",
  "payment_link.partially_paid": "payment_link.partially_paid",
  "payment_link.cancelled": "payment_link.canceled",
  "payment_link.expired": "payment_link.expired",
} as const satisfies Readonly<Record<LinkName, LinkEventType>>;

/** What the model has no entity for. */
export const otherEvent = {
  "payment.downtime.started": "downtime.started",
  "payment.downtime.updated": "downtime.updated",
  "payment.downtime.resolved": "downtime.resolved",
  "invoice.paid": "unknown",
  "invoice.partially_paid": "unknown",
  "invoice.expired": "unknown",
  "subscription.activated": "unknown",
  "subscription.authenticated": "unknown",
  "subscription.cancelled": "unknown",
  "subscription.charged": "unknown",
  "subscription.completed": "unknown",
  "subscription.halted": "unknown",
  "subscription.paused": "unknown",
  "subscription.pending": "unknown",
  "subscription.resumed": "unknown",
  "subscription.updated": "unknown",
  "settlement.processed": "unknown",
  "transfer.processed": "unknown",
  "transfer.failed": "unknown",
  "qr_code.created": "unknown",
  "qr_code.closed": "unknown",
  "qr_code.credited": "unknown",
  "virtual_account.created": "unknown",
  "virtual_account.closed": "unknown",
  "virtual_account.credited": "unknown",
} as const satisfies Readonly<Record<Exclude<Name, PaymentName | RefundName | DisputeName | LinkName>, OtherEventType>>;

/** Documented with recurring payments, and not in the contract. */
export const unlistedEvent = {
  "token.confirmed": "mandate.active",
} as const satisfies Readonly<Record<string, OtherEventType>>;
