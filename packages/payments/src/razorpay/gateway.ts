import { connectRazorpay } from "@specie/razorpay/operations";
import { withStore } from "../gateway/capabilities/capability.ts";
import { razorpayCapabilities } from "../gateway/capabilities/razorpay.ts";
import { withRefusals } from "../gateway/refusals.ts";
import { safetyOf } from "../safety/safety.ts";
import { type Context, PROVIDER } from "./context.ts";
import { capture } from "./operations/capture.ts";
import { completeAction } from "./operations/complete-action.ts";
import { confirm } from "./operations/confirm.ts";
import { create } from "./operations/create.ts";
import { customers } from "./operations/customers.ts";
import { disputes } from "./operations/disputes.ts";
import { cancelLink, createLink, retrieveLink } from "./operations/links.ts";
import { list } from "./operations/list.ts";
import { updateMetadata } from "./operations/metadata.ts";
import { listMethods } from "./operations/methods.ts";
import { listRefundsOf, refund, retrieveRefund, updateRefund } from "./operations/refund.ts";
import { resolve } from "./operations/resolve.ts";
import { retrieve } from "./operations/retrieve.ts";
import { savedMethods } from "./operations/saved-methods.ts";
import type { RazorpayGateway, RazorpayGatewayOptions } from "./types.ts";
import { verifyWebhook } from "./webhook.ts";

/**
 * Razorpay as a gateway. Throws a TypeError for empty credentials; sends nothing.
 *
 * @example
 * const gateway = razorpay({ keyId: "rzp_test_EXAMPLE0000001", keySecret: "example_key_secret" });
 * const payment = await gateway.create({ amount: money("500.00", "INR"), idempotencyKey: "order-1001" });
 */
export function razorpay({ webhookSecret, keyStore, ...options }: RazorpayGatewayOptions): RazorpayGateway {
  const context: Context = {
    client: connectRazorpay(options),
    keyId: options.keyId,
    keySecrets: options.keySecret === undefined ? [] : [options.keySecret],
    safety: safetyOf(PROVIDER, { ...options, keyStore }),
    webhookSecrets: webhookSecret === undefined ? [] : [webhookSecret].flat(),
  };
  return withRefusals<RazorpayGateway>({
    provider: PROVIDER,
    capabilities: withStore(razorpayCapabilities, keyStore),
    create: (input, settings) => create(context, input, settings),
    confirm: (payment, input, settings) => confirm(context, payment, input, settings),
    retrieve: (payment, _input, settings) => retrieve(context, payment, settings),
    list: (filter, settings) => list(context, filter, settings),
    capture: (payment, input, settings) => capture(context, payment, input, settings),
    completeAction: (payment, result, settings) => completeAction(context, payment, result, settings),
    updateMetadata: (payment, metadata, settings) => updateMetadata(context, payment, metadata, settings),
    refund: (payment, input, settings) => refund(context, payment, input, settings),
    retrieveRefund: (ref, _input, settings) => retrieveRefund(context, ref, settings),
    listRefunds: (filter, settings) => listRefundsOf(context, filter, settings),
    updateRefund: (ref, input, settings) => updateRefund(context, ref, input, settings),
    createLink: (input, settings) => createLink(context, input, settings),
    retrieveLink: (link, settings) => retrieveLink(context, link, settings),
    cancelLink: (link, settings) => cancelLink(context, link, settings),
    listMethods: (_filter, settings) => listMethods(context, settings),
    resolve: (outcome, settings) => resolve(context, outcome, settings),
    verifyWebhook: (delivery) => verifyWebhook(context, delivery),
    customers: customers(context),
    savedMethods: savedMethods(context),
    disputes: disputes(context),
  });
}
