import { capturePayment } from "@specie/razorpay/operations";
import { answered, lostCall, type OutcomeFacts } from "../../gateway/answered.ts";
import { compact } from "../../gateway/compact.ts";
import type { CaptureInput } from "../../gateway/inputs.ts";
import { PaymentsError } from "../../gateway/payments-error.ts";
import { idOf, type PaymentRef } from "../../gateway/references.ts";
import type { CallSettings } from "../../gateway/settings.ts";
import { unsupported } from "../../gateway/unsupported.ts";
import type { Money } from "../../model/money.ts";
import { sameMoney } from "../../model/money-sum.ts";
import type { Payment } from "../../model/payment.ts";
import { fingerprintOf } from "../../safety/fingerprint.ts";
import { type Intention, once } from "../../safety/once.ts";
import { type Context, PROVIDER, writing } from "../context.ts";
import { refusal, writeAmount } from "../currency.ts";
import { factsOf } from "../read/answer-facts.ts";
import { readPayment } from "../read/payment.ts";
import type { RazorpayPayment } from "../types.ts";
import { resolvePayment } from "./resolve.ts";
import { lookAt, retrieve, retrievePayment } from "./retrieve.ts";

const OPERATION = "capture";

/** Captures the whole payment. One that is captured already, of the same amount, is the result that was asked for. */
export async function capture(
  context: Context,
  ref: PaymentRef,
  input: CaptureInput,
  settings?: CallSettings,
): Promise<RazorpayPayment> {
  const paymentId = idOf(ref, PROVIDER, OPERATION);
  const whole = typeof ref === "string" ? undefined : ref.amount;
  const amount = input?.amount ?? whole;
  const intention: Intention<RazorpayPayment> = {
    operation: OPERATION,
    key: input?.idempotencyKey,
    fingerprint: fingerprintOf(paymentId, { amount: input?.amount }),
    facts: { paymentId, amount },
    settings,
    seenBy: "nobody",
    resolve: (token) => resolvePayment(context, token, settings),
    found: (_token, id) => retrieve(context, id, settings, OPERATION),
  };
  return await once(context.safety, intention, (_isRepeat, note) => send(context, ref, input, settings, note));
}

async function send(
  context: Context,
  ref: PaymentRef,
  input: CaptureInput,
  settings: CallSettings | undefined,
  note: (facts: OutcomeFacts) => Promise<void>,
): Promise<RazorpayPayment> {
  const found = await lookAt(context, ref, settings, OPERATION);
  const payment: Payment = found.seen ?? found.given;
  const amount = wholeOf(payment, input.amount);
  if (found.seen?.status === "succeeded") return found.seen;
  const body = { amount: writeAmount(amount, OPERATION), currency: amount.currency };
  const { idempotencyKey } = input;
  const outcome = { idempotencyKey, paymentId: payment.id, amount, capturedBefore: payment.amountCaptured };
  await note(outcome);
  try {
    const call = capturePayment(context.client, payment.id, body, settings);
    const answer = await answered(call, writing(context, OPERATION, outcome));
    const { captureMethod } = payment;
    return compact({ ...readPayment(answer.data, factsOf(answer)), captureMethod });
  } catch (error) {
    if (!(error instanceof PaymentsError) || error.code !== "invalid_state") throw error;
    const now = await retrievePayment(context, payment.id, settings, OPERATION).catch(async (cause) => {
      throw await lostCall(writing(context, OPERATION, outcome), "it may be captured already", cause);
    });
    if (now.status === "succeeded" && sameMoney(now.amountCaptured, amount)) return now;
    throw error;
  }
}

/** A capture is of what was authorized, no less and no more. Callers without types may say the same amount. */
function wholeOf(payment: Payment, asked: Money | undefined): Money {
  const { amount } = payment;
  if (amount === undefined) throw refusal("invalid_amount", OPERATION, "the payment's amount has no exact form");
  if (asked === undefined || sameMoney(asked, amount)) return amount;
  const more = asked.currency === amount.currency && asked.amount > amount.amount;
  const option = more ? "capture.over" : "capture.partial";
  throw unsupported(PROVIDER, option, "a capture is always of the whole amount", "leave amount out");
}
