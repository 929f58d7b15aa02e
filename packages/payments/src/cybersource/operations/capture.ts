import type { CapturePaymentBody } from "@specie/cybersource";
import { capturePayment } from "@specie/cybersource/operations";
import { answered, type OutcomeFacts } from "../../gateway/answered.ts";
import { compact } from "../../gateway/compact.ts";
import { lookUp } from "../../gateway/look-up.ts";
import { PaymentsError } from "../../gateway/payments-error.ts";
import { text, time } from "../../gateway/reading.ts";
import { idOf, type PaymentRef } from "../../gateway/references.ts";
import type { CallSettings } from "../../gateway/settings.ts";
import type { Money } from "../../model/money.ts";
import type { Payment } from "../../model/payment.ts";
import type { CaptureStatus } from "../../model/statuses.ts";
import type { Capture } from "../../model/steps.ts";
import type { Warning } from "../../model/warning.ts";
import { fingerprintOf } from "../../safety/fingerprint.ts";
import { type Intention, once } from "../../safety/once.ts";
import { before, type Context, provider, writing } from "../context.ts";
import type { CybersourceCaptureInput } from "../inputs.ts";
import { captureStatus } from "../maps/step-status.ts";
import { storedCaptureStatus } from "../maps/transaction-status.ts";
import { readAmount } from "../read/amount.ts";
import type { CaptureBody, CybersourcePayment } from "../read/bodies.ts";
import { readError } from "../read/error.ts";
import { captured, standing } from "../read/standing.ts";
import { followUpReference } from "../write/client-reference.ts";
import { writeMoney, wrongAmount } from "../write/money.ts";
import { resolvePayment, withOwnCapture } from "./resolve.ts";
import { paymentOf, retrieveStored } from "./retrieve.ts";

const operation = "capture";

/** Captures all that is left, or a part. Accepted is as good as done: no issuer declines a capture. */
export async function capture(
  context: Context,
  ref: PaymentRef,
  input: CybersourceCaptureInput,
  settings?: CallSettings,
): Promise<CybersourcePayment> {
  const paymentId = idOf(ref, provider, operation);
  const whole = typeof ref === "string" ? undefined : ref.amountCapturable;
  const intention: Intention<CybersourcePayment> = {
    operation,
    key: input.idempotencyKey,
    fingerprint: fingerprintOf(paymentId, { amount: input.amount }),
    facts: { amount: input.amount ?? whole, ...before(ref) },
    settings,
    seenBy: "nobody",
    resolve: (token) => resolvePayment(context, token, settings),
    found: async ({ sentAt }, id) => {
      const payment = await retrieveStored(context, id, true, settings, operation, sentAt);
      return withOwnCapture(payment, id) ?? payment;
    },
    idOf: ({ id, captures }) => captures.at(-1)?.id ?? id,
  };
  return await once(context.safety, intention, (_isRepeat, note) => send(context, ref, input, settings, note));
}

async function send(
  context: Context,
  ref: PaymentRef,
  input: CybersourceCaptureInput,
  settings: CallSettings | undefined,
  note: (facts: OutcomeFacts) => Promise<void>,
): Promise<CybersourcePayment> {
  const payment = await paymentOf(context, ref, operation, settings);
  const amount = amountOf(payment, input.amount);
  const options = captureOptions(payment, input, amount);
  const reference = await followUpReference(input.idempotencyKey, payment, operation);
  const body: CapturePaymentBody = {
    clientReferenceInformation: { ...reference },
    ...(options === undefined ? {} : { processingInformation: { captureOptions: options } }),
    orderInformation: { amountDetails: writeMoney(amount, operation) },
  };
  const facts = { idempotencyKey: input.idempotencyKey, amount, ...before(payment) };
  await note(facts);
  const answer = await answered(
    capturePayment(context.client, payment.id, body, settings),
    writing(context, operation, facts),
  );
  const warnings: Warning[] = [...payment.warnings];
  const made = readCapture(answer.data, payment, amount, options?.isFinal, warnings);
  return withCaptures(payment, [...payment.captures, made], {
    warnings,
    httpStatus: answer.httpStatus,
    requestId: answer.requestId,
    raw: answer.data,
  });
}

function amountOf({ amountCapturable: left }: Payment, wanted: Money | undefined): Money {
  if (wanted === undefined) {
    if (left !== undefined && left.amount > 0) return left;
    throw new PaymentsError({ code: "invalid_state", provider, operation, problem: "nothing is left to capture" });
  }
  if (left === undefined) return wanted;
  if (wanted.currency !== left.currency) {
    throw wrongAmount(operation, `amount: the payment is in ${left.currency}`);
  }
  if (wanted.amount > left.amount) throw wrongAmount(operation, "amount: more than is left of what is authorized");
  return wanted;
}

type Options = NonNullable<NonNullable<CapturePaymentBody["processingInformation"]>["captureOptions"]>;

/** How many there may be, where nobody knows how many there will be. */
const mostCaptures = 99;

function captureOptions(payment: Payment, input: CybersourceCaptureInput, amount: Money): Options | undefined {
  const { isFinal, totalCaptures } = input;
  if (payment.captureMethod !== "manual_multiple" && isFinal === undefined && totalCaptures === undefined)
    return undefined;
  const captureSequenceNumber = payment.captures.length + 1;
  const isLast =
    isFinal ?? (captureSequenceNumber === totalCaptures || amount.amount === payment.amountCapturable?.amount);
  const totalCaptureCount = totalCaptures ?? (isLast ? captureSequenceNumber : mostCaptures);
  return { captureSequenceNumber, totalCaptureCount, isFinal: isLast ? "true" : "false" };
}

function readCapture(
  body: CaptureBody,
  payment: Payment,
  asked: Money,
  isFinal: string | undefined,
  warnings: Warning[],
): Capture {
  const rawStatus = text(body.status) ?? "";
  // Some servers refuse in a 201, though the contract has no words for it.
  const unlisted = lookUp<CaptureStatus>(storedCaptureStatus, rawStatus, "unknown");
  const status = "errorInformation" in body ? "failed" : lookUp<CaptureStatus>(captureStatus, rawStatus, unlisted);
  const details = body.orderInformation?.amountDetails;
  const amount = readAmount(details?.totalAmount, details?.currency ?? asked.currency, "captures.amount", warnings);
  return compact({
    id: text(body.id) ?? "",
    paymentId: payment.id,
    amount: details?.totalAmount === undefined ? asked : amount,
    status,
    rawStatus,
    sequence: payment.captures.length + 1,
    isFinal: isFinal === undefined ? undefined : isFinal === "true",
    createdAt: time(body.submitTimeUtc),
    error: status === "failed" ? readError(body) : undefined,
  });
}

/** The payment with one more capture: sums and status follow from it. */
function withCaptures(
  payment: Payment,
  captures: readonly Capture[],
  answer: Pick<CybersourcePayment, "warnings" | "httpStatus" | "requestId" | "raw">,
): CybersourcePayment {
  const amountAuthorized = payment.amountAuthorized ?? payment.amount;
  const amountCaptured = captured(captures, amountAuthorized);
  const now = standing({
    base: payment.status === "requires_review" ? "requires_review" : "authorized",
    rawStatus: payment.rawStatus,
    isApproved: true,
    isSale: false,
    amountAuthorized,
    amountCaptured,
    captures,
    cancellations: payment.cancellations,
  });
  return compact({ ...payment, ...now, amountCaptured, captures, ...answer });
}
