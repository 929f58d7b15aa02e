import { verifyReturnUrl } from "@specie/hyperswitch";
import { authenticatePayment, completeAuthorization } from "@specie/hyperswitch/operations";
import { answered, lostCall } from "../../gateway/answered.ts";
import { given } from "../../gateway/given.ts";
import { PaymentsError } from "../../gateway/payments-error.ts";
import { idOf, type PaymentRef } from "../../gateway/references.ts";
import type { CallSettings } from "../../gateway/settings.ts";
import { unsupported } from "../../gateway/unsupported.ts";
import type { Money } from "../../model/money.ts";
import { sameMoney } from "../../model/money-sum.ts";
import type { NextAction } from "../../model/next-action.ts";
import { type Context, provider, writing } from "../context.ts";
import type { HyperswitchActionResult } from "../inputs.ts";
import { readPayment } from "../read/payment.ts";
import type { HyperswitchPayment } from "../types.ts";
import { retrieve } from "./retrieve.ts";

const operation = "completeAction";

/**
 * Goes on after what the customer did. What an address says proves nothing: the payment is retrieved from the processor,
 * and must be about the amount of the order before anything more is asked for.
 */
export async function completeAction(
  context: Context,
  ref: PaymentRef,
  result: HyperswitchActionResult,
  settings?: CallSettings,
): Promise<HyperswitchPayment> {
  const paymentId = idOf(ref, provider, operation);
  if (result.type === "returned") {
    await checkReturn(context, result.url);
    const payment = await retrieve(context, paymentId, { sync: true }, settings, operation);
    return checked(payment, result.amount);
  }
  const { type } = result;
  if (type !== "device_data_collected") throw unsupported(provider, "completeAction.otp", `type: no ${type} here`);
  const before = checked(await retrieve(context, paymentId, {}, settings, operation), result.amount);
  const completed = result.completed ? "Y" : "N";
  return before.raw.next_action?.type === "three_ds_invoke"
    ? authenticate(context, before, completed, settings)
    : complete(context, before, completed, settings);
}

/** With the hash key at hand a signed address must be right; without a signature it proves nothing anyway. */
async function checkReturn({ webhookSecret }: Context, url: string | undefined): Promise<void> {
  if (url === undefined || webhookSecret === undefined || !url.includes("signature=")) return;
  if (await verifyReturnUrl(url, webhookSecret)) return;
  const problem = "the return address is not signed right";
  throw new PaymentsError({ code: "webhook_signature_invalid", provider, operation, problem });
}

/** The order's amount, or no further. */
function checked(payment: HyperswitchPayment, amount: Money): HyperswitchPayment {
  if (sameMoney(payment.amount, amount)) return payment;
  const { httpStatus, requestId, raw } = payment;
  const problem = "the payment is of another amount or currency than the order";
  const hint = "do not ship; look at the payment";
  throw new PaymentsError({
    code: "invalid_amount",
    provider,
    operation,
    problem,
    hint,
    field: "amount",
    httpStatus,
    requestId,
    raw,
  });
}

/** External 3-D Secure: the issuer either wants a challenge, or sends the customer on to the authorization. */
async function authenticate(
  context: Context,
  payment: HyperswitchPayment,
  completed: "Y" | "N",
  settings: CallSettings | undefined,
): Promise<HyperswitchPayment> {
  const { id: paymentId, clientSecret } = payment;
  const body = given({ client_secret: clientSecret, device_channel: "BRW", threeds_method_comp_ind: completed });
  const write = writing(context, operation, () => ({ paymentId }));
  const { data, httpStatus, requestId } = await answered(
    authenticatePayment(context.browser(operation), paymentId, body, settings),
    write,
  );
  const answer = given({ httpStatus, requestId });
  if (data.trans_status === "C" && data.acs_url && data.challenge_request) {
    const fields = { [data.challenge_request_key ?? "creq"]: data.challenge_request };
    const nextAction: NextAction = {
      type: "iframe_post",
      url: data.acs_url,
      fields,
      purpose: "three_ds_challenge",
      raw: data,
    };
    return { ...payment, ...answer, status: "requires_action", nextAction };
  }
  const onward = payment.nextAction?.alternatives?.find(({ type }) => type === "iframe_post");
  if (onward?.type !== "iframe_post") {
    return await retrieve(context, paymentId, { sync: true }, settings, operation).catch(async (cause) => {
      throw await lostCall(write, "authenticated, and how it went could not be read", cause);
    });
  }
  const nextAction: NextAction = { type: "redirect", url: onward.url, method: "GET", raw: data };
  return { ...payment, ...answer, status: "requires_action", nextAction };
}

async function complete(
  context: Context,
  { id: paymentId, clientSecret }: HyperswitchPayment,
  completed: "Y" | "N",
  settings: CallSettings | undefined,
): Promise<HyperswitchPayment> {
  const body = given({ client_secret: clientSecret, threeds_method_comp_ind: completed });
  const answer = await answered(
    completeAuthorization(context.browser(operation), paymentId, body, settings),
    writing(context, operation, () => ({ paymentId })),
  );
  return readPayment(answer.data, answer);
}
