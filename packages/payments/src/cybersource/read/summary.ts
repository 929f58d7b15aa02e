import { given } from "../../gateway/given.ts";
import type { Payment } from "../../model/payment.ts";
import type { CybersourcePayment, SummaryBody, TransactionBody } from "./bodies.ts";
import { readStoredPayment } from "./stored-payment.ts";
import { kindOf } from "./transaction.ts";

/** Whether a found transaction is a payment, and not something that followed one. */
export function isPaymentSummary(body: SummaryBody): boolean {
  return kindOf(body) === "root";
}

const alone = "of this transaction alone: retrieve the payment for what followed it";

/** Says that sums and status are those of one transaction. */
export function withoutSteps<P extends CybersourcePayment>(payment: P): P {
  return { ...payment, warnings: [...payment.warnings, { field: "status", problem: alone }] };
}

/** Whether what followed a payment is not known: it may be captured, refunded or reversed already. */
export function isWithoutSteps({ warnings }: Payment): boolean {
  return warnings.some(({ problem }) => problem === alone);
}

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
  return { ...(isOpen ? withoutSteps(payment) : payment), raw: body };
}
