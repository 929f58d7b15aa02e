import { createRefund } from "@specie/hyperswitch/operations";
import { answered, type OutcomeFacts } from "../../gateway/answered.ts";
import { compact } from "../../gateway/compact.ts";
import { given } from "../../gateway/given.ts";
import { idOf, type PaymentRef } from "../../gateway/references.ts";
import type { CallSettings } from "../../gateway/settings.ts";
import { invalid } from "../../gateway/unsupported.ts";
import type { Money } from "../../model/money.ts";
import { minus } from "../../model/money-sum.ts";
import type { Payment } from "../../model/payment.ts";
import { fingerprintOf } from "../../safety/fingerprint.ts";
import { type Intention, once } from "../../safety/once.ts";
import { type Context, idFromKey, provider, sumsBefore, writing } from "../context.ts";
import { checkCurrency, writeMoney } from "../currency.ts";
import type { HyperswitchRefundInput } from "../inputs.ts";
import { readRefund } from "../read/refund.ts";
import type { HyperswitchRefund } from "../types.ts";
import { retrieveRefund } from "./refunds.ts";
import { resolveRefund } from "./resolve.ts";
import { retrieve } from "./retrieve.ts";

/**
 * The amount is always sent, as the server would otherwise take all that was captured, earlier refunds included. The same
 * key gives the same refund id: a repeat finds what the first one made.
 */
export async function refund(
  context: Context,
  ref: PaymentRef,
  input: HyperswitchRefundInput,
  settings?: CallSettings,
): Promise<HyperswitchRefund> {
  const paymentId = idOf(ref, provider, "refund");
  const intention: Intention<HyperswitchRefund> = {
    operation: "refund",
    key: input.idempotencyKey,
    fingerprint: fingerprintOf(paymentId, { amount: input.amount }),
    facts: { paymentId, amount: input.amount, ...sumsBefore(ref) },
    settings,
    seenBy: "provider",
    resolve: (token) => resolveRefund(context, token, settings),
    found: (_token, id) => retrieveRefund(context, id, {}, settings),
  };
  return await once(context.safety, intention, (_isRepeat, note) => send(context, ref, input, settings, note));
}

async function send(
  context: Context,
  ref: PaymentRef,
  input: HyperswitchRefundInput,
  settings: CallSettings | undefined,
  note: (facts: OutcomeFacts) => Promise<void>,
): Promise<HyperswitchRefund> {
  const paymentId = idOf(ref, provider, "refund");
  const { idempotencyKey, reason, metadata, speed, providerFields } = input;
  const before = typeof ref === "string" ? await retrieve(context, ref, {}, settings, "refund") : ref;
  const amount = input.amount ?? (await rest(before, idempotencyKey));
  checkCurrency(amount, before, "refund");
  await note({ amount, ...sumsBefore(before) });
  const call = createRefund(
    context.server,
    given({
      ...providerFields,
      // It is made of the key, whatever callers without types give.
      refund_id: undefined,
      payment_id: paymentId,
      amount: writeMoney(amount, "refund").amount,
      reason,
      metadata,
      refund_type: speed === "instant" ? ("instant" as const) : undefined,
    }),
    { ...settings, idempotencyKey },
  );
  const answer = await answered(
    call,
    writing(context, "refund", async () => {
      const id = await idFromKey("ref_", idempotencyKey);
      return compact({ idempotencyKey, id, paymentId, amount, ...sumsBefore(before) });
    }),
  );
  return compact({ ...readRefund(answer.data, answer), speed });
}

/** What has not gone back yet, and is not on its way. The refund of this key itself does not count: this is its repeat. */
async function rest(payment: Payment, key: string): Promise<Money> {
  const own = await idFromKey("ref_", key);
  const made = payment.refunds.find((refund) => refund.id === own);
  if (made?.amount !== undefined) return made.amount;
  const taken = payment.refunds.reduce(
    (sum, { status, amount }) => (status === "failed" || status === "canceled" ? sum : sum + (amount?.amount ?? 0)),
    0,
  );
  const { amountCaptured: captured } = payment;
  const known = payment.refunds.length > 0 ? taken : (payment.amountRefunded?.amount ?? 0);
  const left = captured && minus(captured, { amount: known, currency: captured.currency });
  if (left !== undefined && left.amount > 0) return left;
  throw invalid(provider, "refund", "nothing is left to refund; give an amount if there is", "amount");
}
