import type { KnownDisputePhase, KnownDisputeStatus } from "@specie/razorpay";
import type { DisputeStage, DisputeStatus } from "../../model/statuses.ts";

/** `status` of a dispute. One that was accepted is told as `lost`. */
export const disputeStatus = {
  open: "open",
  under_review: "under_review",
  won: "won",
  lost: "lost",
  closed: "closed",
} as const satisfies Readonly<Record<KnownDisputeStatus, DisputeStatus>>;

/** `phase` of a dispute. */
export const disputeStage = {
  fraud: "inquiry",
  retrieval: "inquiry",
  chargeback: "chargeback",
  pre_arbitration: "pre_arbitration",
  arbitration: "arbitration",
} as const satisfies Readonly<Record<KnownDisputePhase, DisputeStage>>;
