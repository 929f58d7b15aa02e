import { extendAuthorization, incrementAuthorization } from "@specie/hyperswitch/operations";
import { answered } from "../../gateway/answered.ts";
import { compact } from "../../gateway/compact.ts";
import { given } from "../../gateway/given.ts";
import type { IncrementInput } from "../../gateway/inputs.ts";
import { idOf, type PaymentRef } from "../../gateway/references.ts";
import type { CallSettings } from "../../gateway/settings.ts";
import { type Context, provider, sumsBefore, writing } from "../context.ts";
import { writeMoney } from "../currency.ts";
import { readPayment } from "../read/payment.ts";
import type { HyperswitchPayment } from "../types.ts";

/** The server takes the new total, as the model does. */
export async function increment(
  { server }: Context,
  ref: PaymentRef,
  { newTotal, reason, idempotencyKey }: IncrementInput,
  settings?: CallSettings,
): Promise<HyperswitchPayment> {
  const paymentId = idOf(ref, provider, "increment");
  const { amount } = writeMoney(newTotal, "increment", "newTotal");
  const answer = await answered(
    incrementAuthorization(server, paymentId, given({ amount, reason }), settings),
    writing("increment", () => compact({ idempotencyKey, paymentId, amount: newTotal, ...sumsBefore(ref) })),
  );
  return readPayment(answer.data, answer);
}

export async function extend(
  { server }: Context,
  ref: PaymentRef,
  settings?: CallSettings,
): Promise<HyperswitchPayment> {
  const paymentId = idOf(ref, provider, "extend");
  const answer = await answered(
    extendAuthorization(server, paymentId, settings),
    writing("extend", () => ({ paymentId })),
  );
  return readPayment(answer.data, answer);
}
