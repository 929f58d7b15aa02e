import { incrementPayment } from "@specie/cybersource/operations";
import { answered, lostCall, type OutcomeFacts } from "../../gateway/answered.ts";
import { compact } from "../../gateway/compact.ts";
import type { IncrementInput } from "../../gateway/inputs.ts";
import { lookUp } from "../../gateway/look-up.ts";
import { text } from "../../gateway/reading.ts";
import { idOf, type PaymentRef } from "../../gateway/references.ts";
import type { CallSettings } from "../../gateway/settings.ts";
import type { Money } from "../../model/money.ts";
import { minus, plus } from "../../model/money-sum.ts";
import type { Payment } from "../../model/payment.ts";
import type { IncrementStatus } from "../../model/statuses.ts";
import type { Increment } from "../../model/steps.ts";
import { fingerprintOf } from "../../safety/fingerprint.ts";
import { type Intention, once } from "../../safety/once.ts";
import { before, type Context, provider, writing } from "../context.ts";
import { incrementStatus } from "../maps/step-status.ts";
import type { CybersourcePayment } from "../read/bodies.ts";
import { readError } from "../read/error.ts";
import { followUpReference } from "../write/client-reference.ts";
import { writeMoney, wrongAmount } from "../write/money.ts";
import { resolvePayment } from "./resolve.ts";
import { paymentOf, retrieveStored } from "./retrieve.ts";

const operation = "increment";

/** Raises what is authorized. The server takes what is added, and adds it again each time it is asked. */
export async function increment(
  context: Context,
  ref: PaymentRef,
  input: IncrementInput,
  settings?: CallSettings,
): Promise<CybersourcePayment> {
  const paymentId = idOf(ref, provider, operation);
  const { newTotal, idempotencyKey: key } = input;
  const intention: Intention<CybersourcePayment> = {
    operation,
    key,
    fingerprint: fingerprintOf(paymentId, { newTotal }),
    facts: { newTotal, ...before(ref) },
    settings,
    seenBy: "nobody",
    resolve: (token) => resolvePayment(context, token, settings),
    found: ({ sentAt }, id) => retrieveStored(context, id, true, settings, operation, sentAt),
  };
  return await once(context.safety, intention, (_isRepeat, note) => send(context, ref, input, settings, note));
}

async function send(
  context: Context,
  ref: PaymentRef,
  { newTotal, reason, idempotencyKey }: IncrementInput,
  settings: CallSettings | undefined,
  note: (facts: OutcomeFacts) => Promise<void>,
): Promise<CybersourcePayment> {
  const payment = await paymentOf(context, ref, operation, settings);
  const delta = deltaOf(payment, newTotal);
  const { totalAmount: additionalAmount, currency } = writeMoney(delta, operation, "newTotal");
  const reference = await followUpReference(idempotencyKey, payment, operation);
  const body = {
    clientReferenceInformation: reason === undefined ? { ...reference } : { ...reference, comments: reason },
    orderInformation: { amountDetails: { additionalAmount, currency } },
  };
  const facts = { idempotencyKey, amount: delta, newTotal, ...before(payment) };
  await note(facts);
  const { data, httpStatus, requestId } = await answered(
    incrementPayment(context.client, payment.id, body, settings),
    writing(context, operation, facts),
  );
  const rawStatus = text(data.status) ?? "";
  if (rawStatus === "")
    throw await lostCall(writing(context, operation, facts), "an answer that cannot be read", undefined);
  const status = lookUp<IncrementStatus>(incrementStatus, rawStatus, "unknown");
  const made: Increment = compact({
    id: text(data.id),
    paymentId: payment.id,
    delta,
    newTotal,
    status,
    rawStatus,
    error: status === "failed" ? readError(data) : undefined,
  });
  return compact({
    ...payment,
    ...sums(payment, status, delta, newTotal),
    increments: [...payment.increments, made],
    httpStatus,
    requestId,
    raw: data,
  });
}

function deltaOf({ amountAuthorized }: Payment, newTotal: Money): Money {
  writeMoney(newTotal, operation, "newTotal");
  if (amountAuthorized === undefined)
    throw wrongAmount(operation, "amountAuthorized: the payment has none", "newTotal");
  const delta = minus(newTotal, amountAuthorized);
  if (delta !== undefined && delta.amount > 0) return delta;
  throw wrongAmount(operation, "newTotal: more than is authorized, in the same currency", "newTotal");
}

/** What is held for review is reserved already, and can't be captured yet. */
function sums(
  { amountCapturable: left }: Payment,
  status: IncrementStatus,
  delta: Money,
  newTotal: Money,
): Pick<Payment, "amount" | "amountAuthorized" | "amountCapturable"> {
  if (status === "succeeded") {
    return {
      amount: newTotal,
      amountAuthorized: newTotal,
      amountCapturable: left === undefined ? undefined : plus(left, delta),
    };
  }
  return status === "pending" ? { amountAuthorized: newTotal } : {};
}
