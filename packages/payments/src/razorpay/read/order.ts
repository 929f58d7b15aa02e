import type { FetchOrderResponse, FetchPaymentResponse } from "@specie/razorpay";
import { compact } from "../../gateway/compact.ts";
import { lookUp } from "../../gateway/look-up.ts";
import { unixTime } from "../../gateway/reading.ts";
import type { Payment } from "../../model/payment.ts";
import type { PaymentStatus } from "../../model/statuses.ts";
import type { Warning } from "../../model/warning.ts";
import { orderStatus } from "../maps/order-status.ts";
import type { AnswerFacts } from "./answer-facts.ts";
import { nothing, readAmount } from "./money.ts";
import { REFERENCE, readNotes } from "./notes.ts";
import { readPayment } from "./payment.ts";

/** An order that no payment speaks for. `keyId` is public: Checkout in the customer's browser needs it. */
export function readOrder(
  order: FetchOrderResponse,
  keyId: string | undefined,
  facts: AnswerFacts = {},
): Payment<FetchOrderResponse> {
  const warnings: Warning[] = [];
  const { own: reference, metadata } = readNotes(order.notes, REFERENCE);
  const status = lookUp<PaymentStatus>(orderStatus, order.status, "unknown");
  const amount = readAmount(order.amount, order.currency, "amount", warnings);
  const none = status === "unknown" ? undefined : nothing(amount);
  const paid = readAmount(order.amount_paid, order.currency, "amountCaptured", warnings);
  const payload = compact({ key: keyId, order_id: order.id, amount: order.amount, currency: order.currency });
  return compact({
    id: order.id,
    provider: "razorpay",
    reference,
    groupId: order.id,
    status,
    rawStatus: order.status,
    amount,
    amountAuthorized: paid,
    amountCapturable: none,
    amountCaptured: paid,
    amountRefunded: none,
    refundState: "none",
    nextAction: status === "requires_payment_method" ? { type: "sdk", name: "razorpay_checkout", payload } : undefined,
    captures: [],
    cancellations: [],
    increments: [],
    refunds: [],
    metadata,
    createdAt: unixTime(order.created_at),
    warnings,
    ...facts,
    raw: order,
  });
}

/** What tells most about an order, first: the one that is paid, then the one that may still be. */
const rank: readonly PaymentStatus[] = ["succeeded", "authorized", "processing", "unknown", "expired", "failed"];

/** The payment that an order stands for; undefined when it has none. Of equals the newest, which comes first. */
export function bestPayment(payments: readonly FetchPaymentResponse[]): Payment<FetchPaymentResponse> | undefined {
  const [best] = payments
    .map((payment) => readPayment(payment))
    .sort((left, right) => rank.indexOf(left.status) - rank.indexOf(right.status));
  return best;
}
