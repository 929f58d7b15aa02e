import type { CreateOrderBody, FetchOrderResponse } from "@specie/razorpay";
import { createOrderOperation } from "@specie/razorpay/operations";
import { invoke } from "@specie/runtime";
import { type Answer, answered, lostCall, type OutcomeFacts } from "../../gateway/answered.ts";
import { compact } from "../../gateway/compact.ts";
import type { CallSettings } from "../../gateway/settings.ts";
import { fingerprintOf } from "../../safety/fingerprint.ts";
import { type Intention, once } from "../../safety/once.ts";
import { type Context, writing } from "../context.ts";
import { refusal } from "../currency.ts";
import type { RazorpayCreateInput } from "../inputs.ts";
import { factsOf } from "../read/answer-facts.ts";
import { readOrder } from "../read/order.ts";
import type { RazorpayPayment } from "../types.ts";
import { writeOrder } from "../write/order.ts";
import { writePayment } from "../write/payment.ts";
import { resolvePayment } from "./resolve.ts";
import { retrieve } from "./retrieve.ts";
import { startPayment } from "./start.ts";

const OPERATION = "create";

/** Makes the order and, with a method, pays it. The same key again gives the order of the first time, and what became of it. */
export async function create(
  context: Context,
  input: RazorpayCreateInput,
  settings?: CallSettings,
): Promise<RazorpayPayment> {
  const { idempotencyKey: key, amount, reference, captureMethod = "automatic", method } = input;
  const intention: Intention<RazorpayPayment> = {
    operation: OPERATION,
    key,
    fingerprint: fingerprintOf(undefined, { amount, reference, captureMethod, method }),
    facts: { amount, reference, captureMethod, step: stepOf(input) },
    settings,
    // Of an order there is never a second one; of its payments there may be.
    seenBy: method === undefined ? "provider" : "nobody",
    resolve: (token) => resolvePayment(context, token, settings),
    found: (_token, id) => retrieve(context, id, settings, OPERATION),
  };
  return await once(context.safety, intention, (_isRepeat, note) => send(context, input, settings, note));
}

async function send(
  context: Context,
  input: RazorpayCreateInput,
  settings: CallSettings | undefined,
  note: (facts: OutcomeFacts) => Promise<void>,
): Promise<RazorpayPayment> {
  const { amount, captureMethod = "automatic", method, idempotencyKey, reference } = input;
  const body = await writeOrder(input, OPERATION);
  const details = { ...input, providerFields: input.providerFields?.payment };
  // Before the order: what is wrong with the payment must not leave an order behind.
  if (method !== undefined) writePayment("", { ...details, method }, OPERATION);
  const order = await sendOrder(context, body, input, settings);
  const made = { ...readOrder(order.data, context.keyId, factsOf(order)), captureMethod };
  // Of an order without an id nobody knows whether it is there.
  if (!made.id) return made;
  if (order.data.amount !== body.amount || order.data.currency !== body.currency) {
    throw refusal("duplicate", OPERATION, "this idempotencyKey has an order of another amount already");
  }
  if (order.data.status !== "created" || order.data.attempts > 0) {
    const now = await retrieve(context, made.id, settings, OPERATION).catch(async (cause) => {
      const known = { idempotencyKey, paymentId: made.id, amount, reference, captureMethod, step: stepOf(input) };
      throw await lostCall(writing(context, OPERATION, compact(known)), "the order has been paid, or tried", cause);
    });
    return compact({ ...now, captureMethod });
  }
  if (method === undefined) return made;
  const start = { ...details, method, orderId: made.id, amount, captureMethod, idempotencyKey, reference };
  // Looked at again, as the order may have taken its time.
  await note({ paymentId: made.id });
  return startPayment(context, start, settings, OPERATION);
}

/** With its unique receipt an order may be sent again when its answer is lost: there is never a second one. */
function sendOrder(
  context: Context,
  body: CreateOrderBody,
  { idempotencyKey, amount, reference, captureMethod = "automatic", method }: RazorpayCreateInput,
  settings: CallSettings | undefined,
): Promise<Answer<FetchOrderResponse>> {
  const step = method === undefined ? undefined : ("order" as const);
  const known = compact({ idempotencyKey, amount, reference, captureMethod, step });
  const call = context.client[invoke]({ ...createOrderOperation, resend: "safe" }, { body, options: settings });
  return answered(call, writing(context, OPERATION, known));
}

/** Without a method the order is all that is asked for. */
function stepOf({ method }: RazorpayCreateInput): "payment" | undefined {
  return method === undefined ? undefined : "payment";
}
