import type { CreatePaymentLinkBody } from "@specie/razorpay";
import { given } from "../../gateway/given.ts";
import { digestOf } from "../context.ts";
import { writeAmount } from "../currency.ts";
import type { RazorpayLinkInput } from "../inputs.ts";
import { REFERENCE } from "../read/notes.ts";
import { writeNotes } from "./notes.ts";

/** A link. Its reference_id is a digest of the key, so that a link whose answer was lost can be found. */
export async function writeLink(input: RazorpayLinkInput, operation: string): Promise<CreatePaymentLinkBody> {
  const { amount, customer, returnUrl, expiresAt } = input;
  const who = given({ name: customer?.name, email: customer?.email, contact: customer?.phone });
  return {
    ...input.providerFields,
    ...given({
      description: input.description,
      customer: Object.keys(who).length === 0 ? undefined : who,
      notes: writeNotes(operation, input.metadata, REFERENCE, input.reference),
      callback_url: returnUrl,
      callback_method: returnUrl === undefined ? undefined : ("get" as const),
      expire_by: expiresAt === undefined ? undefined : Math.floor(expiresAt.getTime() / 1000),
    }),
    amount: writeAmount(amount, operation),
    currency: amount.currency,
    reference_id: await digestOf(input.idempotencyKey, operation),
  };
}
