import { searchQuery } from "@specie/cybersource";
import { createSearch } from "@specie/cybersource/operations";
import { answered } from "../../gateway/answered.ts";
import { compact } from "../../gateway/compact.ts";
import { PaymentsError } from "../../gateway/payments-error.ts";
import type { CallSettings } from "../../gateway/settings.ts";
import type { UnknownOutcome } from "../../gateway/unknown-outcome.ts";
import { unsupported } from "../../gateway/unsupported.ts";
import { sameMoney } from "../../model/money-sum.ts";
import type { Payment } from "../../model/payment.ts";
import { checkToken, later } from "../../safety/quiet.ts";
import type { Found, Resolution } from "../../safety/resolution.ts";
import { type Context, provider, reading } from "../context.ts";
import { readAmount } from "../read/amount.ts";
import type { CybersourcePayment, CybersourceRefund, SummaryBody } from "../read/bodies.ts";
import { readStoredRefund } from "../read/refund.ts";
import { readSummary } from "../read/summary.ts";
import { kindOf, type TransactionKind } from "../read/transaction.ts";
import { followUpReference } from "../write/client-reference.ts";
import { retrieveStored, transaction } from "./retrieve.ts";

const operation = "resolve";

/**
 * Searches for what was sent by the code that is made of its key. What is found proves that it was done; that nothing is
 * found proves nothing, as the index lags behind: `undo` makes it certain.
 */
export async function resolve(
  context: Context,
  token: UnknownOutcome,
  settings?: CallSettings,
): Promise<Resolution<CybersourcePayment, CybersourceRefund>> {
  checkToken(token, provider, operation);
  if (/^(refund|credit|cancelRefund)$/.test(token.operation)) {
    const found = await resolveRefund(context, token, settings);
    return found.status === "executed" ? { status: found.status, refund: found.value } : found;
  }
  const found = await resolvePayment(context, token, settings);
  return found.status === "executed" ? { status: found.status, payment: found.value } : found;
}

const kinds: Readonly<Record<string, TransactionKind>> = {
  create: "root",
  completeAction: "root",
  capture: "capture",
  refund: "refund",
  credit: "refund",
};

export async function resolvePayment(
  context: Context,
  token: UnknownOutcome,
  settings?: CallSettings,
): Promise<Found<CybersourcePayment>> {
  const { operation: asked, paymentId } = token;
  const value =
    asked === "increment" || asked === "cancel"
      ? await ifThere(retrieveStored(context, paymentId ?? "", true, settings, operation))
      : await made(context, token, settings);
  const isDone =
    value !== undefined && (asked === "increment" ? isRaised(value, token) : asked !== "cancel" || isReleased(value));
  return isDone ? { status: "executed", value } : later(context.clock(), token);
}

/** Of an increment there is no transaction of its own: the authorized sum says it. */
function isRaised({ amountAuthorized }: Payment, { newTotal }: UnknownOutcome): boolean {
  return sameMoney(amountAuthorized, newTotal);
}

/** Whether nothing is held of a payment any more. */
export function isReleased({ status, authorizationHeld }: Payment): boolean {
  return status === "canceled" || (status === "failed" && authorizationHeld !== true);
}

/** The payment that a call made, or captured. */
async function made(
  context: Context,
  token: UnknownOutcome,
  settings: CallSettings | undefined,
): Promise<CybersourcePayment | undefined> {
  const hit = await search(context, token, settings);
  if (hit?.id === undefined) return undefined;
  const payment = await ifThere(retrieveStored(context, hit.id, true, settings, operation));
  if (token.operation !== "capture") return payment ?? readSummary(hit);
  return payment === undefined ? undefined : withOwnCapture(payment, hit.id);
}

/** With the capture of this id as its last one; undefined where the payment does not show it yet. */
export function withOwnCapture<P extends Payment>(payment: P, id: string): P | undefined {
  const own = payment.captures.find((each) => each.id === id);
  return own && { ...payment, captures: [...payment.captures.filter((each) => each !== own), own] };
}

