import { createPayment, retrievePaymentLink } from "@specie/hyperswitch/operations";
import { answered } from "../../gateway/answered.ts";
import { compact } from "../../gateway/compact.ts";
import { given } from "../../gateway/given.ts";
import { PaymentsError } from "../../gateway/payments-error.ts";
import { idOf, type LinkRef } from "../../gateway/references.ts";
import type { CallSettings } from "../../gateway/settings.ts";
import { invalid } from "../../gateway/unsupported.ts";
import { type Context, idFromKey, provider, reading, writing } from "../context.ts";
import type { HyperswitchLinkInput } from "../inputs.ts";
import { linkOf, readLink } from "../read/link.ts";
import { readPayment } from "../read/payment.ts";
import type { HyperswitchLink } from "../types.ts";
import { writeCreate } from "../write/create.ts";
import { unblocked } from "./blocked.ts";
import { cancel } from "./cancel.ts";

/** A link is a payment without a method, with a page of the server for it. */
export async function createLink(
  context: Context,
  input: HyperswitchLinkInput,
  settings?: CallSettings,
): Promise<HyperswitchLink> {
  const { idempotencyKey, amount, expiresAt } = input;
  const session_expiry = expiresAt && Math.ceil((expiresAt.getTime() - Date.now()) / 1000);
  if (session_expiry !== undefined && !(session_expiry > 0)) {
    throw invalid(provider, "createLink", "expiresAt: give a time to come", "expiresAt");
  }
  const body = given({ ...writeCreate(input, "createLink"), payment_link: true, session_expiry });
  const answer = await answered(
    createPayment(context.server, body, { ...settings, idempotencyKey }),
    writing(context, "createLink", async () => {
      const id = await idFromKey("pay_", idempotencyKey);
      return compact({ idempotencyKey, id, paymentId: id, reference: input.reference, amount });
    }),
  );
  const payment = readPayment(unblocked(answer, "createLink"), answer);
  const link = linkOf(payment);
  if (link !== undefined) return link;
  const { httpStatus, requestId, data: raw } = answer;
  const hint = "enable payment links for the business profile";
  const problem = "the server made a payment without a link";
  throw new PaymentsError({
    code: "configuration_error",
    provider,
    operation: "createLink",
    problem,
    hint,
    httpStatus,
    requestId,
    raw,
  });
}

export async function retrieveLink(
  { server }: Context,
  ref: LinkRef,
  settings?: CallSettings,
): Promise<HyperswitchLink> {
  const call = retrievePaymentLink(server, idOf(ref, provider, "retrieveLink"), undefined, settings);
  const answer = await answered(call, reading("retrieveLink"));
  return readLink(answer.data, answer);
}

/** Cancels the payment behind the link; the link is retrieved where it does not tell its payment. */
export async function cancelLink(context: Context, ref: LinkRef, settings?: CallSettings): Promise<HyperswitchLink> {
  const id = idOf(ref, provider, "cancelLink");
  const told = typeof ref === "string" ? undefined : ref.paymentId;
  const link = told === undefined ? await retrieveLink(context, id, settings) : undefined;
  const paymentId = told ?? link?.paymentId;
  if (paymentId === undefined) throw invalid(provider, "cancelLink", "the link does not tell its payment: cancel that");
  const payment = await cancel(context, paymentId, { afterCapture: false }, settings);
  const url = link?.url ?? (typeof ref === "string" ? "" : ref.url);
  return (
    linkOf(payment) ??
    compact({
      id,
      provider,
      url,
      paymentId,
      status: payment.status,
      rawStatus: payment.rawStatus,
      amount: payment.amount,
      warnings: payment.warnings,
      httpStatus: payment.httpStatus,
      requestId: payment.requestId,
      raw: payment.raw,
    })
  );
}
