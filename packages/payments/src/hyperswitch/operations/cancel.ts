import { cancelPayment, cancelPaymentPostCapture } from "@specie/hyperswitch/operations";
import { answered, lostCall } from "../../gateway/answered.ts";
import { compact } from "../../gateway/compact.ts";
import { given } from "../../gateway/given.ts";
import { PaymentsError } from "../../gateway/payments-error.ts";
import { idOf, type PaymentRef } from "../../gateway/references.ts";
import type { CallSettings } from "../../gateway/settings.ts";
import { refusePartial } from "../../gateway/unsupported.ts";
import type { Payment } from "../../model/payment.ts";
import type { Cancellation } from "../../model/steps.ts";
import { type Intention, once } from "../../safety/once.ts";
import { type Context, provider, sumsBefore, writing } from "../context.ts";
import type { HyperswitchCancelInput } from "../inputs.ts";
import { readPayment } from "../read/payment.ts";
import type { HyperswitchPayment } from "../types.ts";
import { resolvePayment } from "./resolve.ts";
import { retrieve } from "./retrieve.ts";

/** Gives back what is reserved, or voids. What is canceled already is what was asked for. */
export async function cancel(
  context: Context,
  ref: PaymentRef,
  input: HyperswitchCancelInput = {},
  settings?: CallSettings,
): Promise<HyperswitchPayment> {
  const paymentId = idOf(ref, provider, "cancel");
  refusePartial(provider, input);
  const look = () => retrieve(context, paymentId, {}, settings, "cancel");
  const intention: Intention<HyperswitchPayment> = {
    operation: "cancel",
    key: paymentId,
    fingerprint: paymentId,
    facts: { paymentId, ...sumsBefore(ref) },
    settings,
    seenBy: "state",
    resolve: (token) => resolvePayment(context, token, settings),
    found: look,
  };
  return await once(context.safety, intention, () =>
    send(context, ref, input, settings).catch((error) => afterRefusal(error, context, paymentId, look)),
  );
}

/** A second cancellation is refused; what counts is that there was a first. */
async function afterRefusal(
  error: unknown,
  context: Context,
  paymentId: string,
  look: () => Promise<HyperswitchPayment>,
): Promise<HyperswitchPayment> {
  if (!(error instanceof PaymentsError) || error.code !== "invalid_state") throw error;
  const now = await look().catch(async (cause) => {
    throw await lostCall(
      writing(context, "cancel", () => ({ paymentId })),
      "refused, perhaps because it is canceled already",
      cause,
    );
  });
  if (now.status === "canceled") return now;
  throw error;
}

/** Before a capture and after it there are two calls; the payment's status says which. */
async function send(
  context: Context,
  ref: PaymentRef,
  { reason, afterCapture }: HyperswitchCancelInput,
  settings: CallSettings | undefined,
): Promise<HyperswitchPayment> {
  const paymentId = idOf(ref, provider, "cancel");
  const late =
    afterCapture ?? isCaptured(typeof ref === "string" ? await retrieve(context, ref, {}, settings, "cancel") : ref);
  const body = given({ cancellation_reason: reason });
  const call = (late ? cancelPaymentPostCapture : cancelPayment)(context.server, paymentId, body, settings);
  const answer = await answered(
    call,
    writing(context, "cancel", () => compact({ paymentId, ...sumsBefore(ref) })),
  );
  const payment = readPayment(answer.data, answer);
  if (payment.cancellations.length > 0) return payment;
  const attempt: Cancellation = {
    paymentId,
    kind: late ? "post_capture_void" : "void",
    status: payment.status === "failed" || payment.status === "unknown" ? payment.status : "pending",
    rawStatus: payment.rawStatus,
    reason,
    error: payment.error,
  };
  return { ...payment, cancellations: [compact(attempt)] };
}

function isCaptured({ status, amountCapturable }: Payment): boolean {
  return status === "succeeded" || (status === "partially_captured" && amountCapturable?.amount === 0);
}
