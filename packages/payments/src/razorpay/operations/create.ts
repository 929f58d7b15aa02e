import type { CreateOrderBody, FetchOrderResponse } from "@specie/razorpay";
import { createOrderOperation } from "@specie/razorpay/operations";
import { invoke } from "@specie/runtime";
import { type Answer, answered } from "../../gateway/answered.ts";
import { compact } from "../../gateway/compact.ts";
import type { CallSettings } from "../../gateway/settings.ts";
import { type Context, writing } from "../context.ts";
import { refusal } from "../currency.ts";
import type { RazorpayCreateInput } from "../inputs.ts";
import { factsOf } from "../read/answer-facts.ts";
import { readOrder } from "../read/order.ts";
import type { RazorpayPayment } from "../types.ts";
import { writeOrder } from "../write/order.ts";
import { writePayment } from "../write/payment.ts";
import { retrieve } from "./retrieve.ts";
import { startPayment } from "./start.ts";

const OPERATION = "create";

/** Makes the order and, with a method, pays it. The same key again gives the order of the first time, and what became of it. */
export async function create(
  context: Context,
  input: RazorpayCreateInput,
  settings?: CallSettings,
): Promise<RazorpayPayment> {
  const { amount, captureMethod = "automatic", method, idempotencyKey, reference } = input;
  const body = await writeOrder(input, OPERATION);
  const details = { ...input, providerFields: input.providerFields?.payment };
  // Before the order: what is wrong with the payment must not leave an order behind.
  if (method !== undefined) writePayment("", { ...details, method }, OPERATION);
  const order = await sendOrder(context, body, input, settings);
  const made = { ...readOrder(order.data, context.keyId, factsOf(order)), captureMethod };
  if (order.data.amount !== body.amount || order.data.currency !== body.currency) {
    throw refusal("duplicate", OPERATION, "this idempotencyKey has an order of another amount already");
  }
  if (order.data.status !== "created" || order.data.attempts > 0) {
    return compact({ ...(await retrieve(context, made.id, settings, OPERATION)), captureMethod });
  }
  if (method === undefined) return made;
  const start = { ...details, method, orderId: made.id, amount, captureMethod, idempotencyKey, reference };
  return startPayment(context, start, settings, OPERATION);
}

/** With its unique receipt an order may be sent again when its answer is lost: there is never a second one. */
function sendOrder(
  context: Context,
  body: CreateOrderBody,
  { idempotencyKey, amount, reference }: RazorpayCreateInput,
  settings: CallSettings | undefined,
): Promise<Answer<FetchOrderResponse>> {
  const call = context.client[invoke]({ ...createOrderOperation, resend: "safe" }, { body, options: settings });
  return answered(call, writing(OPERATION, { idempotencyKey, amount, reference }));
}
