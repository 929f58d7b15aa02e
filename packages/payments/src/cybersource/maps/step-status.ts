import type {
  KnownAuthenticationSetupStatus,
  KnownAuthenticationStatus,
  KnownCaptureStatus,
  KnownCreditStatus,
  KnownIncrementStatus,
  KnownRefundStatus,
  KnownVoidStatus,
} from "@specie/cybersource";
import type {
  CancellationStatus,
  CaptureStatus,
  IncrementStatus,
  PaymentStatus,
  RefundStatus,
} from "../../model/statuses.ts";

export const captureStatus = {
  PENDING: "pending",
  TRANSMITTED: "succeeded",
} as const satisfies Readonly<Record<KnownCaptureStatus, CaptureStatus>>;

export const voidStatus = {
  VOIDED: "succeeded",
  CANCELLED: "succeeded",
  FAILED: "failed",
} as const satisfies Readonly<Record<KnownVoidStatus, CancellationStatus>>;

/** The contract has no list of reversals' statuses, and servers answer a void of some kinds so. */
export const unlistedCancellationStatus: Readonly<Record<string, CancellationStatus>> = {
  ...voidStatus,
  REVERSED: "succeeded",
  ACCEPTED: "pending",
  PENDING: "pending",
  DECLINED: "failed",
  INVALID_REQUEST: "failed",
};

export const incrementStatus = {
  AUTHORIZED: "succeeded",
  AUTHORIZED_PENDING_REVIEW: "pending",
  DECLINED: "failed",
} as const satisfies Readonly<Record<KnownIncrementStatus, IncrementStatus>>;

export const refundStatus = {
  PENDING: "pending",
  DECLINED: "failed",
  INVALID_REQUEST: "failed",
} as const satisfies Readonly<Record<KnownRefundStatus, RefundStatus>>;

export const creditStatus = {
  PENDING: "pending",
  AUTHORIZED: "pending",
  COMPLETED: "succeeded",
  DECLINED: "failed",
  INVALID_REQUEST: "failed",
} as const satisfies Readonly<Record<KnownCreditStatus, RefundStatus>>;

export const setupStatus = {
  COMPLETED: "requires_action",
  FAILED: "failed",
} as const satisfies Readonly<Record<KnownAuthenticationSetupStatus, PaymentStatus>>;

/** `requires_confirmation`: the payer is known, and the gateway goes on with the authorization. */
export const authenticationStatus = {
  AUTHENTICATION_SUCCESSFUL: "requires_confirmation",
  PENDING_AUTHENTICATION: "requires_action",
  AUTHENTICATION_FAILED: "failed",
} as const satisfies Readonly<Record<KnownAuthenticationStatus, PaymentStatus>>;
