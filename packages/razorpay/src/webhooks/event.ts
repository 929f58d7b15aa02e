import type {
  InvoiceExpiredEvent,
  InvoicePaidEvent,
  InvoicePartiallyPaidEvent,
  OrderPaidEvent,
  PaymentAuthorizedEvent,
  PaymentCapturedEvent,
  PaymentDisputeActionRequiredEvent,
  PaymentDisputeClosedEvent,
  PaymentDisputeCreatedEvent,
  PaymentDisputeLostEvent,
  PaymentDisputeUnderReviewEvent,
  PaymentDisputeWonEvent,
  PaymentDowntimeResolvedEvent,
  PaymentDowntimeStartedEvent,
  PaymentDowntimeUpdatedEvent,
  PaymentFailedEvent,
  PaymentLinkCancelledEvent,
  PaymentLinkExpiredEvent,
  PaymentLinkPaidEvent,
  PaymentLinkPartiallyPaidEvent,
  QrCodeClosedEvent,
  QrCodeCreatedEvent,
  QrCodeCreditedEvent,
  RefundCreatedEvent,
  RefundFailedEvent,
  RefundProcessedEvent,
  RefundSpeedChangedEvent,
  SettlementProcessedEvent,
  SubscriptionActivatedEvent,
  SubscriptionAuthenticatedEvent,
  SubscriptionCancelledEvent,
  SubscriptionChargedEvent,
  SubscriptionCompletedEvent,
  SubscriptionHaltedEvent,
  SubscriptionPausedEvent,
  SubscriptionPendingEvent,
  SubscriptionResumedEvent,
  SubscriptionUpdatedEvent,
  TransferFailedEvent,
  TransferProcessedEvent,
  VirtualAccountClosedEvent,
  VirtualAccountCreatedEvent,
  VirtualAccountCreditedEvent,
} from "../generated/schemas.ts";

/** Every event of the contract, told apart by `event`. */
export type KnownEvent =
  | PaymentAuthorizedEvent
  | PaymentCapturedEvent
  | PaymentFailedEvent
  | OrderPaidEvent
  | RefundCreatedEvent
  | RefundProcessedEvent
  | RefundFailedEvent
  | RefundSpeedChangedEvent
  | PaymentDisputeCreatedEvent
  | PaymentDisputeWonEvent
  | PaymentDisputeLostEvent
  | PaymentDisputeClosedEvent
  | PaymentDisputeUnderReviewEvent
  | PaymentDisputeActionRequiredEvent
  | PaymentDowntimeStartedEvent
  | PaymentDowntimeResolvedEvent
  | PaymentDowntimeUpdatedEvent
  | PaymentLinkPaidEvent
  | PaymentLinkPartiallyPaidEvent
  | PaymentLinkCancelledEvent
  | PaymentLinkExpiredEvent
  | InvoicePaidEvent
  | InvoicePartiallyPaidEvent
  | InvoiceExpiredEvent
  | SubscriptionActivatedEvent
  | SubscriptionAuthenticatedEvent
  | SubscriptionCancelledEvent
  | SubscriptionChargedEvent
  | SubscriptionCompletedEvent
  | SubscriptionHaltedEvent
  | SubscriptionPausedEvent
  | SubscriptionPendingEvent
  | SubscriptionResumedEvent
  | SubscriptionUpdatedEvent
  | SettlementProcessedEvent
  | TransferProcessedEvent
  | TransferFailedEvent
  | QrCodeCreatedEvent
  | QrCodeClosedEvent
  | QrCodeCreditedEvent
  | VirtualAccountCreatedEvent
  | VirtualAccountClosedEvent
  | VirtualAccountCreditedEvent;

declare const unlisted: unique symbol;

/**
 * A name that the contract doesn't have. It is text: `String(name)` gives it the type too. Were it a `string` here, then
 * `event.event === "payment.captured"` could not tell the payload.
 */
export interface UnlistedEventName {
  toString(): string;
  readonly [unlisted]: true;
}

/** An event that Razorpay has and the contract doesn't: new ones are to break nothing. */
export interface UnlistedEvent {
  readonly entity: "event";
  readonly account_id: string;
  readonly event: UnlistedEventName;
  /** Names of the members of payload. */
  readonly contains: readonly string[];
  readonly payload: Readonly<Record<string, unknown>>;
  /** Unix seconds. */
  readonly created_at: number;
}

/**
 * What a webhook brings. `switch (event.event)` narrows it to the event's own payload; the rest is `UnlistedEvent`.
 *
 * The payload is a snapshot of when the event was made, and events come in any order and more than once. One payment can
 * be told twice under different names: `payment.captured` and `order.paid`.
 */
export type RazorpayEvent = KnownEvent | UnlistedEvent;
