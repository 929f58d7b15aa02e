import { editOrder, editPayment } from "@specie/razorpay/operations";
import { answered } from "../../gateway/answered.ts";
import { idOf, type PaymentRef } from "../../gateway/references.ts";
import type { CallSettings } from "../../gateway/settings.ts";
import { type Context, PROVIDER, reading } from "../context.ts";
import { factsOf } from "../read/answer-facts.ts";
import { REFERENCE } from "../read/notes.ts";
import { readOrder } from "../read/order.ts";
import { readPayment } from "../read/payment.ts";
import type { RazorpayPayment } from "../types.ts";
import { writeNotes } from "../write/notes.ts";
import { currentReference } from "./reference.ts";
import { isOrder } from "./retrieve.ts";

const OPERATION = "updateMetadata";

/** Replaces the metadata of a payment or of an order; the reference, which is a note too, stays. */
export async function updateMetadata(
  context: Context,
  ref: PaymentRef,
  metadata: Readonly<Record<string, string>>,
  settings?: CallSettings,
): Promise<RazorpayPayment> {
  const { client, keyId } = context;
  const id = idOf(ref, PROVIDER, OPERATION);
  const reference = typeof ref === "string" ? await currentReference(context, id, settings, OPERATION) : ref.reference;
  const body = { notes: writeNotes(OPERATION, metadata, REFERENCE, reference) ?? {} };
  if (isOrder(id)) {
    const order = await answered(editOrder(client, id, body, settings), reading(OPERATION));
    return readOrder(order.data, keyId, factsOf(order));
  }
  const payment = await answered(editPayment(client, id, body, settings), reading(OPERATION));
  return readPayment(payment.data, factsOf(payment));
}
