import { capturePayment } from "@specie/hyperswitch/operations";
import { answered } from "../../gateway/answered.ts";
import { compact } from "../../gateway/compact.ts";
import type { PartialCaptureInput } from "../../gateway/inputs.ts";
import { idOf, type PaymentRef } from "../../gateway/references.ts";
import type { CallSettings } from "../../gateway/settings.ts";
import type { Capture } from "../../model/steps.ts";
import { type Context, provider, sumsBefore, writing } from "../context.ts";
import { writeMoney } from "../currency.ts";
import { readPayment } from "../read/payment.ts";
import type { HyperswitchPayment } from "../types.ts";
import { retrieve } from "./retrieve.ts";

/**
 * The amount is always sent. Left out, it is all that the caller's payment still has to capture: the same payment with the
 * same key is then always the same capture.
 */
export async function capture(
  context: Context,
  ref: PaymentRef,
  input: PartialCaptureInput,
  settings?: CallSettings,
): Promise<HyperswitchPayment> {
  const paymentId = idOf(ref, provider, "capture");
  const { idempotencyKey } = input;
  const before =
    input.amount === undefined && typeof ref === "string" ? await retrieve(context, ref, {}, settings, "capture") : ref;
  const amount = input.amount ?? (typeof before === "string" ? undefined : before.amountCapturable);
  const body = amount === undefined ? {} : { amount_to_capture: writeMoney(amount, "capture").amount };
  const answer = await answered(
    capturePayment(context.server, paymentId, body, settings),
    writing("capture", () => compact({ idempotencyKey, paymentId, amount, ...sumsBefore(before) })),
  );
  const payment = readPayment(answer.data, answer);
  if (payment.captures.length > 0 || payment.status === "failed") return payment;
  // Accepted, and not done yet: the server lists no capture for it.
  const pending: Capture = { id: paymentId, paymentId, amount, status: "pending", rawStatus: payment.rawStatus };
  return { ...payment, captures: [compact(pending)] };
}
