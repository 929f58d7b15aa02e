import { confirmPayment, updatePayment } from "@specie/hyperswitch/operations";
import { answered } from "../../gateway/answered.ts";
import { compact } from "../../gateway/compact.ts";
import { given } from "../../gateway/given.ts";
import { idOf, type PaymentRef } from "../../gateway/references.ts";
import type { CallSettings } from "../../gateway/settings.ts";
import { type Context, provider, writing } from "../context.ts";
import { writeMoney } from "../currency.ts";
import type { HyperswitchConfirmInput, HyperswitchUpdateInput } from "../inputs.ts";
import { readPayment } from "../read/payment.ts";
import type { HyperswitchPayment } from "../types.ts";
import { writeContext } from "../write/context.ts";
import { writeMethod } from "../write/method.ts";
import { unblocked } from "./blocked.ts";

/** Never sent again: after a lost answer the payment says what happened. */
export async function confirm(
  context: Context,
  ref: PaymentRef,
  input: HyperswitchConfirmInput,
  settings?: CallSettings,
): Promise<HyperswitchPayment> {
  const paymentId = idOf(ref, provider, "confirm");
  const body = given({
    ...input.providerFields,
    ...writeContext(input, "confirm"),
    ...writeMethod(input.method, "confirm"),
    setup_future_usage: input.saveMethod,
  });
  const answer = await answered(
    confirmPayment(context.server, paymentId, body, settings),
    writing(context, "confirm", () => ({ paymentId })),
  );
  return readPayment(unblocked(answer, "confirm"), answer);
}

export async function update(
  context: Context,
  ref: PaymentRef,
  input: HyperswitchUpdateInput,
  settings?: CallSettings,
): Promise<HyperswitchPayment> {
  const paymentId = idOf(ref, provider, "update");
  const { amount, captureMethod } = input;
  const body = given({
    ...input.providerFields,
    ...writeContext(input, "update"),
    ...writeMethod(input.method, "update"),
    ...(amount === undefined ? {} : writeMoney(amount, "update")),
    capture_method: captureMethod,
  });
  const answer = await answered(
    updatePayment(context.server, paymentId, body, settings),
    writing(context, "update", () => compact({ paymentId, amount })),
  );
  return readPayment(unblocked(answer, "update"), answer);
}
