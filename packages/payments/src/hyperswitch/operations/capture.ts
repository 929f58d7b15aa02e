import { capturePayment } from "@specie/hyperswitch/operations";
import { answered, type OutcomeFacts } from "../../gateway/answered.ts";
import { compact } from "../../gateway/compact.ts";
import type { PartialCaptureInput } from "../../gateway/inputs.ts";
import { PaymentsError } from "../../gateway/payments-error.ts";
import { idOf, type PaymentRef } from "../../gateway/references.ts";
import type { CallSettings } from "../../gateway/settings.ts";
import type { Money } from "../../model/money.ts";
import type { Capture } from "../../model/steps.ts";
import { fingerprintOf } from "../../safety/fingerprint.ts";
import { type Intention, once } from "../../safety/once.ts";
import { type Context, provider, sumsBefore, writing } from "../context.ts";
import { checkCurrency, writeMoney } from "../currency.ts";
import { readPayment } from "../read/payment.ts";
import type { HyperswitchPayment } from "../types.ts";
import { pendingCapture, resolvePayment, withOwnCapture } from "./resolve.ts";
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
  const payment = typeof ref === "string" ? undefined : ref;
  const paymentId = idOf(ref, provider, "capture");
  const intention: Intention<HyperswitchPayment> = {
    operation: "capture",
    key: input.idempotencyKey,
    fingerprint: fingerprintOf(paymentId, { amount: input.amount }),
    facts: { paymentId, amount: input.amount ?? payment?.amountCapturable, ...sumsBefore(ref) },
    settings,
    seenBy: "nobody",
    resolve: (token) => resolvePayment(context, token, settings),
    found: async (token) => withOwnCapture(await retrieve(context, paymentId, {}, settings, "capture"), token),
  };
  return await once(context.safety, intention, (_isRepeat, note) => send(context, ref, input, settings, note));
}

async function send(
  context: Context,
  ref: PaymentRef,
  input: PartialCaptureInput,
  settings: CallSettings | undefined,
  note: (facts: OutcomeFacts) => Promise<void>,
): Promise<HyperswitchPayment> {
  const paymentId = idOf(ref, provider, "capture");
  const { idempotencyKey } = input;
  const before = typeof ref === "string" ? await retrieve(context, ref, {}, settings, "capture") : ref;
  const amount = input.amount ?? before.amountCapturable;
  if (amount?.amount === 0) throw invalidState("nothing is left to capture");
  if (amount !== undefined) checkCurrency(amount, before, "capture");
  await note({ amount, ...sumsBefore(before) });
  const body = amount === undefined ? {} : { amount_to_capture: writeMoney(amount, "capture").amount };
  const answer = await answered(
    capturePayment(context.server, paymentId, body, settings),
    writing(context, "capture", () => compact({ idempotencyKey, paymentId, amount, ...sumsBefore(before) })),
  );
  const payment = readPayment(answer.data, answer);
  if (payment.status === "failed" || (answer.data.captures?.length ?? 0) > 0) {
    return withOwnCapture(payment, { operation: "capture", amount });
  }
  // The server lists no captures here: the one that stands for all of them is not the one that was asked for.
  const known = before.captures.filter(({ status }) => status !== "failed");
  return { ...payment, captures: [...known, ownOf(payment, amount, before.amountCaptured?.amount ?? 0)] };
}

/** Of the sum that is captured by now, what was asked for; nothing of it yet while it is on its way. */
function ownOf(payment: HyperswitchPayment, asked: Money | undefined, earlier: number): Capture {
  const [whole] = payment.captures;
  const sum = whole?.amount;
  if (whole === undefined || (sum !== undefined && sum.amount <= earlier)) return pendingCapture(payment, asked);
  if (asked === undefined || sum === undefined) return whole;
  // Of several captures the sum may be that of another one, which the caller does not know of.
  const isShort = sum.amount - earlier < asked.amount;
  if (payment.captureMethod === "manual_multiple" && isShort) return pendingCapture(payment, asked);
  const amount = Math.min(asked.amount, sum.amount - earlier);
  return { ...whole, amount: { amount, currency: sum.currency } };
}

function invalidState(problem: string): PaymentsError {
  return new PaymentsError({ code: "invalid_state", provider, operation: "capture", problem });
}
