import { cancelPaymentLink, createPaymentLink, fetchPaymentLink } from "@specie/razorpay/operations";
import { answered } from "../../gateway/answered.ts";
import { idOf, type LinkRef } from "../../gateway/references.ts";
import type { CallSettings } from "../../gateway/settings.ts";
import { type Context, PROVIDER, reading, writing } from "../context.ts";
import type { RazorpayLinkInput } from "../inputs.ts";
import { factsOf } from "../read/answer-facts.ts";
import { readLink } from "../read/link.ts";
import type { RazorpayLink } from "../types.ts";
import { writeLink } from "../write/link.ts";

export async function createLink(
  context: Context,
  input: RazorpayLinkInput,
  settings?: CallSettings,
): Promise<RazorpayLink> {
  const operation = "createLink";
  const body = await writeLink(input, operation);
  const { idempotencyKey, amount, reference } = input;
  const known = { idempotencyKey, amount, reference };
  const call = createPaymentLink(context.client, body, settings);
  const answer = await answered(call, writing(context, operation, known));
  return readLink(answer.data, factsOf(answer));
}

export async function retrieveLink({ client }: Context, ref: LinkRef, settings?: CallSettings): Promise<RazorpayLink> {
  const operation = "retrieveLink";
  const answer = await answered(fetchPaymentLink(client, idOf(ref, PROVIDER, operation), settings), reading(operation));
  return readLink(answer.data, factsOf(answer));
}

/** Nobody can pay by the link any more. */
export async function cancelLink({ client }: Context, ref: LinkRef, settings?: CallSettings): Promise<RazorpayLink> {
  const operation = "cancelLink";
  const call = cancelPaymentLink(client, idOf(ref, PROVIDER, operation), settings);
  const answer = await answered(call, reading(operation));
  return readLink(answer.data, factsOf(answer));
}
