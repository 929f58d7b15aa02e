import type { FetchOrderResponse } from "@specie/razorpay";
import { listOrderPayments, listOrders } from "@specie/razorpay/operations";
import { answered } from "../../gateway/answered.ts";
import { compact } from "../../gateway/compact.ts";
import type { PaymentsError } from "../../gateway/payments-error.ts";
import type { CallSettings } from "../../gateway/settings.ts";
import type { UnknownOutcome } from "../../gateway/unknown-outcome.ts";
import { unsupported } from "../../gateway/unsupported.ts";
import type { Money } from "../../model/money.ts";
import { sameMoney } from "../../model/money-sum.ts";
import { absent, checkToken, later } from "../../safety/quiet.ts";
import type { Found, Resolution } from "../../safety/resolution.ts";
import { type Context, digestOf, PROVIDER, reading } from "../context.ts";
import { bestPayment, readOrder } from "../read/order.ts";
import type { RazorpayPayment, RazorpayRefund } from "../types.ts";
import { listRefundsOf } from "./refund.ts";
import { isOrder, retrieve } from "./retrieve.ts";

const OPERATION = "resolve";

/** Looks for the order by its receipt and for the refund by its own, both made of the key; else at the payment. */
export async function resolve(
  context: Context,
  token: UnknownOutcome,
  settings?: CallSettings,
): Promise<Resolution<RazorpayPayment, RazorpayRefund>> {
  checkToken(token, PROVIDER, OPERATION);
  if (token.operation === "refund") {
    const found = await resolveRefund(context, token, settings);
    return found.status === "executed" ? { status: found.status, refund: found.value } : found;
  }
  const found = await resolvePayment(context, token, settings);
  return found.status === "executed" ? { status: found.status, payment: found.value } : found;
}

export async function resolvePayment(
  context: Context,
  token: UnknownOutcome,
  settings?: CallSettings,
): Promise<Found<RazorpayPayment>> {
  const { operation, paymentId } = token;
  if (operation === "create") return await created(context, token, settings);
  if (paymentId === undefined) throw undecided(operation);
  if (operation === "confirm") return await paid(context, paymentId, token, settings);
  if (operation !== "capture" && operation !== "completeAction") throw undecided(operation);
  const now = context.safety.clock();
  const value = await retrieve(context, paymentId, settings, OPERATION);
  const isDone =
    operation === "capture"
      ? value.status === "succeeded" && (token.amount === undefined || sameMoney(value.amountCaptured, token.amount))
      : /^(authorized|succeeded|failed)$/.test(value.status);
  if (isDone) return { status: "executed", value };
  const isOpen = operation === "capture" ? value.status === "authorized" : value.status === "processing";
  return isOpen ? absent(now, token, `GET /v1/payments/${value.id}: it is ${value.rawStatus}`) : later(now, token);
}

/** An order's receipt may stand for several orders: the one that was paid counts. */
async function created(
  context: Context,
  token: UnknownOutcome,
  settings: CallSettings | undefined,
): Promise<Found<RazorpayPayment>> {
  const { amount, captureMethod, step } = token;
  const now = context.safety.clock();
  const all = await ordersOf(context, token, settings);
  const orders = all.filter((order) => amount === undefined || isOf(order, amount));
  for (const order of orders) {
    const found = await payments(context, order.id, settings);
    if (found !== undefined) return { status: "executed", value: compact({ ...found, captureMethod }) };
  }
  const [order] = orders;
  if (order === undefined) return absent(now, token, "GET /v1/orders has no such order with the receipt of this key");
  const value: RazorpayPayment = compact({ ...readOrder(order, context.keyId), captureMethod });
  // No method was given: the order is all that was asked for.
  if (step === undefined) return { status: "executed", value };
  const proof = `GET /v1/orders/${order.id}/payments has no payment`;
  // The payment is asked for only after the order has answered.
  return step === "order" ? { status: "not_executed", proof } : absent(now, token, proof);
}

function isOf(order: FetchOrderResponse, { amount, currency }: Money): boolean {
  return order.amount === amount && order.currency === currency;
}

async function ordersOf(
  { client }: Context,
  { idempotencyKey = "", paymentId }: UnknownOutcome,
  settings: CallSettings | undefined,
): Promise<readonly FetchOrderResponse[]> {
  const receipt = await digestOf(idempotencyKey, OPERATION);
  const { data } = await answered(listOrders(client, { receipt, count: 100 }, settings), reading(OPERATION));
  return (data.items ?? []).filter((order) => order.receipt === receipt || order.id === paymentId);
}

/** What became of an order that was to be paid. Of several failed tries nobody can tell which one it was. */
async function paid(
  context: Context,
  orderId: string,
  token: UnknownOutcome,
  settings: CallSettings | undefined,
): Promise<Found<RazorpayPayment>> {
  const now = context.safety.clock();
  const value = await payments(context, orderId, settings);
  if (value === undefined) return absent(now, token, `GET /v1/orders/${orderId}/payments has no payment`);
  return value.status === "failed" ? later(now, token) : { status: "executed", value };
}

async function payments(
  { client }: Context,
  orderId: string,
  settings: CallSettings | undefined,
): Promise<RazorpayPayment | undefined> {
  const query = { "expand[]": ["card" as const, "refunds" as const] };
  const { data } = await answered(listOrderPayments(client, orderId, query, settings), reading(OPERATION));
  return bestPayment(data.items ?? []);
}

/** A refund's receipt is made of its key. */
export async function resolveRefund(
  context: Context,
  token: UnknownOutcome,
  settings?: CallSettings,
): Promise<Found<RazorpayRefund>> {
  const { paymentId: payment, idempotencyKey = "", amount } = token;
  if (payment === undefined) throw undecided("refund");
  const now = context.safety.clock();
  const receipt = await digestOf(idempotencyKey, OPERATION);
  for await (const value of listRefundsOf(context, { payment, limit: 100 }, settings)) {
    if (value.raw.receipt !== receipt) continue;
    if (amount === undefined || sameMoney(value.amount, amount)) return { status: "executed", value };
    return { status: "not_executed", proof: `refund ${value.id} with the receipt of this key is of another amount` };
  }
  const at = isOrder(payment) ? "the order's payment" : `/v1/payments/${payment}`;
  return absent(now, token, `GET ${at}/refunds has none with the receipt of this key`);
}

function undecided(asked: string): PaymentsError {
  return unsupported(PROVIDER, `resolve.${asked}`, "it leaves no mark to tell", "retrieve it and compare");
}
