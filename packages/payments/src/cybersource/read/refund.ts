import type { Answer } from "../../gateway/answered.ts";
import { compact } from "../../gateway/compact.ts";
import { lookUp } from "../../gateway/look-up.ts";
import { text, textIn, time } from "../../gateway/reading.ts";
import type { Money } from "../../model/money.ts";
import type { RefundStatus } from "../../model/statuses.ts";
import type { Warning } from "../../model/warning.ts";
import { creditStatus, refundStatus } from "../maps/step-status.ts";
import { storedRefundStatus } from "../maps/transaction-status.ts";
import { readAmount } from "./amount.ts";
import type { CreditBody, CybersourceRefund, RefundBody, SummaryBody, TransactionBody } from "./bodies.ts";
import { readError } from "./error.ts";
import { readReference } from "./reference.ts";
import { applicationsOf, failedCode, statusOf } from "./transaction.ts";

export interface AskedRefund {
  readonly paymentId?: string | undefined;
  readonly captureId?: string | undefined;
  readonly amount?: Money | undefined;
  readonly reason?: string | undefined;
  readonly metadata?: Readonly<Record<string, string>> | undefined;
}

type Read<T> = Partial<Answer<unknown>> & { readonly data: T };

export function readRefund({ data, ...answer }: Read<RefundBody>, asked: AskedRefund): CybersourceRefund {
  const { refundAmountDetails: details } = data;
  const status = lookUp<RefundStatus>(refundStatus, data.status, "unknown");
  return made(data, answer, asked, status, details?.refundAmount, details?.currency);
}

export function readCredit({ data, ...answer }: Read<CreditBody>, asked: AskedRefund): CybersourceRefund {
  const { creditAmountDetails: details } = data;
  const status = lookUp<RefundStatus>(creditStatus, data.status, "unknown");
  return made(data, answer, asked, status, details?.creditAmount, details?.currency);
}

function made(
  data: RefundBody | CreditBody,
  { httpStatus, requestId }: Partial<Answer<unknown>>,
  asked: AskedRefund,
  status: RefundStatus,
  amount: string | undefined,
  currency: string | undefined,
): CybersourceRefund {
  const warnings: Warning[] = [];
  const read = readAmount(amount, currency ?? asked.amount?.currency, "amount", warnings);
  return compact({
    id: text(data.id) ?? "",
    provider: "cybersource" as const,
    ...asked,
    amount: amount === undefined ? asked.amount : read,
    status,
    rawStatus: text(data.status) ?? "",
    reference: readReference(data.clientReferenceInformation?.code),
    error: status === "failed" ? readError(data) : undefined,
    createdAt: time(data.submitTimeUtc),
    warnings,
    httpStatus,
    requestId,
    raw: data,
  });
}

/** A refund or credit as it is stored. A credit is its own root. */
export function readStoredRefund(
  { data, httpStatus, requestId }: Read<TransactionBody | SummaryBody>,
  asked: AskedRefund = {},
): CybersourceRefund {
  const warnings: Warning[] = [];
  const [credit] = applicationsOf(data, "ics_credit");
  const rawStatus = statusOf(data, credit);
  const status = lookUp<RefundStatus>(
    storedRefundStatus,
    rawStatus === "AUTHORIZED" ? "PENDING" : rawStatus,
    "unknown",
  );
  const details = data.orderInformation?.amountDetails;
  const id = text(data.id) ?? "";
  const root = "rootId" in data ? text(data.rootId) : undefined;
  return compact({
    id,
    provider: "cybersource" as const,
    paymentId: root === id ? undefined : root,
    ...asked,
    status,
    rawStatus,
    amount: readAmount(details?.totalAmount, details?.currency, "amount", warnings),
    reference: readReference(data.clientReferenceInformation?.code),
    error:
      status === "failed" ? readError({ ...blame(data), status: rawStatus, reasonCode: failedCode(data) }) : undefined,
    createdAt: submitTime(data),
    warnings,
    httpStatus,
    requestId,
    raw: data,
  });
}

function blame(data: TransactionBody | SummaryBody): Pick<TransactionBody, "errorInformation"> {
  const { errorInformation } = data;
  return errorInformation === undefined ? {} : { errorInformation };
}

/** Single transactions write it one way and searches the other; servers mix them up. */
export function submitTime(data: object): string | undefined {
  return time(textIn(data, "submitTimeUTC")) ?? time(textIn(data, "submitTimeUtc"));
}
