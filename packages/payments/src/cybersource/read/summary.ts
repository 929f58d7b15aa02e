import { given } from "../../gateway/given.ts";
import type { CybersourcePayment, SummaryBody, TransactionBody } from "./bodies.ts";
import { readStoredPayment } from "./stored-payment.ts";
import { kindOf } from "./transaction.ts";

/** Whether a found transaction is a payment, and not something that followed one. */
export function isPaymentSummary(body: SummaryBody): boolean {
  return kindOf(body) === "root";
}

const alone = "of this transaction alone: retrieve the payment for what followed it";

/** A payment of a search: what followed it is not there. */
export function readSummary(body: SummaryBody): CybersourcePayment {
  const { applicationInformation, clientReferenceInformation, merchantDefinedInformation, orderInformation } = body;
  const { customer: _, ...paymentInformation } = body.paymentInformation ?? {};
  const root: TransactionBody = given({
    id: body.id ?? "",
    submitTimeUTC: body.submitTimeUtc,
    status: body.status,
    applicationInformation,
    clientReferenceInformation,
    errorInformation: body.errorInformation,
    merchantDefinedInformation,
    buyerInformation: body.buyerInformation,
    orderInformation,
    paymentInformation,
    processorInformation: body.processorInformation,
  });
  const payment = readStoredPayment({ data: { root, related: [] } });
  const isOpen = payment.status !== "failed" && payment.status !== "requires_action";
  return {
    ...payment,
    warnings: isOpen ? [...payment.warnings, { field: "status", problem: alone }] : payment.warnings,
    raw: body,
  };
}
