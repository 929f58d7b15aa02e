import type { KnownWebhookEventType } from "@specie/cybersource";
import type { WebhookEventType } from "../../model/webhook-event.ts";

/** `payments.payments.accept` is a success where the payload shows a sale: the reader sees to that. */
export const webhookEvent = {
  "payments.payments.accept": "payment.authorized",
  "payments.payments.partial.approval": "payment.authorized",
  "payments.payments.review": "payment.requires_review",
  "payments.payments.reject": "payment.failed",
  "payments.payments.updated": "payment.processing",
  "payments.payments.accepted": "unknown",
  "payments.payments.failed": "unknown",
  "payments.reversals.accept": "payment.canceled",
  "payments.reversals.reject": "unknown",
  "payments.captures.accept": "payment.succeeded",
  "payments.captures.review": "payment.requires_review",
  "payments.captures.reject": "unknown",
  "payments.refunds.accept": "refund.succeeded",
  "payments.refunds.reject": "refund.failed",
  "payments.refunds.partial.approval": "unknown",
  "payments.credits.accept": "refund.succeeded",
  "payments.credits.review": "unknown",
  "payments.credits.reject": "refund.failed",
  "payments.credits.partial.approval": "unknown",
  "payments.credits.accepted": "unknown",
  "payments.credits.failed": "unknown",
  "payments.voids.accept": "payment.canceled",
  "payments.voids.reject": "unknown",
  "payments.voids.accepted": "unknown",
  "risk.casemanagement.decision.accept": "unknown",
  "risk.casemanagement.decision.reject": "unknown",
  "risk.casemanagement.addnote": "unknown",
  "risk.profile.decision.reject": "payment.failed",
  "risk.profile.decision.review": "payment.requires_review",
  "risk.profile.decision.monitor": "unknown",
} as const satisfies Readonly<Record<KnownWebhookEventType, WebhookEventType>>;

/** Sent, and not in the contract. */
export const unlistedWebhookEvent = {
  "payByLink.merchant.payment": "payment_link.paid",
} as const satisfies Readonly<Record<string, WebhookEventType>>;
