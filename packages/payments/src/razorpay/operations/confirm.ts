import { fetchOrder } from "@specie/razorpay/operations";
import { answered } from "../../gateway/answered.ts";
import { compact } from "../../gateway/compact.ts";
import { idOf, type PaymentRef } from "../../gateway/references.ts";
import type { CallSettings } from "../../gateway/settings.ts";
import { invalid } from "../../gateway/unsupported.ts";
import { type Context, PROVIDER, reading } from "../context.ts";
import { refusal } from "../currency.ts";
import type { RazorpayConfirmInput } from "../inputs.ts";
import { factsOf } from "../read/answer-facts.ts";
import { readOrder } from "../read/order.ts";
import type { RazorpayPayment } from "../types.ts";
import { isOrder } from "./retrieve.ts";
import { startPayment } from "./start.ts";

const OPERATION = "confirm";

/** Pays an order. Of a payment that failed it is a new try of the same order. */
export async function confirm(
  context: Context,
  ref: PaymentRef,
  input: RazorpayConfirmInput,
  settings?: CallSettings,
): Promise<RazorpayPayment> {
  const id = idOf(ref, PROVIDER, OPERATION);
  const orderId = typeof ref !== "string" && !isOrder(id) ? ref.groupId : id;
  if (orderId === undefined || !isOrder(orderId)) {
    throw invalid(PROVIDER, OPERATION, "give the payment that create made without a method, or its order_ id");
  }
  if (input?.method === undefined) throw invalid(PROVIDER, OPERATION, "give a method to pay with", "method");
  const order = typeof ref === "string" ? await orderOf(context, orderId, settings) : ref;
  const { amount, reference, metadata, captureMethod } = order;
  if (amount === undefined) throw refusal("invalid_amount", OPERATION, "the order's amount has no exact form");
  const start = compact({
    ...input,
    orderId,
    amount,
    reference,
    metadata: input.metadata ?? metadata,
    captureMethod: captureMethod === "manual_multiple" ? undefined : captureMethod,
  });
  return startPayment(context, start, settings, OPERATION);
}

async function orderOf({ client, keyId }: Context, id: string, settings: CallSettings | undefined) {
  const order = await answered(fetchOrder(client, id, undefined, settings), reading(OPERATION));
  return readOrder(order.data, keyId, factsOf(order));
}
