import { compact } from "../../gateway/compact.ts";
import { PaymentsError } from "../../gateway/payments-error.ts";
import type { CallSettings } from "../../gateway/settings.ts";
import type { UnknownOutcome } from "../../gateway/unknown-outcome.ts";
import { unsupported } from "../../gateway/unsupported.ts";
import type { Money } from "../../model/money.ts";
import { minus, sameMoney } from "../../model/money-sum.ts";
import type { Capture } from "../../model/steps.ts";
import { absent, checkToken, later } from "../../safety/quiet.ts";
import type { Found, Resolution } from "../../safety/resolution.ts";
import { type Context, idFromKey, provider } from "../context.ts";
import type { HyperswitchPayment, HyperswitchRefund } from "../types.ts";
import { retrieveRefund } from "./refunds.ts";
import { retrieve } from "./retrieve.ts";

const operation = "resolve";

/** Asks for the payment or refund of the call, and compares. */
export async function resolve(
  context: Context,
  token: UnknownOutcome,
  settings?: CallSettings,
): Promise<Resolution<HyperswitchPayment, HyperswitchRefund>> {
  checkToken(token, provider, operation);
  if (token.operation === "refund") {
    const found = await resolveRefund(context, token, settings);
    return found.status === "executed" ? { status: found.status, refund: found.value } : found;
  }
  const found = await resolvePayment(context, token, settings);
  return found.status === "executed" ? { status: found.status, payment: found.value } : found;
}

/** The refund's id is made of the key: nobody else can have made it. */
export async function resolveRefund(
  context: Context,
  token: UnknownOutcome,
  settings?: CallSettings,
): Promise<Found<HyperswitchRefund>> {
  const now = context.safety.clock();
  const id = token.id ?? (await idFromKey("ref_", token.idempotencyKey ?? ""));
  const value = await ifThere(retrieveRefund(context, id, {}, settings));
  if (value === undefined) return absent(now, token, `GET /refunds/${id} has no such refund`);
  const isOurs = token.amount === undefined || sameMoney(value.amount, token.amount);
  if (isOurs) return { status: "executed", value };
  return { status: "not_executed", proof: `GET /refunds/${id} shows a refund of another amount under the id` };
}

export async function resolvePayment(
  context: Context,
  token: UnknownOutcome,
  settings?: CallSettings,
): Promise<Found<HyperswitchPayment>> {
  const now = context.safety.clock();
  const isNew = token.operation === "create" || token.operation === "createLink";
  const id = isNew ? (token.id ?? (await idFromKey("pay_", token.idempotencyKey ?? ""))) : token.paymentId;
  if (id === undefined) throw undecided(token.operation);
  const value = await ifThere(retrieve(context, id, {}, settings, operation));
  if (value === undefined)
    return isNew ? absent(now, token, `GET /payments/${id} has no such payment`) : later(now, token);
  const verdict = verdictOn(token, value);
  if (verdict === "done") return { status: "executed", value: withOwnCapture(value, token) };
  return verdict === "not_done"
    ? absent(now, token, `GET /payments/${id} shows that it was not done`)
    : later(now, token);
}

type Verdict = "done" | "not_done" | "perhaps";

function verdictOn(token: UnknownOutcome, payment: HyperswitchPayment): Verdict {
  switch (token.operation) {
    case "create":
    case "createLink":
      // What was updated since has another amount now, and so has what the same key was used for before.
      return token.amount === undefined || sameMoney(firstAmount(payment), token.amount) ? "done" : "perhaps";
    case "capture":
      return wasCaptured(token, payment);
    case "increment":
      return wasIncremented(token, payment);
    case "cancel":
      return payment.status === "canceled" ? "done" : payment.status === "processing" ? "perhaps" : "not_done";
    case "confirm":
      return isWaiting(payment) ? "not_done" : "done";
    case "completeAction":
      return payment.status === "requires_action" ? "not_done" : "done";
    default:
      throw undecided(token.operation);
  }
}

/** Before it was raised. */
function firstAmount({ amount, increments: [first] }: HyperswitchPayment): Money | undefined {
  const { newTotal, delta } = first ?? {};
  return newTotal === undefined || delta === undefined ? amount : minus(newTotal, delta);
}

/** A capture bears no mark of its key. Where another capture explains the sum as well, nobody can tell. */
function wasCaptured({ amount, capturedBefore }: UnknownOutcome, payment: HyperswitchPayment): Verdict {
  const sum = payment.amountCaptured?.amount;
  if (sum === undefined || payment.status === "processing") return "perhaps";
  if (sum === 0) return "not_done";
  // There is only one, and the rest is released.
  if (payment.captureMethod !== "manual_multiple") {
    // Without an amount all was asked for: what took a part was another one.
    const isOurs =
      amount === undefined ? payment.status !== "partially_captured" : sameMoney(payment.amountCaptured, amount);
    return isOurs ? "done" : "not_done";
  }
  const before = capturedBefore?.amount;
  if (before === undefined) return "perhaps";
  if (sum <= before) return "not_done";
  if (amount === undefined) return "perhaps";
  const isOneOfThem = payment.captures.some((each) => sameMoney(each.amount, amount));
  return sum < before + amount.amount || !isOneOfThem ? "not_done" : "perhaps";
}

/** The new total is all that counts, whoever raised it. */
function wasIncremented({ amount }: UnknownOutcome, payment: HyperswitchPayment): Verdict {
  const made = payment.increments.findLast(({ newTotal }) => sameMoney(newTotal, amount));
  if (made?.status === "pending" || payment.status === "processing") return "perhaps";
  if (made !== undefined || sameMoney(payment.amount, amount)) return "done";
  return "not_done";
}

function isWaiting({ status }: HyperswitchPayment): boolean {
  return status === "requires_confirmation" || status === "requires_payment_method";
}

function undecided(asked: string): PaymentsError {
  return unsupported(provider, `resolve.${asked}`, "it leaves no mark to tell", "retrieve the payment and compare");
}

/** The payment with the capture that was asked for as its last one. */
export function withOwnCapture(
  payment: HyperswitchPayment,
  { operation: asked, amount }: Pick<UnknownOutcome, "operation" | "amount">,
): HyperswitchPayment {
  if (asked !== "capture" || amount === undefined) return payment;
  const own = payment.captures.findLast((each) => sameMoney(each.amount, amount));
  if (own !== undefined) return { ...payment, captures: [...payment.captures.filter((each) => each !== own), own] };
  return payment.captures.length > 0 ? payment : { ...payment, captures: [pendingCapture(payment, amount)] };
}

/** Accepted, and not listed: the server names captures only when it is asked for them. */
export function pendingCapture({ id, rawStatus }: HyperswitchPayment, amount: Money | undefined): Capture {
  return compact({ id, paymentId: id, amount, status: "pending", rawStatus });
}

async function ifThere<T>(found: Promise<T>): Promise<T | undefined> {
  try {
    return await found;
  } catch (error) {
    // Gateways in between answer 404 too, in words of their own.
    if (error instanceof PaymentsError && error.code === "not_found" && error.providerCode !== undefined)
      return undefined;
    throw error;
  }
}
