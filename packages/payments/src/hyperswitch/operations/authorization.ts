import { extendAuthorization, incrementAuthorization } from "@specie/hyperswitch/operations";
import { answered, type OutcomeFacts } from "../../gateway/answered.ts";
import { compact } from "../../gateway/compact.ts";
import { given } from "../../gateway/given.ts";
import type { IncrementInput } from "../../gateway/inputs.ts";
import { idOf, type PaymentRef } from "../../gateway/references.ts";
import type { CallSettings } from "../../gateway/settings.ts";
import { fingerprintOf } from "../../safety/fingerprint.ts";
import { type Intention, once } from "../../safety/once.ts";
import { type Context, provider, sumsBefore, writing } from "../context.ts";
import { checkCurrency, writeMoney } from "../currency.ts";
import { readPayment } from "../read/payment.ts";
import type { HyperswitchPayment } from "../types.ts";
import { resolvePayment } from "./resolve.ts";
import { retrieve } from "./retrieve.ts";

/** The server takes the new total, as the model does. */
export async function increment(
  context: Context,
  ref: PaymentRef,
  input: IncrementInput,
  settings?: CallSettings,
): Promise<HyperswitchPayment> {
  const paymentId = idOf(ref, provider, "increment");
  const { newTotal, idempotencyKey: key } = input;
  const intention: Intention<HyperswitchPayment> = {
    operation: "increment",
    key,
    fingerprint: fingerprintOf(paymentId, { newTotal }),
    facts: { paymentId, amount: newTotal, ...sumsBefore(ref) },
    settings,
    seenBy: "nobody",
    resolve: (token) => resolvePayment(context, token, settings),
    found: () => retrieve(context, paymentId, {}, settings, "increment"),
  };
  return await once(context.safety, intention, (_isRepeat, note) => send(context, ref, input, settings, note));
}

async function send(
  context: Context,
  ref: PaymentRef,
  { newTotal, reason, idempotencyKey }: IncrementInput,
  settings: CallSettings | undefined,
  note: (facts: OutcomeFacts) => Promise<void>,
): Promise<HyperswitchPayment> {
  const paymentId = idOf(ref, provider, "increment");
  const { amount } = writeMoney(newTotal, "increment", "newTotal");
  const before = typeof ref === "string" ? await retrieve(context, ref, {}, settings, "increment") : ref;
  checkCurrency(newTotal, before, "increment");
  await note(sumsBefore(before));
  const answer = await answered(
    incrementAuthorization(context.server, paymentId, given({ amount, reason }), settings),
    writing(context, "increment", () =>
      compact({ idempotencyKey, paymentId, amount: newTotal, ...sumsBefore(before) }),
    ),
  );
  return readPayment(answer.data, answer);
}

export async function extend(context: Context, ref: PaymentRef, settings?: CallSettings): Promise<HyperswitchPayment> {
  const paymentId = idOf(ref, provider, "extend");
  const answer = await answered(
    extendAuthorization(context.server, paymentId, settings),
    writing(context, "extend", () => ({ paymentId })),
  );
  return readPayment(answer.data, answer);
}
