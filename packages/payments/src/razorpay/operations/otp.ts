import { followNext, type PaymentStep } from "@specie/razorpay";
import { answered, lostCall } from "../../gateway/answered.ts";
import { compact } from "../../gateway/compact.ts";
import type { OtpRequested, OtpSubmitted } from "../../gateway/inputs.ts";
import { PaymentsError } from "../../gateway/payments-error.ts";
import type { PaymentRef } from "../../gateway/references.ts";
import type { CallSettings } from "../../gateway/settings.ts";
import type { OtpAction } from "../../model/next-action.ts";
import type { Payment } from "../../model/payment.ts";
import { type Context, reading, writing } from "../context.ts";
import { sameAmount } from "../currency.ts";
import { factsOf } from "../read/answer-facts.ts";
import { readNextAction } from "../read/next-action.ts";
import { declineOf } from "../read/payment-error.ts";
import { type KnownPayment, readRefused, readStarted } from "../read/started.ts";
import type { RazorpayPayment, RefusalBody } from "../types.ts";
import { realPayment, retrievePayment } from "./retrieve.ts";
import { isRefusal } from "./start.ts";

const OPERATION = "completeAction";

/** Has a one-time password sent, or another one. Moves no money. */
export async function askForOtp(
  { client, ...rest }: Context,
  ref: PaymentRef,
  { type, amount }: OtpRequested,
  settings: CallSettings | undefined,
): Promise<RazorpayPayment> {
  const payment = await realPayment({ client, ...rest }, ref, settings, OPERATION);
  sameAmount(amount, payment.amount, OPERATION);
  const before = otpOf(payment);
  const context = reading(OPERATION);
  if (type === "otp_generate") {
    const answer = await answered(followNext(client, step(type, before?.generateUrl, payment.id), settings), context);
    return withOtp(readStarted(answer.data, knownOf(payment), factsOf(answer)), before);
  }
  const answer = await answered(followNext(client, step(type, before?.resendUrl, payment.id), settings), context);
  return withOtp(readStarted(answer.data, knownOf(payment), factsOf(answer)), before);
}

/** Hands in a one-time password, once. A wrong one is a payment that still waits, with the reason in `error`. */
export async function submitOtp(
  context: Context,
  ref: PaymentRef,
  { amount, otp }: OtpSubmitted,
  settings: CallSettings | undefined,
): Promise<RazorpayPayment> {
  const payment = await realPayment(context, ref, settings, OPERATION);
  sameAmount(amount, payment.amount, OPERATION);
  const before = otpOf(payment);
  const write = writing(context, OPERATION, { paymentId: payment.id, amount });
  try {
    const call = followNext(context.client, step("otp_submit", before?.submitUrl, payment.id), { otp }, settings);
    await answered(call, write);
  } catch (error) {
    return refusedOtp(error, payment, before);
  }
  const now = await retrievePayment(context, payment.id, settings, OPERATION).catch(async (cause) => {
    throw await lostCall(write, "the password was taken, and how it went could not be read", cause);
  });
  sameAmount(amount, now.amount, OPERATION);
  return compact({ ...now, captureMethod: payment.captureMethod });
}

/** Where the answer has another way on, the customer may try again; without one the payment failed. */
function refusedOtp(error: unknown, payment: Payment, before: OtpAction | undefined): RazorpayPayment {
  if (!(error instanceof PaymentsError) || error.httpStatus !== 400 || !isRefusal(error.raw)) throw error;
  const decline = declineOf(error.raw);
  if (decline !== "pending" && decline.category !== "decline" && decline.category !== "provider") throw error;
  if (error.code === "outcome_unknown") throw error;
  const facts = { httpStatus: error.httpStatus, requestId: error.requestId };
  const failed = readRefused(error.raw, decline, knownOf(payment), facts);
  const nextAction = readNextAction(nextOf(error.raw));
  if (nextAction === undefined || decline === "pending") return failed;
  return withOtp({ ...failed, status: "requires_action", rawStatus: "created", nextAction }, before);
}

function nextOf(body: RefusalBody & { readonly next?: unknown }): Parameters<typeof readNextAction>[0] {
  const { next } = body;
  return { next: Array.isArray(next) ? next.filter((each): each is string => typeof each === "string") : undefined };
}

/** Addresses that were known before stay good where the answer gives a step by its name only. */
function withOtp(payment: RazorpayPayment, before: OtpAction | undefined): RazorpayPayment {
  const { nextAction } = payment;
  if (nextAction?.type !== "otp") return payment;
  const hints = nextAction.hints ?? before?.hints;
  const submitUrl = nextAction.submitUrl ?? before?.submitUrl;
  const resendUrl = nextAction.resendUrl ?? before?.resendUrl;
  return { ...payment, nextAction: compact({ ...nextAction, submitUrl, resendUrl, hints }) };
}

/** A step with its address, or else by the payment's id. */
function step<A extends "otp_generate" | "otp_submit" | "otp_resend">(
  action: A,
  url: string | undefined,
  paymentId: string,
): PaymentStep<A> {
  return { action, url, paymentId };
}

function otpOf({ nextAction }: Payment): OtpAction | undefined {
  const found = [nextAction, ...(nextAction?.alternatives ?? [])].find((action) => action?.type === "otp");
  return found?.type === "otp" ? found : undefined;
}

function knownOf(payment: Payment): KnownPayment {
  const { id, groupId, amount, captureMethod, customer, reference, description, metadata } = payment;
  return { id, groupId, amount, captureMethod, customer, reference, description, metadata };
}
