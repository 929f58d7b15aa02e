import type { FetchPaymentResponse } from "@specie/razorpay";
import { fetchOrder, fetchPayment, listOrderPayments } from "@specie/razorpay/operations";
import { answered } from "../../gateway/answered.ts";
import { compact } from "../../gateway/compact.ts";
import { idOf, type PaymentRef } from "../../gateway/references.ts";
import type { CallSettings } from "../../gateway/settings.ts";
import type { Payment } from "../../model/payment.ts";
import { type Context, PROVIDER, reading } from "../context.ts";
import { refusal } from "../currency.ts";
import { factsOf } from "../read/answer-facts.ts";
import { bestPayment, readOrder } from "../read/order.ts";
import { readPayment } from "../read/payment.ts";
import type { RazorpayPayment } from "../types.ts";

/** The payment as it stands now. */
export async function retrieve(
  context: Context,
  ref: PaymentRef,
  settings?: CallSettings,
  operation = "retrieve",
): Promise<RazorpayPayment> {
  const id = idOf(ref, PROVIDER, operation);
  return isOrder(id)
    ? retrieveOrder(context, id, settings, operation)
    : retrievePayment(context, id, settings, operation);
}

/** Whether an id is that of an order, which may have several payments or none. */
export function isOrder(id: string): boolean {
  return id.startsWith("order_");
}

/** A payment by its own id, with its card and its refunds. */
export async function retrievePayment(
  { client }: Context,
  id: string,
  settings: CallSettings | undefined,
  operation: string,
): Promise<Payment<FetchPaymentResponse>> {
  const call = fetchPayment(client, id, { "expand[]": ["card", "refunds"] }, settings);
  const answer = await answered(call, reading(operation));
  return readPayment(answer.data, factsOf(answer));
}

/** The payment that an order stands for, or the order itself while it can still be paid, with why a try failed. */
async function retrieveOrder(
  { client, keyId }: Context,
  id: string,
  settings: CallSettings | undefined,
  operation: string,
): Promise<RazorpayPayment> {
  const payments = await answered(
    listOrderPayments(client, id, { "expand[]": ["card", "refunds"] }, settings),
    reading(operation),
  );
  const best = bestPayment(payments.data.items ?? []);
  if (best !== undefined && best.status !== "failed") return { ...best, ...compact(factsOf(payments)) };
  const order = await answered(fetchOrder(client, id, undefined, settings), reading(operation));
  return compact({ ...readOrder(order.data, keyId, factsOf(order)), error: best?.error });
}

/** The payment itself behind a payment or an order: as it was given, or as it was just looked at. */
export async function lookAt(
  context: Context,
  ref: PaymentRef,
  settings: CallSettings | undefined,
  operation: string,
): Promise<{ readonly given: Payment; readonly seen?: undefined } | { readonly seen: RazorpayPayment }> {
  const id = idOf(ref, PROVIDER, operation);
  if (typeof ref !== "string" && !isOrder(id)) return { given: ref };
  const seen = await retrieve(context, ref, settings, operation);
  if (isOrder(seen.id)) throw refusal("invalid_state", operation, "nobody has paid this order");
  return { seen };
}

/** The same, where it does not matter which of both. */
export async function realPayment(
  context: Context,
  ref: PaymentRef,
  settings: CallSettings | undefined,
  operation: string,
): Promise<Payment> {
  const found = await lookAt(context, ref, settings, operation);
  return found.seen ?? found.given;
}
