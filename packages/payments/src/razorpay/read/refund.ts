import type { FetchRefundResponse } from "@specie/razorpay";
import { compact } from "../../gateway/compact.ts";
import { lookUp } from "../../gateway/look-up.ts";
import { text, unixTime } from "../../gateway/reading.ts";
import { paymentError } from "../../model/payment-error.ts";
import type { Refund } from "../../model/refund.ts";
import type { RefundStatus } from "../../model/statuses.ts";
import type { Warning } from "../../model/warning.ts";
import { refundSpeed, refundStatus } from "../maps/refund-status.ts";
import type { AnswerFacts } from "./answer-facts.ts";
import { readAmount } from "./money.ts";
import { REASON, readNotes } from "./notes.ts";

/** A refund. Those of early years have no status, and are unknown. */
export function readRefund(refund: FetchRefundResponse, facts: AnswerFacts = {}): Refund<FetchRefundResponse> {
  const warnings: Warning[] = [];
  const { own: reason, metadata } = readNotes(refund.notes, REASON);
  const status = lookUp<RefundStatus>(refundStatus, refund.status, "unknown");
  const { arn, rrn, utr } = refund.acquirer_data ?? {};
  const speed = lookUp<Refund["speed"]>(refundSpeed, refund.speed_processed, undefined);
  return compact({
    id: refund.id,
    provider: "razorpay",
    paymentId: text(refund.payment_id),
    status,
    rawStatus: refund.status ?? "",
    amount: readAmount(refund.amount, refund.currency, "amount", warnings),
    reason,
    reference: isOwn(refund.receipt) ? undefined : text(refund.receipt),
    speed: speed ?? lookUp<Refund["speed"]>(refundSpeed, refund.speed_requested, undefined),
    acquirerReference: text(arn) ?? text(rrn) ?? text(utr),
    metadata,
    error:
      status === "failed"
        ? paymentError("processing_error", "the refund failed; Razorpay does not say why")
        : undefined,
    createdAt: unixTime(refund.created_at),
    warnings,
    ...facts,
    raw: refund,
  });
}

/** Made of the key, to find it again: no reference of the merchant's. */
function isOwn(receipt: string | null | undefined): boolean {
  return /^[0-9a-z]{26}$/.test(receipt ?? "");
}
