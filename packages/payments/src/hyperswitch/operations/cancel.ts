import { cancelPayment, cancelPaymentPostCapture } from "@specie/hyperswitch/operations";
import { answered } from "../../gateway/answered.ts";
import { compact } from "../../gateway/compact.ts";
import { given } from "../../gateway/given.ts";
import { idOf, type PaymentRef } from "../../gateway/references.ts";
import type { CallSettings } from "../../gateway/settings.ts";
import type { Payment } from "../../model/payment.ts";
import type { Cancellation } from "../../model/steps.ts";
import { type Context, provider, sumsBefore, writing } from "../context.ts";
import type { HyperswitchCancelInput } from "../inputs.ts";
import { readPayment } from "../read/payment.ts";
import type { HyperswitchPayment } from "../types.ts";
import { retrieve } from "./retrieve.ts";

/** Before a capture and after it there are two calls; the payment's status says which. */
export async function cancel(
  context: Context,
  ref: PaymentRef,
  { reason, afterCapture }: HyperswitchCancelInput = {},
  settings?: CallSettings,
): Promise<HyperswitchPayment> {
  const paymentId = idOf(ref, provider, "cancel");
  const late =
    afterCapture ?? isCaptured(typeof ref === "string" ? await retrieve(context, ref, {}, settings, "cancel") : ref);
  const body = given({ cancellation_reason: reason });
  const call = (late ? cancelPaymentPostCapture : cancelPayment)(context.server, paymentId, body, settings);
  const answer = await answered(
    call,
    writing("cancel", () => compact({ paymentId, ...sumsBefore(ref) })),
  );
  const payment = readPayment(answer.data, answer);
  if (payment.cancellations.length > 0) return payment;
  const attempt: Cancellation = {
    paymentId,
    kind: late ? "post_capture_void" : "void",
    status: payment.status === "failed" ? "failed" : "pending",
    rawStatus: payment.rawStatus,
    reason,
    error: payment.error,
  };
  return { ...payment, cancellations: [compact(attempt)] };
}

function isCaptured({ status, amountCapturable }: Payment): boolean {
  return status === "succeeded" || (status === "partially_captured" && amountCapturable?.amount === 0);
}
