import type { FetchPaymentLinkResponse } from "@specie/razorpay";
import { compact } from "../../gateway/compact.ts";
import { lookUp } from "../../gateway/look-up.ts";
import { text, unixTime } from "../../gateway/reading.ts";
import type { PaymentLink } from "../../model/payment-link.ts";
import type { PaymentStatus } from "../../model/statuses.ts";
import type { Warning } from "../../model/warning.ts";
import { linkStatus } from "../maps/link-status.ts";
import type { AnswerFacts } from "./answer-facts.ts";
import { readAmount } from "./money.ts";
import { REFERENCE, readNotes } from "./notes.ts";

/** A payment link. */
export function readLink(
  link: FetchPaymentLinkResponse,
  facts: AnswerFacts = {},
): PaymentLink<FetchPaymentLinkResponse> {
  const warnings: Warning[] = [];
  const { payments, expire_by } = link;
  const paid = Array.isArray(payments) ? payments.at(-1) : undefined;
  return compact({
    id: link.id,
    provider: "razorpay",
    url: link.short_url,
    paymentId: text(paid?.payment_id),
    status: lookUp<PaymentStatus>(linkStatus, link.status, "unknown"),
    rawStatus: link.status,
    amount: readAmount(link.amount, link.currency, "amount", warnings),
    amountPaid: readAmount(link.amount_paid, link.currency, "amountPaid", warnings),
    // Links that this gateway made hold a digest in reference_id.
    reference: readNotes(link.notes, REFERENCE).own ?? text(link.reference_id),
    description: text(link.description),
    // 0 stands for never.
    expiresAt: expire_by === 0 ? undefined : unixTime(expire_by),
    createdAt: unixTime(link.created_at),
    warnings,
    ...facts,
    raw: link,
  });
}
