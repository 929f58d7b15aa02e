import { compact } from "../../gateway/compact.ts";
import { lookUp } from "../../gateway/look-up.ts";
import { text, time } from "../../gateway/reading.ts";
import type { CancellationStatus, CaptureStatus } from "../../model/statuses.ts";
import type { Cancellation, Capture } from "../../model/steps.ts";
import type { Warning } from "../../model/warning.ts";
import { storedCancellationStatus, storedCaptureStatus } from "../maps/transaction-status.ts";
import { readAmount } from "./amount.ts";
import type { CybersourceRefund, TransactionBody } from "./bodies.ts";
import { readError } from "./error.ts";
import { readStoredRefund } from "./refund.ts";
import { applicationsOf, failedCode, kindOf, statusOf } from "./transaction.ts";

/** What followed a payment. */
export interface Steps {
  readonly captures: readonly Capture[];
  readonly cancellations: readonly Cancellation[];
  readonly refunds: readonly CybersourceRefund[];
}

/** Ids of the transactions that a transaction names. Only the id is taken from an address: its host may be internal. */
export function relatedIds({ _links }: TransactionBody): readonly string[] {
  const links = _links?.relatedTransactions;
  return (Array.isArray(links) ? links : []).flatMap((link) => {
    const id = /\/transactions\/(\w+)/.exec(link?.href ?? "")?.[1];
    return id === undefined ? [] : [id];
  });
}

/** The steps of a chain, oldest first. `own`: the capture that a sale is itself. */
export function readSteps(
  paymentId: string,
  own: Capture | undefined,
  related: readonly TransactionBody[],
  warnings: Warning[],
): Steps {
  const ordered = related.toSorted((a, b) => String(a.submitTimeUTC).localeCompare(String(b.submitTimeUTC)));
  const of = (kind: string): readonly TransactionBody[] => ordered.filter((body) => kindOf(body) === kind);
  const captures = [
    ...(own === undefined ? [] : [own]),
    ...of("capture").map((body) => capture(body, paymentId, warnings)),
  ];
  const refunds = of("refund").map((body) => {
    const captureId = relatedIds(body).find((id) => captures.some((each) => each.id === id)) ?? onlyId(captures);
    const {
      httpStatus: _,
      requestId: __,
      ...refund
    } = readStoredRefund({ data: body }, compact({ paymentId, captureId }));
    return refund;
  });
  const voids = of("void").map((body) => ({ body, target: targetOf(body, captures, refunds) }));
  const isVoided = (id: string): boolean => voids.some(({ body, target }) => target === id && succeeded(body));
  return {
    captures: captures.map((each, index) => ({
      ...each,
      sequence: each.sequence ?? index + 1,
      ...(isVoided(each.id) ? { status: "failed" as const } : {}),
    })),
    refunds: refunds.map((each) => (isVoided(each.id) ? { ...each, status: "canceled" as const } : each)),
    cancellations: [
      ...of("reversal").map((body) => cancellation(body, "reversal", paymentId, warnings)),
      // A void of a refund is a matter of the refund.
      ...voids
        .filter(({ target }) => !refunds.some(({ id }) => id === target))
        .map(({ body }) => cancellation(body, captures.length > 0 ? "post_capture_void" : "void", paymentId, warnings)),
    ],
  };
}

function capture(body: TransactionBody, paymentId: string, warnings: Warning[]): Capture {
  const [bill] = applicationsOf(body, "ics_bill");
  const rawStatus = statusOf(body, bill);
  const status = lookUp<CaptureStatus>(storedCaptureStatus, rawStatus, "unknown");
  const details = body.orderInformation?.amountDetails;
  const { captureSequenceNumber: sequence, totalCaptureCount: count } =
    body.processingInformation?.captureOptions ?? {};
  return compact({
    id: text(body.id) ?? "",
    paymentId,
    amount: readAmount(details?.totalAmount, details?.currency, "captures.amount", warnings),
    status,
    rawStatus,
    sequence,
    isFinal: sequence === undefined || count === undefined ? undefined : sequence === count,
    createdAt: time(body.submitTimeUTC),
    error: status === "failed" ? readError({ ...blamed(body), status: rawStatus }) : undefined,
  });
}

function cancellation(
  body: TransactionBody,
  kind: Cancellation["kind"],
  paymentId: string,
  warnings: Warning[],
): Cancellation {
  const rawStatus = statusOf(body);
  const details = body.orderInformation?.amountDetails;
  const status = lookUp<CancellationStatus>(storedCancellationStatus, rawStatus, "unknown");
  return compact({
    id: text(body.id),
    paymentId,
    kind,
    amount: readAmount(details?.totalAmount, details?.currency, "cancellations.amount", warnings),
    status,
    rawStatus,
    error: status === "failed" ? readError({ ...blamed(body), status: rawStatus }) : undefined,
  });
}

function blamed(body: TransactionBody): Parameters<typeof readError>[0] {
  const { errorInformation, processorInformation } = body;
  return compact({ errorInformation, processorInformation, reasonCode: failedCode(body) });
}

function succeeded(body: TransactionBody): boolean {
  return lookUp<CancellationStatus>(storedCancellationStatus, statusOf(body), "unknown") === "succeeded";
}

/** What a void withdrew: what it names; else the only thing there is to void; else what has its amount. */
function targetOf(
  body: TransactionBody,
  captures: readonly Capture[],
  refunds: readonly CybersourceRefund[],
): string | undefined {
  const named = relatedIds(body).filter((id) => refunds.some((each) => each.id === id));
  const all = [...captures, ...refunds];
  const ids = named.length > 0 ? named : relatedIds(body).filter((id) => all.some((each) => each.id === id));
  const isRefundLeft = refunds.length > 0 && named.length === 0;
  if (ids.length === 1 && !isRefundLeft) return ids[0];
  if (named.length === 1) return named[0];
  const alike = all.filter(({ amount }) => {
    const own = readAmount(
      body.orderInformation?.amountDetails?.totalAmount,
      body.orderInformation?.amountDetails?.currency,
      "",
      [],
    );
    return own !== undefined && amount?.amount === own.amount;
  });
  return onlyId(all) ?? onlyId(alike);
}

function onlyId(all: readonly { readonly id: string }[]): string | undefined {
  return all.length === 1 ? all[0]?.id : undefined;
}
