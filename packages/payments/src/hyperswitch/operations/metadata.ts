import { updatePaymentMetadata } from "@specie/hyperswitch/operations";
import { answered } from "../../gateway/answered.ts";
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
  await answered(
    updatePaymentMetadata(context.server, paymentId, { metadata }, settings),
    writing(context, "updateMetadata", () => ({ paymentId })),
  );
  return retrieve(context, paymentId, {}, settings, "updateMetadata");
}
