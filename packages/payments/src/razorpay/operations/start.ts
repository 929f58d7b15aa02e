import type { FetchOrderResponse } from "@specie/razorpay";
import { createPayment } from "@specie/razorpay/operations";
import { answered, lostCall } from "../../gateway/answered.ts";
import { compact } from "../../gateway/compact.ts";
import { PaymentsError } from "../../gateway/payments-error.ts";
import { text } from "../../gateway/reading.ts";
import type { CallSettings } from "../../gateway/settings.ts";
import { type Context, writing } from "../context.ts";
import { factsOf } from "../read/answer-facts.ts";
import { readErrorBody } from "../read/error-body.ts";
import { declineOf } from "../read/payment-error.ts";
import { readRefused, readStarted } from "../read/started.ts";
import type { RazorpayPayment, RefusalBody } from "../types.ts";
import { type PaymentDetails, writePayment } from "../write/payment.ts";
import { isOrder, retrieve } from "./retrieve.ts";

export interface Start extends PaymentDetails {
  readonly orderId: FetchOrderResponse["id"];
  readonly captureMethod?: "automatic" | "manual" | undefined;
  readonly idempotencyKey?: string | undefined;
}

/** Pays an order. Sent once; a refusal of the payment is a payment that failed. */
export async function startPayment(
  context: Context,
  start: Start,
  settings: CallSettings | undefined,
  operation: string,
): Promise<RazorpayPayment> {
  const { orderId, amount, captureMethod, reference, description, metadata, customer, idempotencyKey } = start;
  const body = writePayment(orderId, start, operation);
  const known = { groupId: orderId, amount, captureMethod, customer, reference, description, metadata };
  const outcome = { idempotencyKey, paymentId: orderId, reference, amount, captureMethod, step: "payment" as const };
  try {
    const call = createPayment(context.client, body, settings);
    const answer = await answered(call, writing(context, operation, outcome));
    // Whoever must act can do so without the payment's id; the order leads to it.
    const id = text(answer.data.razorpay_payment_id) ?? orderId;
    const started = readStarted(answer.data, { ...known, id }, factsOf(answer));
    return started.nextAction === undefined ? await settled(context, started, settings, operation) : started;
  } catch (error) {
    if (!(error instanceof PaymentsError) || error.code !== "invalid_state") {
      return refused(error, { ...known, id: orderId });
    }
    // It is paid already: what counts is how.
    const now = await retrieve(context, orderId, settings, operation).catch(async (cause) => {
      throw await lostCall(writing(context, operation, outcome), "the order seems to be paid already", cause);
    });
    if (isOrder(now.id) || now.status === "failed") throw error;
    return compact({ ...now, captureMethod });
  }
}

/** Nothing is left to do for the customer, so how it went can be known already. */
async function settled(
  context: Context,
  started: RazorpayPayment,
  settings: CallSettings | undefined,
  operation: string,
): Promise<RazorpayPayment> {
  try {
    const payment = await retrieve(context, started.id, settings, operation);
    return compact({ ...payment, captureMethod: started.captureMethod });
  } catch (error) {
    if (!(error instanceof PaymentsError)) throw error;
    // It was started, and that must not be lost because it could not be looked at.
    const problem = `how it went could not be read: ${error.code}`;
    return { ...started, warnings: [...started.warnings, { field: "status", problem }] };
  }
}

/** Only of a 400: after anything else the payment may exist. */
function refused(error: unknown, known: Parameters<typeof readRefused>[2]): RazorpayPayment {
  if (!(error instanceof PaymentsError) || error.httpStatus !== 400 || !isRefusal(error.raw)) throw error;
  const { paymentId } = readErrorBody(error.raw);
  const decline = declineOf(error.raw);
  const ofPayment = decline === "pending" || decline.category === "decline" || decline.category === "provider";
  if (!ofPayment || error.code === "outcome_unknown") throw error;
  const facts = { httpStatus: error.httpStatus, requestId: error.requestId };
  return readRefused(error.raw, decline, { ...known, id: paymentId ?? known.id }, facts);
}

export function isRefusal(body: unknown): body is RefusalBody {
  return (
    typeof body === "object" &&
    body !== null &&
    "error" in body &&
    typeof body.error === "object" &&
    body.error !== null
  );
}
