import { updatePaymentMetadata } from "@specie/hyperswitch/operations";
import { answered, lostCall } from "../../gateway/answered.ts";
import { idOf, type PaymentRef } from "../../gateway/references.ts";
import type { CallSettings } from "../../gateway/settings.ts";
import { type Context, provider, writing } from "../context.ts";
import type { HyperswitchPayment } from "../types.ts";
import { retrieve } from "./retrieve.ts";

/** The server answers with the metadata alone, so the payment is retrieved after it. */
export async function updateMetadata(
  context: Context,
  ref: PaymentRef,
  metadata: Readonly<Record<string, string>>,
  settings?: CallSettings,
): Promise<HyperswitchPayment> {
  const paymentId = idOf(ref, provider, "updateMetadata");
  const write = writing(context, "updateMetadata", () => ({ paymentId }));
  await answered(updatePaymentMetadata(context.server, paymentId, { metadata }, settings), write);
  return await retrieve(context, paymentId, {}, settings, "updateMetadata").catch(async (cause) => {
    throw await lostCall(write, "it was updated, and the payment could not be read", cause);
  });
}
