import type { KnownPaymentStatus, KnownRefreshedPaymentStatus } from "@specie/cybersource";
import type { PaymentStatus } from "../../model/statuses.ts";

/** What the answer to an authorization means. */
export const authorizationStatus = {
  AUTHORIZED: "authorized",
  PARTIAL_AUTHORIZED: "authorized",
  AUTHORIZED_PENDING_REVIEW: "requires_review",
  AUTHORIZED_RISK_DECLINED: "failed",
  PENDING_AUTHENTICATION: "requires_action",
  PENDING_REVIEW: "requires_review",
  DECLINED: "failed",
  INVALID_REQUEST: "failed",
  ACCEPTED: "processing",
  PENDING: "processing",
} as const satisfies Readonly<Record<KnownPaymentStatus, PaymentStatus>>;

/** The same words where the payment was to be captured at once. */
export const saleStatus = {
  ...authorizationStatus,
  AUTHORIZED: "succeeded",
  PARTIAL_AUTHORIZED: "partially_captured",
} as const satisfies Readonly<Record<KnownPaymentStatus, PaymentStatus>>;

/** What a wallet or bank payment says when it is asked again. */
export const refreshedStatus = {
  AUTHORIZED: "authorized",
  PARTIAL_AUTHORIZED: "authorized",
  AUTHORIZED_PENDING_REVIEW: "requires_review",
  AUTHORIZED_RISK_DECLINED: "failed",
  PENDING_AUTHENTICATION: "requires_action",
  PENDING_REVIEW: "requires_review",
  DECLINED: "failed",
  INVALID_REQUEST: "failed",
  ABANDONED: "expired",
  CANCELLED: "canceled",
  COMPLETED: "succeeded",
  FAILED: "failed",
  PENDING: "processing",
  REFUNDED: "succeeded",
  SETTLED: "succeeded",
} as const satisfies Readonly<Record<KnownRefreshedPaymentStatus, PaymentStatus>>;
