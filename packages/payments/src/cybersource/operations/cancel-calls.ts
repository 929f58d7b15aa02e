import {
  reversePayment,
  voidCapture as voidCaptureCall,
  voidPayment as voidPaymentCall,
} from "@specie/cybersource/operations";
import { type Answer, answered } from "../../gateway/answered.ts";
import { compact } from "../../gateway/compact.ts";
import { lookUp } from "../../gateway/look-up.ts";
import { text } from "../../gateway/reading.ts";
import type { CallSettings } from "../../gateway/settings.ts";
import type { Payment } from "../../model/payment.ts";
import type { CancellationStatus } from "../../model/statuses.ts";
import type { Cancellation, Capture } from "../../model/steps.ts";
import { before, type Context, writing } from "../context.ts";
import { unlistedCancellationStatus, voidStatus } from "../maps/step-status.ts";
import { readAmount } from "../read/amount.ts";
import type { ReversalBody, VoidBody } from "../read/bodies.ts";
import { followUpReference } from "../write/client-reference.ts";
import { writeMoney, wrongAmount } from "../write/money.ts";

export const operation = "cancel";

interface Call {
  readonly context: Context;
  readonly payment: Payment;
  readonly reason: string | undefined;
  readonly settings: CallSettings | undefined;
}

/** One step of a cancellation, and its answer. */
export interface Cancelled {
  readonly cancellation: Cancellation;
  readonly captureId?: string | undefined;
  readonly answer: Answer<ReversalBody | VoidBody>;
}

/** Releases all that is authorized, increments included. */
export async function reverse({ context, payment, reason, settings }: Call): Promise<Cancelled> {
  // Under review there may be more than is known of: of 0 nothing would be released.
  const amount = payment.amountAuthorized?.amount ? payment.amountAuthorized : payment.amount;
  if (amount === undefined) throw wrongAmount(operation, "amountAuthorized: the payment has none");
  const { code } = await followUpReference(`${payment.id}/reversal`, payment, operation);
  const amountDetails = writeMoney(amount, operation, "amountAuthorized");
  const body = {
    clientReferenceInformation: { code },
    reversalInformation: { amountDetails, ...(reason === undefined ? {} : { reason }) },
  };
  const answer = await answered(
    reversePayment(context.client, payment.id, body, settings),
    writing(context, operation, { amount, ...before(payment) }),
  );
  const { reversalAmountDetails: details } = answer.data;
  const read = readAmount(details?.reversedAmount, details?.currency ?? amount.currency, "", []);
  return { cancellation: readStep(answer.data, payment, "reversal", read ?? amount, reason), answer };
}

/** Withdraws a sale, or an account's debit. */
export async function voidPayment(call: Call, actionList?: readonly string[]): Promise<Cancelled> {
  const { context, payment, reason, settings } = call;
  const [own] = payment.captures;
  const body = await voidBody(payment, payment.id, actionList);
  const answer = await answered(
    voidPaymentCall(context.client, payment.id, body, settings),
    writing(context, operation, { amount: own?.amount, ...before(payment) }),
  );
  const kind = own === undefined ? "void" : "post_capture_void";
  return { cancellation: readStep(answer.data, payment, kind, own?.amount, reason), captureId: payment.id, answer };
}

export async function voidCapture(call: Call, capture: Capture): Promise<Cancelled> {
  const { context, payment, reason, settings } = call;
  const body = await voidBody(payment, capture.id);
  const answer = await answered(
    voidCaptureCall(context.client, capture.id, body, settings),
    writing(context, operation, { amount: capture.amount, ...before(payment) }),
  );
  const cancellation = readStep(answer.data, payment, "post_capture_void", capture.amount, reason);
  return { cancellation, captureId: capture.id, answer };
}

async function voidBody(payment: Payment, id: string, actionList?: readonly string[]) {
  const { code } = await followUpReference(`${id}/void`, payment, operation);
  const clientReferenceInformation = { code };
  return actionList === undefined
    ? { clientReferenceInformation }
    : { clientReferenceInformation, processingInformation: { actionList: [...actionList] } };
}

function readStep(
  body: ReversalBody | VoidBody,
  payment: Payment,
  kind: Cancellation["kind"],
  amount: Cancellation["amount"],
  reason: string | undefined,
): Cancellation {
  const rawStatus = text(body.status) ?? "";
  const unlisted = lookUp<CancellationStatus>(unlistedCancellationStatus, rawStatus, "unknown");
  const status = lookUp<CancellationStatus>(voidStatus, rawStatus, unlisted);
  return compact({ id: text(body.id), paymentId: payment.id, kind, amount, status, rawStatus, reason });
}
