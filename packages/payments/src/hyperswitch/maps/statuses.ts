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

export const refundStatus: Readonly<Record<KnownRefundStatus, RefundStatus>> = {
  pending: "pending",
  succeeded: "succeeded",
  failed: "failed",
  review: "requires_review",
};

export const captureStatus: Readonly<Record<KnownCaptureStatus, CaptureStatus>> = {
  started: "pending",
  pending: "pending",
  charged: "succeeded",
  failed: "failed",
};

export const postCaptureVoidStatus: Readonly<Record<KnownPostCaptureVoidStatus, CancellationStatus>> = {
  succeeded: "succeeded",
  pending: "pending",
  failed: "failed",
};

export const incrementStatus: Readonly<Record<KnownAuthorizationStatus, IncrementStatus>> = {
  success: "succeeded",
  processing: "pending",
  unresolved: "pending",
  failure: "failed",
};

export const disputeStatus: Readonly<Record<KnownDisputeStatus, DisputeStatus>> = {
  dispute_opened: "open",
  dispute_challenged: "under_review",
  dispute_won: "won",
  dispute_lost: "lost",
  dispute_accepted: "accepted",
  dispute_cancelled: "closed",
  dispute_expired: "closed",
};

export const disputeStage: Readonly<Record<KnownDisputeStage, DisputeStage>> = {
  pre_dispute: "inquiry",
  dispute: "chargeback",
  pre_arbitration: "pre_arbitration",
  arbitration: "arbitration",
  dispute_reversal: "reversal",
};

export const captureMethod: Readonly<Record<KnownCaptureMethod, CaptureMethod>> = {
  automatic: "automatic",
  sequential_automatic: "automatic",
  manual: "manual",
  scheduled: "manual",
  manual_multiple: "manual_multiple",
};

export const linkStatus: Readonly<Record<KnownPaymentLinkStatus, PaymentStatus>> = {
  active: "requires_payment_method",
  expired: "expired",
};