export async function resolveRefund(
  context: Context,
  token: UnknownOutcome,
  settings?: CallSettings,
): Promise<Found<CybersourceRefund>> {
  const value =
    token.operation === "cancelRefund"
      ? await voided(context, token, settings)
      : await refunded(context, token, settings);
  return value === undefined ? later(context.clock(), token) : { status: "executed", value };
}

async function refunded(
  context: Context,
  token: UnknownOutcome,
  settings: CallSettings | undefined,
): Promise<CybersourceRefund | undefined> {
  const hit = await search(context, token, settings);
  if (hit?.id === undefined) return undefined;
  const stored = await ifThere(transaction(context, hit.id, undefined, operation, settings));
  const { paymentId, captureId } = token;
  return readStoredRefund(stored ?? { data: hit }, compact({ paymentId, captureId }));
}

async function voided(
  context: Context,
  { id, paymentId }: UnknownOutcome,
  settings: CallSettings | undefined,
): Promise<CybersourceRefund | undefined> {
  if (id === undefined) throw undecided("cancelRefund");
  if (paymentId === undefined) {
    const stored = await ifThere(transaction(context, id, undefined, operation, settings));
    const refund = stored && readStoredRefund(stored);
    return refund?.status === "canceled" ? refund : undefined;
  }
  const payment = await ifThere(retrieveStored(context, paymentId, true, settings, operation));
  const refunds: readonly CybersourceRefund[] = payment?.refunds ?? [];
  return refunds.find((each) => each.id === id && each.status === "canceled");
}

/** What was found counts only if code, application, amount and currency are those of the call. */
async function search(
  context: Context,
  token: UnknownOutcome,
  settings: CallSettings | undefined,
): Promise<SummaryBody | undefined> {
  const kind = Object.hasOwn(kinds, token.operation) ? kinds[token.operation] : undefined;
  if (kind === undefined || token.idempotencyKey === undefined) throw undecided(token.operation);
  const reference = await referenceOf(context, token, settings);
  const { code } = await followUpReference(token.idempotencyKey, { reference }, operation);
  const sentAt = Date.parse(token.sentAt);
  const window = { from: new Date(sentAt - day), to: new Date(sentAt + day) };
  const query = searchQuery({ "clientReferenceInformation.code": code }, window);
  const body = { save: false, query, offset: 0, limit: 20, sort: "submitTimeUtc:asc" };
  const { data } = await answered(createSearch(context.client, body, settings), reading(operation));
  const isOurs = (each: SummaryBody): boolean => {
    const { totalAmount, currency } = each.orderInformation?.amountDetails ?? {};
    return (
      each.clientReferenceInformation?.code === code &&
      kindOf(each) === kind &&
      (token.amount === undefined || sameMoney(readAmount(totalAmount, currency, "amount", []), token.amount))
    );
  };
  return data._embedded?.transactionSummaries?.find(isOurs);
}

/** Wide enough for clocks that disagree. */
const day = 24 * 60 * 60_000;

/** What follows a payment bears the payment's reference, which a caller with an id alone did not know. */
async function referenceOf(
  context: Context,
  { reference, paymentId }: UnknownOutcome,
  settings: CallSettings | undefined,
): Promise<string | undefined> {
  if (reference !== undefined || paymentId === undefined) return reference;
  return (await ifThere(retrieveStored(context, paymentId, true, settings, operation)))?.reference;
}

function undecided(asked: string): PaymentsError {
  return unsupported(provider, `resolve.${asked}`, "it leaves no mark to tell", "retrieve the payment and compare");
}

async function ifThere<T>(found: Promise<T>): Promise<T | undefined> {
  try {
    return await found;
  } catch (error) {
    if (error instanceof PaymentsError && error.httpStatus === 404) return undefined;
    throw error;
  }
}
