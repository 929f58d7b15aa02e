import type { FetchDisputeResponse } from "@specie/razorpay";
import { compact } from "../../gateway/compact.ts";
import { lookUp } from "../../gateway/look-up.ts";
import { text, unixTime } from "../../gateway/reading.ts";
import type { Dispute } from "../../model/dispute.ts";
import type { DisputeStage, DisputeStatus } from "../../model/statuses.ts";
import type { Warning } from "../../model/warning.ts";
import { disputeStage, disputeStatus } from "../maps/dispute.ts";
import type { AnswerFacts } from "./answer-facts.ts";
import { readAmount } from "./money.ts";

/** A dispute. */
export function readDispute(dispute: FetchDisputeResponse, facts: AnswerFacts = {}): Dispute<FetchDisputeResponse> {
  const warnings: Warning[] = [];
  return compact({
    id: dispute.id,
    provider: "razorpay",
    paymentId: text(dispute.payment_id),
    amount: readAmount(dispute.amount, dispute.currency, "amount", warnings),
    status: lookUp<DisputeStatus>(disputeStatus, dispute.status, "unknown"),
    rawStatus: dispute.status,
    stage: lookUp<DisputeStage>(disputeStage, dispute.phase, "unknown"),
    rawStage: text(dispute.phase),
    reason: text(dispute.reason_description),
    reasonCode: text(dispute.reason_code),
    respondBy: unixTime(dispute.respond_by),
    createdAt: unixTime(dispute.created_at),
    warnings,
    ...facts,
    raw: dispute,
  });
}
