import type { CreateRefundBody } from "@specie/razorpay";
import { createRefund, editRefund, fetchRefund, listPaymentRefunds, listRefunds } from "@specie/razorpay/operations";
import { answered, type OutcomeFacts } from "../../gateway/answered.ts";
import { given } from "../../gateway/given.ts";
import type { InstantRefundInput, RefundFilter, UpdateRefundInput } from "../../gateway/inputs.ts";
import { listing } from "../../gateway/listing.ts";
import { idOf, type PaymentRef, type RefundRef } from "../../gateway/references.ts";
import type { CallSettings } from "../../gateway/settings.ts";
import type { Money } from "../../model/money.ts";
import { minus } from "../../model/money-sum.ts";
import type { Listing } from "../../model/page.ts";
import type { Payment } from "../../model/payment.ts";
import { fingerprintOf } from "../../safety/fingerprint.ts";
import { type Intention, once } from "../../safety/once.ts";
import { type Context, digestOf, PROVIDER, reading, writing } from "../context.ts";
import { refusal, writeAmount } from "../currency.ts";
import { factsOf } from "../read/answer-facts.ts";
import { REASON } from "../read/notes.ts";
import { readRefund } from "../read/refund.ts";
import type { RazorpayRefund } from "../types.ts";
import { writeNotes } from "../write/notes.ts";
import { readPage, writePage } from "../write/page.ts";
import { resolveRefund } from "./resolve.ts";
import { isOrder, realPayment } from "./retrieve.ts";

/** Refunds all that is left, or a part. The key makes a repeat the same refund. */
export async function refund(
  context: Context,
  ref: PaymentRef,
  input: InstantRefundInput,
  settings?: CallSettings,
): Promise<RazorpayRefund> {
  const operation = "refund";
  const paymentId = idOf(ref, PROVIDER, operation);
  const refundedBefore = typeof ref === "string" ? undefined : ref.amountRefunded;
  const intention: Intention<RazorpayRefund> = {
    operation,
    key: input?.idempotencyKey,
    fingerprint: fingerprintOf(paymentId, { amount: input?.amount }),
    facts: { paymentId, amount: input?.amount, refundedBefore },
    settings,
    seenBy: "provider",
    resolve: (token) => resolveRefund(context, token, settings),
    found: (_token, id) => retrieveRefund(context, id, settings),
  };
  return await once(context.safety, intention, (_isRepeat, note) => send(context, ref, input, settings, note));
}

async function send(
  context: Context,
  ref: PaymentRef,
  input: InstantRefundInput,
  settings: CallSettings | undefined,
  note: (facts: OutcomeFacts) => Promise<void>,
): Promise<RazorpayRefund> {
  const operation = "refund";
  const key = await digestOf(input.idempotencyKey, operation);
  // The request names no currency: without the payment, 100 USD would be refunded as 100 INR.
  const payment = await realPayment(context, ref, settings, operation);
  const made = payment.refunds.find(({ raw }) => Reflect.get(Object(raw), "receipt") === key);
  const amount = amountOf(payment, input.amount ?? made?.amount, operation);
  const body: CreateRefundBody = given({
    amount: writeAmount(amount, operation),
    // Answers do not show the key's header: by this the refund is found again.
    receipt: key,
    speed: input.speed === "instant" ? ("optimum" as const) : input.speed,
    notes: writeNotes(operation, input.metadata, REASON, input.reason),
  });
  const { idempotencyKey } = input;
  const outcome = { idempotencyKey, paymentId: payment.id, amount, refundedBefore: payment.amountRefunded };
  await note(outcome);
  const call = createRefund(context.client, payment.id, body, { ...settings, idempotencyKey: key });
  const answer = await answered(call, writing(context, operation, outcome));
  return readRefund(answer.data, factsOf(answer));
}

/** Always a number: left out, Razorpay's own reading of "all" is not sure after a refund of a part. */
function amountOf(payment: Payment, asked: Money | undefined, operation: string): Money {
  const captured = payment.amountCaptured ?? payment.amount;
  if (captured === undefined) throw refusal("invalid_amount", operation, "the payment's amount has no exact form");
  if (asked !== undefined) {
    if (asked.currency === captured.currency) return asked;
    throw refusal("invalid_amount", operation, `the payment is in ${captured.currency}`);
  }
  const left = minus(captured, payment.amountRefunded ?? { amount: 0, currency: captured.currency });
  if (left !== undefined && left.amount > 0) return left;
  throw refusal("invalid_state", operation, "nothing is captured that has not gone back yet");
}

export async function retrieveRefund(
  { client }: Context,
  ref: RefundRef,
  settings?: CallSettings,
): Promise<RazorpayRefund> {
  const operation = "retrieveRefund";
  const answer = await answered(fetchRefund(client, idOf(ref, PROVIDER, operation), settings), reading(operation));
  return readRefund(answer.data, factsOf(answer));
}

/** Of one payment, or of all. */
export function listRefundsOf(
  context: Context,
  filter: RefundFilter = {},
  settings?: CallSettings,
): Listing<RazorpayRefund> {
  const operation = "listRefunds";
  const { client } = context;
  return listing(async (cursor) => {
    const query = writePage(filter, cursor, operation);
    const ref = filter.payment;
    const given = ref === undefined ? undefined : idOf(ref, PROVIDER, operation);
    const id =
      ref !== undefined && given !== undefined && isOrder(given)
        ? (await realPayment(context, ref, settings, operation)).id
        : given;
    const call =
      id === undefined ? listRefunds(client, query, settings) : listPaymentRefunds(client, id, query, settings);
    const { data } = await answered(call, reading(operation));
    return readPage(data.items, query, operation, (each): RazorpayRefund => readRefund(each));
  });
}

/** Replaces the metadata; the reason stays. */
export async function updateRefund(
  context: Context,
  ref: RefundRef,
  { metadata }: UpdateRefundInput,
  settings?: CallSettings,
): Promise<RazorpayRefund> {
  const operation = "updateRefund";
  const id = idOf(ref, PROVIDER, operation);
  const { reason } = typeof ref === "string" ? await retrieveRefund(context, ref, settings) : ref;
  const notes = writeNotes(operation, metadata, REASON, reason) ?? {};
  const answer = await answered(editRefund(context.client, id, { notes }, settings), reading(operation));
  return readRefund(answer.data, factsOf(answer));
}
