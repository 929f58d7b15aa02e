import { compact } from "../../gateway/compact.ts";
import { lookUp } from "../../gateway/look-up.ts";
import { text, texts, time } from "../../gateway/reading.ts";
import { refundState } from "../../model/refund-state.ts";
import type { CaptureMethod, PaymentStatus } from "../../model/statuses.ts";
import type { Warning } from "../../model/warning.ts";
import { paymentStatus } from "../maps/payment-status.ts";
import { captureMethod } from "../maps/statuses.ts";
import type { HyperswitchBody, HyperswitchPayment } from "../types.ts";
import { readAddress, readCustomerOf } from "./address.ts";
import { readAmounts } from "./amounts.ts";
import type { Answered } from "./answered.ts";
import { readDecline } from "./decline.ts";
import { moneyReader } from "./money.ts";
import { readNextAction } from "./next-action.ts";
import { readPaymentMethod } from "./payment-method.ts";
import { readRefund } from "./refund.ts";
import { readCancellations, readCaptures, readIncrements } from "./steps.ts";

export function readPayment(raw: HyperswitchBody, answer: Answered = {}): HyperswitchPayment {
  const warnings: Warning[] = [];
  const money = moneyReader(raw.currency, warnings);
  const status = lookUp<PaymentStatus>(paymentStatus, raw.status, "unknown");
  const refunds = (raw.refunds ?? []).map((refund) => readRefund(refund));
  const amounts = readAmounts(raw, refunds, money);
  return compact({
    id: raw.payment_id,
    provider: "hyperswitch",
    reference: text(raw.merchant_order_reference_id),
    status,
    rawStatus: raw.status,
    ...amounts,
    refundState: refundState(amounts.amountCaptured, amounts.amountRefunded),
    captureMethod: lookUp<CaptureMethod | undefined>(captureMethod, raw.capture_method, undefined),
    canceledAfterCapture: raw.status === "cancelled_post_capture" ? true : undefined,
    paymentMethod: readPaymentMethod(raw),
    customer: readCustomerOf(raw),
    billing: readAddress(raw.billing),
    shipping: readAddress(raw.shipping),
    nextAction: readNextAction(raw.next_action),
    error: readDecline(raw, status === "failed"),
    captures: readCaptures(raw, amounts.amountCaptured, money),
    cancellations: readCancellations(raw),
    increments: readIncrements(raw, money),
    refunds,
    metadata: texts(raw.metadata),
    description: text(raw.description),
    captureBefore: time(raw.capture_before),
    networkTransactionId: text(raw.network_transaction_id),
    clientSecret: text(raw.client_secret),
    createdAt: time(raw.created),
    updatedAt: time(raw.updated) ?? time(raw.modified_at),
    warnings,
    httpStatus: answer.httpStatus,
    requestId: answer.requestId,
    raw,
  });
}
