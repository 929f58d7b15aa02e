import type { CreateOrderBody } from "@specie/razorpay";
import { given } from "../../gateway/given.ts";
import { unsupported } from "../../gateway/unsupported.ts";
import { digestOf, PROVIDER } from "../context.ts";
import { writeAmount } from "../currency.ts";
import type { RazorpayCreateInput } from "../inputs.ts";
import { orderCapture } from "../maps/order-status.ts";
import { REFERENCE } from "../read/notes.ts";
import { writeNotes } from "./notes.ts";

/**
 * The order of a payment. Its receipt is a digest of the key, and unique: a second order of the same key is the first
 * one. The merchant's own reference is a note, as it may stand for several tries.
 */
export async function writeOrder(input: RazorpayCreateInput, operation: string): Promise<CreateOrderBody> {
  const { amount, captureMethod = "automatic", reference, metadata, idempotencyKey, providerFields } = input;
  const receipt = await digestOf(idempotencyKey, operation);
  if (!Object.hasOwn(orderCapture, captureMethod)) {
    throw unsupported(PROVIDER, `${operation}.${captureMethod}`, "one payment is captured once, as a whole");
  }
  return {
    ...providerFields?.order,
    ...given({
      notes: writeNotes(operation, metadata, REFERENCE, reference),
      customer_id: input.customer?.id,
    }),
    amount: writeAmount(amount, operation),
    currency: amount.currency,
    receipt,
    unique_receipt: true,
    payment: { ...providerFields?.order?.payment, capture: orderCapture[captureMethod] },
  };
}
