import type { KnownTransactionStatus } from "@specie/cybersource";
import type { CancellationStatus, CaptureStatus, PaymentStatus, RefundStatus } from "../../model/statuses.ts";

/** What a stored transaction means that only authorized. */
export const storedAuthorizationStatus = {
  AUTHORIZED: "authorized",
  PARTIAL_AUTHORIZED: "authorized",
  SUCCEEDED: "authorized",
  PENDING: "processing",
  TRANSMITTED: "authorized",
  SETTLED: "succeeded",
  VOIDED: "canceled",
  REVERSED: "canceled",
  CANCELLED: "canceled",
  DECLINED: "failed",
  REJECTED: "failed",
  FAILED: "failed",
  CHALLENGE: "processing",
  ACCEPTED: "processing",
  AUTHORIZED_PENDING_REVIEW: "requires_review",
  AUTHORIZED_RISK_DECLINED: "failed",
  PENDING_AUTHENTICATION: "requires_action",
  PENDING_REVIEW: "requires_review",
  INVALID_REQUEST: "failed",
  // Nobody knows what was done: the reader adds a warning.
  SERVER_ERROR: "processing",
  STATUS_NOT_RECEIVED: "processing",
} as const satisfies Readonly<Record<KnownTransactionStatus, PaymentStatus>>;

/** What a stored transaction means that authorized and captured. */
export const storedSaleStatus = {
  ...storedAuthorizationStatus,
  AUTHORIZED: "succeeded",
  PARTIAL_AUTHORIZED: "partially_captured",
  SUCCEEDED: "succeeded",
  // Accepted for the next batch.
  PENDING: "succeeded",
  TRANSMITTED: "succeeded",
} as const satisfies Readonly<Record<KnownTransactionStatus, PaymentStatus>>;

export const storedCaptureStatus = {
  AUTHORIZED: "pending",
  PARTIAL_AUTHORIZED: "pending",
  SUCCEEDED: "succeeded",
  PENDING: "pending",
  TRANSMITTED: "succeeded",
  SETTLED: "succeeded",
  VOIDED: "failed",
  REVERSED: "failed",
  CANCELLED: "failed",
  DECLINED: "failed",
  REJECTED: "failed",
  FAILED: "failed",
  CHALLENGE: "pending",
  ACCEPTED: "pending",
  AUTHORIZED_PENDING_REVIEW: "pending",
  AUTHORIZED_RISK_DECLINED: "failed",
  PENDING_AUTHENTICATION: "pending",
  PENDING_REVIEW: "pending",
  INVALID_REQUEST: "failed",
  SERVER_ERROR: "unknown",
  STATUS_NOT_RECEIVED: "unknown",
} as const satisfies Readonly<Record<KnownTransactionStatus, CaptureStatus>>;

export const storedRefundStatus = {
  AUTHORIZED: "pending",
  PARTIAL_AUTHORIZED: "pending",
  SUCCEEDED: "succeeded",
  PENDING: "pending",
  TRANSMITTED: "succeeded",
  SETTLED: "succeeded",
  VOIDED: "canceled",
  REVERSED: "canceled",
  CANCELLED: "canceled",
  DECLINED: "failed",
  REJECTED: "failed",
  FAILED: "failed",
  CHALLENGE: "pending",
  ACCEPTED: "pending",
  AUTHORIZED_PENDING_REVIEW: "requires_review",
  AUTHORIZED_RISK_DECLINED: "failed",
  PENDING_AUTHENTICATION: "pending",
  PENDING_REVIEW: "requires_review",
  INVALID_REQUEST: "failed",
  SERVER_ERROR: "unknown",
  STATUS_NOT_RECEIVED: "unknown",
} as const satisfies Readonly<Record<KnownTransactionStatus, RefundStatus>>;

/** Of reversals and voids. */
export const storedCancellationStatus = {
  AUTHORIZED: "succeeded",
  PARTIAL_AUTHORIZED: "succeeded",
  SUCCEEDED: "succeeded",
  PENDING: "pending",
  TRANSMITTED: "succeeded",
  SETTLED: "succeeded",
  VOIDED: "succeeded",
  REVERSED: "succeeded",
  CANCELLED: "succeeded",
  DECLINED: "failed",
  REJECTED: "failed",
  FAILED: "failed",
  CHALLENGE: "pending",
  ACCEPTED: "pending",
  AUTHORIZED_PENDING_REVIEW: "pending",
  AUTHORIZED_RISK_DECLINED: "failed",
  PENDING_AUTHENTICATION: "pending",
  PENDING_REVIEW: "pending",
  INVALID_REQUEST: "failed",
  SERVER_ERROR: "unknown",
  STATUS_NOT_RECEIVED: "unknown",
} as const satisfies Readonly<Record<KnownTransactionStatus, CancellationStatus>>;
