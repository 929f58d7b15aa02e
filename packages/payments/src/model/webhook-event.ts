import type { Dispute } from "./dispute.ts";
import type { Payment } from "./payment.ts";
import type { PaymentLink } from "./payment-link.ts";
import type { ProviderName } from "./provider.ts";
import type { Refund } from "./refund.ts";

export type PaymentEventType =
  | "payment.authorized"
  | "payment.succeeded"
  | "payment.partially_captured"
  | "payment.failed"
  | "payment.processing"
  | "payment.requires_action"
  | "payment.requires_review"
  | "payment.canceled"
  | "payment.expired";

export type RefundEventType = "refund.created" | "refund.succeeded" | "refund.failed" | "refund.updated";

export type DisputeEventType = "dispute.opened" | "dispute.updated" | "dispute.won" | "dispute.lost" | "dispute.closed";

export type LinkEventType =
  | "payment_link.paid"
  | "payment_link.partially_paid"
  | "payment_link.canceled"
  | "payment_link.expired";

export type OtherEventType =
  | "mandate.active"
  | "mandate.revoked"
  | "downtime.started"
  | "downtime.updated"
  | "downtime.resolved"
  | "unknown";

export type WebhookEventType = PaymentEventType | RefundEventType | DisputeEventType | LinkEventType | OtherEventType;

interface Event<T extends WebhookEventType, O, Raw> {
  /** The same for every delivery of the same event: tell repeats by it. */
  readonly id: string;
  readonly provider: ProviderName;
  readonly type: T;
  /** The provider's word for it. */
  readonly rawType: string;
  /** ISO 8601, UTC. */
  readonly occurredAt?: string | undefined;
  readonly paymentId?: string | undefined;
  readonly refundId?: string | undefined;
  readonly disputeId?: string | undefined;
  /** As the event shows it: a hint. The gateway's `retrieve` is the truth. Undefined where the event shows none. */
  readonly object: O | undefined;
  readonly raw: Raw;
  /** The signature was right. There is no event without. */
  readonly verified: true;
}

export type PaymentWebhook<Raw = unknown> = Event<PaymentEventType, Payment, Raw>;
export type RefundWebhook<Raw = unknown> = Event<RefundEventType, Refund, Raw>;
export type DisputeWebhook<Raw = unknown> = Event<DisputeEventType, Dispute, Raw>;
export type LinkWebhook<Raw = unknown> = Event<LinkEventType, PaymentLink, Raw>;
export type OtherWebhook<Raw = unknown> = Event<OtherEventType, never, Raw>;

/** What a provider tells. Plain JSON. Told apart by `type`. */
export type WebhookEvent<Raw = unknown> =
  | PaymentWebhook<Raw>
  | RefundWebhook<Raw>
  | DisputeWebhook<Raw>
  | LinkWebhook<Raw>
  | OtherWebhook<Raw>;
