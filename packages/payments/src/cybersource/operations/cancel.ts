import { lostCall } from "../../gateway/answered.ts";
import { compact } from "../../gateway/compact.ts";
import type { CancelInput } from "../../gateway/inputs.ts";
import { PaymentsError } from "../../gateway/payments-error.ts";
import { idOf, type PaymentRef } from "../../gateway/references.ts";
import type { CallSettings } from "../../gateway/settings.ts";
import { refusePartial, unsupported } from "../../gateway/unsupported.ts";
import type { Payment } from "../../model/payment.ts";
import type { Cancellation, Capture } from "../../model/steps.ts";
import type { Warning } from "../../model/warning.ts";
import { type Intention, once } from "../../safety/once.ts";
import { before, type Context, provider, writing } from "../context.ts";
import type { CybersourcePayment } from "../read/bodies.ts";
import { none } from "../read/payment.ts";
import { captured, standing } from "../read/standing.ts";
import { type Cancelled, operation, reverse, voidCapture, voidPayment } from "./cancel-calls.ts";
import { isReleased, resolvePayment } from "./resolve.ts";
import { paymentOf, retrieve } from "./retrieve.ts";

/**
 * Gives back what is reserved: by a reversal where nothing is captured; else by voids of what is captured, then a reversal.
 * Accounts and wallets that redirect know voids only.
 */
export async function cancel(
  context: Context,
  ref: PaymentRef,
  input: CancelInput = {},
  settings?: CallSettings,
): Promise<CybersourcePayment> {
  const paymentId = idOf(ref, provider, operation);
  refusePartial(provider, input);
  const intention: Intention<CybersourcePayment> = {
    operation,
    key: paymentId,
    fingerprint: paymentId,
    facts: before(ref),
    settings,
    seenBy: "state",
    resolve: (token) => resolvePayment(context, token, settings),
    found: (_token, id) => retrieve(context, id, {}, settings, operation),
  };
  // What an earlier call did may be unknown to the payment that is given.
  return await once(context.safety, intention, (isRepeat) =>
    send(context, isRepeat ? paymentId : ref, input, settings),
  );
}

async function send(
  context: Context,
  ref: PaymentRef,
  { reason }: CancelInput,
  settings: CallSettings | undefined,
): Promise<CybersourcePayment> {
  const payment = await paymentOf(context, ref, operation, settings);
  const call = { context, payment, reason, settings };
  if (payment.status === "canceled") return await retrieve(context, payment, {}, settings, operation);
  if (knowsVoidsOnly(payment)) return withCancellations(payment, [await voidPayment(call, actionsOf(payment))], []);
  const captures = payment.captures.filter(({ status }) => status !== "failed");
  if (captures.length > 0) return await cancelCaptured(call, captures);
  if (!isReserved(payment)) throw nothingReserved(payment);
  try {
    return withCancellations(payment, [await reverse(call)], []);
  } catch (error) {
    return await alreadyReleased(error, call);
  }
}

type Call = Parameters<typeof reverse>[0];

async function cancelCaptured(call: Call, captures: readonly Capture[]): Promise<CybersourcePayment> {
  const { payment } = call;
  const done: Cancelled[] = [];
  for (const capture of captures) {
    try {
      done.push(capture.id === payment.id ? await voidPayment(call) : await voidCapture(call, capture));
    } catch (error) {
      // With nothing done yet, it is as if nothing was asked.
      if (done.length === 0) return await alreadyReleased(error, call);
      if (!(error instanceof PaymentsError)) throw error;
      return withCancellations(payment, done, [
        { field: "cancellations", problem: `capture ${capture.id} was not voided: ${error.code}` },
      ]);
    }
  }
  if (done.some(({ cancellation }) => cancellation.status === "failed")) return withCancellations(payment, done, []);
  try {
    done.push(await reverse(call));
    return withCancellations(payment, done, []);
  } catch (error) {
    if (!(error instanceof PaymentsError)) throw error;
    // The captures are voided all the same. Many processors release the rest by themselves.
    const problem = `the voids went through, the reversal after them did not: ${error.code}`;
    return withCancellations(payment, done, [{ field: "authorizationHeld", problem }]);
  }
}

