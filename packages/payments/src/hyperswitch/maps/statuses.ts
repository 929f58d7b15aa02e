import type {
  KnownAuthorizationStatus,
  KnownCaptureMethod,
  KnownCaptureStatus,
  KnownDisputeStage,
  KnownDisputeStatus,
  KnownPaymentLinkStatus,
  KnownPostCaptureVoidStatus,
  KnownRefundStatus,
} from "@specie/hyperswitch";
import type {
  CancellationStatus,
  CaptureMethod,
  CaptureStatus,
  DisputeStage,
  DisputeStatus,
  IncrementStatus,
  PaymentStatus,
  RefundStatus,
} from "../../model/statuses.ts";

export const refundStatus = {
  pending: "pending",
  succeeded: "succeeded",
  failed: "failed",
  review: "requires_review",
} as const satisfies Readonly<Record<KnownRefundStatus, RefundStatus>>;

export const captureStatus = {
  started: "pending",
  pending: "pending",
  charged: "succeeded",
  failed: "failed",
} as const satisfies Readonly<Record<KnownCaptureStatus, CaptureStatus>>;

export const postCaptureVoidStatus = {
  succeeded: "succeeded",
  pending: "pending",
  failed: "failed",
} as const satisfies Readonly<Record<KnownPostCaptureVoidStatus, CancellationStatus>>;

export const incrementStatus = {
  success: "succeeded",
  processing: "pending",
  unresolved: "pending",
  failure: "failed",
} as const satisfies Readonly<Record<KnownAuthorizationStatus, IncrementStatus>>;

export const disputeStatus = {
  dispute_opened: "open",
  dispute_challenged: "under_review",
  dispute_won: "won",
  dispute_lost: "lost",
  dispute_accepted: "accepted",
  dispute_cancelled: "closed",
  dispute_expired: "closed",
} as const satisfies Readonly<Record<KnownDisputeStatus, DisputeStatus>>;

export const disputeStage = {
  pre_dispute: "inquiry",
  dispute: "chargeback",
  pre_arbitration: "pre_arbitration",
  arbitration: "arbitration",
  dispute_reversal: "reversal",
} as const satisfies Readonly<Record<KnownDisputeStage, DisputeStage>>;

export const captureMethod = {
  automatic: "automatic",
  sequential_automatic: "automatic",
  manual: "manual",
  scheduled: "manual",
  manual_multiple: "manual_multiple",
} as const satisfies Readonly<Record<KnownCaptureMethod, CaptureMethod>>;

export const linkStatus = {
  active: "requires_payment_method",
  expired: "expired",
} as const satisfies Readonly<Record<KnownPaymentLinkStatus, PaymentStatus>>;
