import type { CreateRefundResponse } from "@specie/hyperswitch";
import { compact } from "../../gateway/compact.ts";
import { lookUp } from "../../gateway/look-up.ts";
import { text, texts, time } from "../../gateway/reading.ts";
import type { RefundStatus } from "../../model/statuses.ts";
import type { Warning } from "../../model/warning.ts";
import { refundStatus } from "../maps/statuses.ts";
import type { HyperswitchRefund } from "../types.ts";
import type { Answered } from "./answered.ts";
import { readDecline } from "./decline.ts";
import { moneyReader } from "./money.ts";

export function readRefund(raw: CreateRefundResponse, answer: Answered = {}): HyperswitchRefund {
  const warnings: Warning[] = [];
  const status = lookUp<RefundStatus>(refundStatus, raw.status, "unknown");
  return compact({
    id: raw.refund_id,
    provider: "hyperswitch",
    paymentId: raw.payment_id,
    status,
    rawStatus: raw.status,
    amount: moneyReader(raw.currency, warnings)(raw.amount, "amount"),
    reason: text(raw.reason),
    metadata: texts(raw.metadata),
    error: readDecline(raw, status === "failed"),
    createdAt: time(raw.created_at),
    updatedAt: time(raw.updated_at),
    warnings,
    httpStatus: answer.httpStatus,
    requestId: answer.requestId,
    raw,
  });
}