const perhapsReleased: ReadonlySet<string> = new Set([
  "AUTH_ALREADY_REVERSED",
  "NOT_VOIDABLE",
  "CAPTURE_ALREADY_VOIDED",
  "TRANSACTION_ALREADY_REVERSED_OR_SETTLED",
]);

/** A second reversal or void is refused; what counts is that there was a first. What is stored lags behind. */
async function alreadyReleased(error: unknown, { context, payment, settings }: Call): Promise<CybersourcePayment> {
  const code = error instanceof PaymentsError ? error.providerCode : undefined;
  if (code === undefined || !perhapsReleased.has(code)) throw error;
  const write = writing(context, operation, before(payment));
  const now = await retrieve(context, payment, {}, settings, operation).catch(async (cause) => {
    throw await lostCall(write, "it may be released already", cause);
  });
  if (isReleased(now)) return now;
  // What has gone out with a batch can't be voided any more; what has not, was voided a moment ago.
  const isSettled = code !== "AUTH_ALREADY_REVERSED" && !now.captures.some(({ status }) => status === "pending");
  throw isSettled ? error : await lostCall(write, "it seems to be released already", error);
}

function knowsVoidsOnly({ paymentMethod }: Payment): boolean {
  return paymentMethod?.type === "bank_debit" || actionsOf({ paymentMethod }) !== undefined;
}

const alternatives: ReadonlySet<string> = new Set(["bank_redirect", "bank_transfer", "pay_later", "voucher"]);

function actionsOf({ paymentMethod }: Pick<Payment, "paymentMethod">): readonly string[] | undefined {
  return alternatives.has(paymentMethod?.type ?? "") ? ["AP_CANCEL"] : undefined;
}

function isReserved({ status, authorizationHeld }: Payment): boolean {
  return status === "authorized" || status === "requires_review" || status === "unknown" || authorizationHeld === true;
}

function nothingReserved({ status }: Payment): PaymentsError {
  if (status === "succeeded" || status === "partially_captured" || status === "failed" || status === "expired") {
    const hint = status === "failed" || status === "expired" ? undefined : "refund it";
    return new PaymentsError({ code: "invalid_state", provider, operation, problem: "nothing is reserved", hint });
  }
  return unsupported(provider, "cancel.unpaid", "nothing is reserved yet", "let it be: it costs nothing");
}

/** The payment after the cancellations that were made. */
function withCancellations(
  payment: Payment,
  made: readonly Cancelled[],
  warnings: readonly Warning[],
): CybersourcePayment {
  const cancellations: readonly Cancellation[] = [...payment.cancellations, ...made.map((each) => each.cancellation)];
  const voided = new Set(
    made.filter(({ cancellation }) => cancellation.status === "succeeded").map((each) => each.captureId),
  );
  const captures = payment.captures.map((each) =>
    voided.has(each.id) ? { ...each, status: "failed" as const, rawStatus: "VOIDED" } : each,
  );
  const amountAuthorized = payment.amountAuthorized ?? payment.amount;
  const amountCaptured = captured(captures, amountAuthorized) ?? none(amountAuthorized);
  const isSale = payment.captureMethod === "automatic";
  const { authorizationHeld: _, ...rest } = payment;
  const base =
    payment.status === "succeeded" || payment.status === "partially_captured" ? "authorized" : payment.status;
  const now = standing({
    base,
    rawStatus: payment.rawStatus,
    isApproved: payment.authorizationHeld === true || payment.status !== "failed",
    isSale,
    amountAuthorized,
    amountCaptured,
    captures,
    cancellations,
  });
  const last = made.at(-1)?.answer;
  return compact({
    ...rest,
    ...now,
    amountCaptured,
    captures,
    cancellations,
    warnings: [...payment.warnings, ...warnings],
    httpStatus: last?.httpStatus,
    requestId: last?.requestId,
    // There is always one: what failed before the first threw.
    raw: last?.data ?? { id: payment.id, status: payment.rawStatus },
  });
}
