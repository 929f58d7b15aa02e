import type { RetrieveDisputeResponse } from "@specie/hyperswitch";
import { compact } from "../../gateway/compact.ts";
import { lookUp } from "../../gateway/look-up.ts";
import { text, time } from "../../gateway/reading.ts";
import type { DisputeStage, DisputeStatus } from "../../model/statuses.ts";
import type { Warning } from "../../model/warning.ts";
import { disputeStage, disputeStatus } from "../maps/statuses.ts";
import type { HyperswitchDispute } from "../types.ts";
import type { Answered } from "./answered.ts";
import { moneyReader } from "./money.ts";

export function readDispute(raw: RetrieveDisputeResponse, answer: Answered = {}): HyperswitchDispute {
  const warnings: Warning[] = [];
  // Alone among its amounts this one is a text of digits.
  const amount = /^\d+$/.test(raw.amount) ? Number(raw.amount) : Number.NaN;
  return compact({
    id: raw.dispute_id,
    provider: "hyperswitch",
    paymentId: text(raw.payment_id),
    amount: moneyReader(raw.currency, warnings)(amount, "amount"),
    status: lookUp<DisputeStatus>(disputeStatus, raw.dispute_status, "unknown"),
    rawStatus: raw.dispute_status,
    stage: lookUp<DisputeStage>(disputeStage, raw.dispute_stage, "unknown"),
    rawStage: raw.dispute_stage,
    reason: text(raw.connector_reason),
    reasonCode: text(raw.connector_reason_code),
    respondBy: time(raw.challenge_required_by),
    createdAt: time(raw.created_at),
    warnings,
    httpStatus: answer.httpStatus,
    requestId: answer.requestId,
    raw,
  });
}
