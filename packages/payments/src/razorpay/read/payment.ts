import type { FetchPaymentResponse } from "@specie/razorpay";
import { compact } from "../../gateway/compact.ts";
import { lookUp } from "../../gateway/look-up.ts";
import { text, unixTime } from "../../gateway/reading.ts";
import type { Money } from "../../model/money.ts";
import type { Payment } from "../../model/payment.ts";
import { refundState } from "../../model/refund-state.ts";
import type { PaymentStatus, RefundState } from "../../model/statuses.ts";
import type { Capture } from "../../model/steps.ts";
import type { Warning } from "../../model/warning.ts";
import { paymentStatus, refundStatusOfPayment } from "../maps/payment-status.ts";
import type { AnswerFacts } from "./answer-facts.ts";
import { readCustomerRef } from "./customer.ts";
import { readMethod } from "./method.ts";
import { nothing, readAmount } from "./money.ts";
import { REFERENCE, readNotes } from "./notes.ts";
import { readPaymentError } from "./payment-error.ts";
import { readRefund } from "./refund.ts";

/** Where the account's settings say nothing else, what is not captured goes back after three days. */
const CAPTURE_WITHIN_SECONDS = 3 * 24 * 60 * 60;

/** A payment. Its status counts; `captured` is an older sign that some snapshots have wrong. */
export function readPayment(payment: FetchPaymentResponse, facts: AnswerFacts = {}): Payment<FetchPaymentResponse> {
  const warnings: Warning[] = [];
  const { own: reference, metadata } = readNotes(payment.notes, REFERENCE);
  const error = payment.status === "failed" ? readPaymentError(payment) : undefined;
  const status = error === "pending" ? "processing" : statusOf(payment);
  const amount = readAmount(payment.amount, payment.currency, "amount", warnings);
  const none = status === "unknown" ? undefined : nothing(amount);
  const reserved = status === "authorized" || status === "succeeded" || status === "expired";
  const captured = status === "succeeded" ? amount : none;
  const refunded = readAmount(payment.amount_refunded, payment.currency, "amountRefunded", warnings);
  return compact({
    id: payment.id,
    provider: "razorpay",
    reference,
    groupId: text(payment.order_id),
    status,
    rawStatus: payment.status,
    amount,
    amountAuthorized: reserved ? amount : none,
    amountCapturable: status === "authorized" ? amount : none,
    amountCaptured: captured,
    amountRefunded: refunded,
    refundState: refundStateOf(payment, captured, refunded),
    paymentMethod: readMethod(payment),
    customer: readCustomerRef({ ...payment, id: payment.customer_id }),
    error: error === "pending" ? undefined : error,
    captures: status === "succeeded" ? [captureOf(payment, captured)] : [],
    cancellations: [],
    increments: [],
    refunds: (payment.refunds?.items ?? []).map((refund) => readRefund(refund)),
    metadata,
    description: text(payment.description),
    captureBefore: status === "authorized" ? unixTime(payment.created_at + CAPTURE_WITHIN_SECONDS) : undefined,
    createdAt: unixTime(payment.created_at),
    warnings,
    ...facts,
    raw: payment,
  });
}

/** Refunded without ever having been captured: nobody captured it in time, and it went back by itself. */
function statusOf({ status, captured }: FetchPaymentResponse): PaymentStatus {
  if (status === "refunded" && captured === false) return "expired";
  return lookUp<PaymentStatus>(paymentStatus, status, "unknown");
}

function refundStateOf(
  { refund_status }: FetchPaymentResponse,
  captured: Money | undefined,
  refunded: Money | undefined,
): RefundState {
  if (refund_status === null) return "none";
  return lookUp<RefundState>(refundStatusOfPayment, refund_status, refundState(captured, refunded));
}

/** A capture is always of the whole payment, and has no id of its own. */
function captureOf({ id, status }: FetchPaymentResponse, amount: Money | undefined): Capture {
  return compact({
    id,
    paymentId: id,
    amount,
    status: "succeeded",
    rawStatus: status,
    sequence: 1,
    isFinal: true,
  });
}
