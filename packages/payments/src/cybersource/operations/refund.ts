import type { RefundCaptureBody } from "@specie/cybersource";
import { refundCapture, refundPayment } from "@specie/cybersource/operations";
import { answered, type OutcomeFacts } from "../../gateway/answered.ts";
import { given } from "../../gateway/given.ts";
import { PaymentsError } from "../../gateway/payments-error.ts";
import { idOf, type PaymentRef } from "../../gateway/references.ts";
import type { CallSettings } from "../../gateway/settings.ts";
import { unsupported } from "../../gateway/unsupported.ts";
import type { Money } from "../../model/money.ts";
import type { Payment } from "../../model/payment.ts";
import { fingerprintOf } from "../../safety/fingerprint.ts";
import { type Intention, once } from "../../safety/once.ts";
import { before, type Context, provider, writing } from "../context.ts";
import type { CybersourceRefundInput } from "../inputs.ts";
import { rest, total } from "../read/amount.ts";
import type { CybersourceRefund } from "../read/bodies.ts";
import { none } from "../read/payment.ts";
import { readRefund } from "../read/refund.ts";
import { followUpReference } from "../write/client-reference.ts";
import { writeMoney, wrongAmount } from "../write/money.ts";
import { writeMetadata } from "../write/payment.ts";
import { refundMade } from "./refunds.ts";
import { resolveRefund } from "./resolve.ts";
import { paymentOf } from "./retrieve.ts";

const operation = "refund";

/** Refunds a capture; a sale is its own. An id may be that of the payment or of a capture. */
export async function refund(
  context: Context,
  ref: PaymentRef,
  input: CybersourceRefundInput,
  settings?: CallSettings,
): Promise<CybersourceRefund> {
  const paymentId = idOf(ref, provider, operation);
  const { idempotencyKey: key, amount, captureId } = input;
  const intention: Intention<CybersourceRefund> = {
    operation,
    key,
    fingerprint: fingerprintOf(paymentId, { amount, captureId }),
    facts: { amount, captureId, ...before(ref) },
    settings,
    seenBy: "nobody",
    resolve: (token) => resolveRefund(context, token, settings),
    found: (token, id) => refundMade(context, token, id, settings, operation),
  };
  return await once(context.safety, intention, (_isRepeat, note) => send(context, ref, input, settings, note));
}

async function send(
  context: Context,
  ref: PaymentRef,
  input: CybersourceRefundInput,
  settings: CallSettings | undefined,
  note: (facts: OutcomeFacts) => Promise<void>,
): Promise<CybersourceRefund> {
  const speed: string | undefined = input.speed;
  if (speed === "instant") throw unsupported(provider, "refund.instant", "speed: there is no such option");
  const payment = await paymentOf(context, ref, operation, settings);
  const { idempotencyKey, reason, metadata } = input;
  const { captureId, amount } = chosen(payment, input, typeof ref === "string" ? ref : undefined);
  const reference = await followUpReference(idempotencyKey, payment, operation);
  const body: RefundCaptureBody = given({
    clientReferenceInformation: given({ ...reference, comments: reason }),
    orderInformation: { amountDetails: writeMoney(amount, operation) },
    merchantDefinedInformation: writeMetadata(metadata),
  });
  const send = captureId === payment.id ? refundPayment : refundCapture;
  const facts = { idempotencyKey, amount, captureId, ...before(payment) };
  await note(facts);
  const answer = await answered(send(context.client, captureId, body, settings), writing(context, operation, facts));
  return readRefund(answer, { paymentId: payment.id, captureId, amount, reason, metadata });
}

/** Which capture goes back, and how much of it. */
function chosen(
  payment: Payment,
  { captureId, amount: wanted }: CybersourceRefundInput,
  ref: string | undefined,
): { readonly captureId: string; readonly amount: Money } {
  if (wanted !== undefined) writeMoney(wanted, operation);
  const { currency = wanted?.currency } = payment.amount ?? {};
  if (wanted !== undefined && wanted.currency !== currency) {
    throw wrongAmount(operation, `amount: the payment is in ${currency}`);
  }
  const captures = payment.captures.filter(({ status }) => status !== "failed");
  const named = captureId ?? captures.find(({ id }) => id === ref && id !== payment.id)?.id;
  const left = captures
    .filter(({ id }) => named === undefined || id === named)
    .map(({ id, amount }) => ({ id, amount: rest(amount, refundedOf(payment, id, captures.length)) }));
  const fitting =
    wanted === undefined
      ? left.filter(({ amount }) => amount !== undefined && amount.amount > 0)
      : left.length === 1
        ? left
        : left.filter(({ amount }) => amount?.currency === wanted.currency && amount.amount >= wanted.amount);
  const [first, second] = fitting;
  if (first !== undefined && (second === undefined || wanted !== undefined)) {
    const amount = wanted ?? first.amount;
    if (amount !== undefined) return { captureId: first.id, amount };
  }
  if (fitting.length > 1 || (left.length > 1 && wanted !== undefined)) {
    throw wrongAmount(operation, "captureId: a refund is of one capture; say which, and how much of it", "captureId");
  }
  const problem = captures.length === 0 ? "nothing is captured" : "nothing is left to refund";
  throw new PaymentsError({ code: "invalid_state", provider, operation, problem });
}

/** What went back of a capture. Refunds that name none are of the only one there is. */
function refundedOf(payment: Payment, captureId: string, captures: number): Money | undefined {
  if (captures === 1) return payment.amountRefunded;
  const good = payment.refunds.filter(
    (each) => each.captureId === captureId && each.status !== "failed" && each.status !== "canceled",
  );
  return total(
    good.map(({ amount }) => amount),
    none(payment.amountCaptured),
  );
}
