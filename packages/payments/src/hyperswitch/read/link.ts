import type { RetrievePaymentLinkResponse } from "@specie/hyperswitch";
import { compact } from "../../gateway/compact.ts";
import { lookUp } from "../../gateway/look-up.ts";
import { text, time } from "../../gateway/reading.ts";
import type { PaymentStatus } from "../../model/statuses.ts";
import type { Warning } from "../../model/warning.ts";
import { provider } from "../context.ts";
import { linkStatus } from "../maps/statuses.ts";
import type { HyperswitchLink, HyperswitchPayment } from "../types.ts";
import type { Answered } from "./answered.ts";
import { moneyReader } from "./money.ts";

export function readLink(raw: RetrievePaymentLinkResponse, answer: Answered = {}): HyperswitchLink {
  const warnings: Warning[] = [];
  return compact({
    id: raw.payment_link_id,
    provider: "hyperswitch",
    url: raw.link_to_pay,
    paymentId: paymentIn(raw.link_to_pay),
    status: lookUp<PaymentStatus>(linkStatus, raw.status, "unknown"),
    rawStatus: raw.status,
    amount: raw.currency ? moneyReader(raw.currency, warnings)(raw.amount, "amount") : undefined,
    description: text(raw.description),
    expiresAt: time(raw.expiry),
    createdAt: time(raw.created_at),
    warnings,
    httpStatus: answer.httpStatus,
    requestId: answer.requestId,
    raw,
  });
}

/** The link of a payment that was made with one; undefined when the server made none. */
export function linkOf(payment: HyperswitchPayment): HyperswitchLink | undefined {
  const { raw } = payment;
  if (raw.payment_link === null || raw.payment_link === undefined) return undefined;
  return compact({
    id: raw.payment_link.payment_link_id,
    provider,
    url: raw.payment_link.link,
    paymentId: payment.id,
    status: payment.status,
    rawStatus: payment.rawStatus,
    amount: payment.amount,
    amountPaid: payment.amountCaptured,
    reference: payment.reference,
    description: payment.description,
    expiresAt: time(raw.expires_on),
    createdAt: payment.createdAt,
    warnings: payment.warnings,
    httpStatus: payment.httpStatus,
    requestId: payment.requestId,
    raw,
  });
}

/** The address ends with the merchant's and the payment's id: the answer has it nowhere else. */
function paymentIn(url: string | null | undefined): string | undefined {
  return /\/payment_link\/[^/?#]+\/([^/?#]+)/.exec(url ?? "")?.[1];
}
