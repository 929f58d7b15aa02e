import type { Key, SecretKeyOptions } from "@specie/hyperswitch";
import { connectHyperswitch } from "@specie/hyperswitch/operations";
import { withStore } from "../gateway/capabilities/capability.ts";
import { hyperswitchCapabilities } from "../gateway/capabilities/hyperswitch.ts";
import { PaymentsError } from "../gateway/payments-error.ts";
import { withRefusals } from "../gateway/refusals.ts";
import { type SafetyOptions, safetyOf } from "../safety/safety.ts";
import { type Context, provider } from "./context.ts";
import { extend, increment } from "./operations/authorization.ts";
import { cancel } from "./operations/cancel.ts";
import { capture } from "./operations/capture.ts";
import { completeAction } from "./operations/complete-action.ts";
import { confirm, update } from "./operations/confirm.ts";
import { create } from "./operations/create.ts";
import { customers } from "./operations/customers.ts";
import { disputes } from "./operations/disputes.ts";
import { cancelLink, createLink, retrieveLink } from "./operations/links.ts";
import { updateMetadata } from "./operations/metadata.ts";
import { listMethods, sessionTokens } from "./operations/methods.ts";
import { refund } from "./operations/refund.ts";
import { listRefunds, retrieveRefund, updateRefund } from "./operations/refunds.ts";
import { resolve } from "./operations/resolve.ts";
import { list, retrieve } from "./operations/retrieve.ts";
import { savedMethods } from "./operations/saved-methods.ts";
import type { HyperswitchGateway } from "./types.ts";
import { verifyWebhook } from "./webhook.ts";

/** How to reach Hyperswitch, and as whom. */
export interface HyperswitchGatewayOptions
  extends Omit<SecretKeyOptions, "publishableKey" | "clientSecret" | "ephemeralKey">,
    SafetyOptions {
  /** For the steps that Hyperswitch opens to browsers only: session tokens, and 3-D Secure after device data. */
  readonly publishableKey?: Key | undefined;
  /** `payment_response_hash_key` of the business profile; several while one is being replaced. */
  readonly webhookSecret?: string | readonly string[] | undefined;
}

/**
 * Payments through Hyperswitch.
 *
 * @example
 * const gateway = hyperswitch({ apiKey: "snd_EXAMPLE" });
 * const payment = await gateway.create({ amount: money("65.40", "USD"), method, idempotencyKey: "order-1001/pay-1" });
 */
export function hyperswitch(options: HyperswitchGatewayOptions): HyperswitchGateway {
  const { publishableKey, webhookSecret, apiKey, keyStore, ...rest } = options;
  const context: Context = {
    server: connectHyperswitch({ ...rest, apiKey }),
    browser: (operation) => {
      if (publishableKey !== undefined) return connectHyperswitch({ ...rest, publishableKey });
      const problem = "the gateway was made without a publishableKey";
      throw new PaymentsError({ code: "configuration_error", provider, operation, problem, nothingSent: true });
    },
    webhookSecret,
    safety: safetyOf(provider, options),
  };
  const gateway: HyperswitchGateway = {
    provider,
    capabilities: withStore(hyperswitchCapabilities, keyStore),
    create: (input, settings) => create(context, input, settings),
    confirm: (payment, input, settings) => confirm(context, payment, input, settings),
    update: (payment, input, settings) => update(context, payment, input, settings),
    retrieve: (payment, input, settings) => retrieve(context, payment, input, settings),
    list: (filter, settings) => list(context, filter, settings),
    capture: (payment, input, settings) => capture(context, payment, input, settings),
    cancel: (payment, input, settings) => cancel(context, payment, input, settings),
    increment: (payment, input, settings) => increment(context, payment, input, settings),
    extend: (payment, settings) => extend(context, payment, settings),
    refund: (payment, input, settings) => refund(context, payment, input, settings),
    retrieveRefund: (found, input, settings) => retrieveRefund(context, found, input, settings),
    listRefunds: (filter, settings) => listRefunds(context, filter, settings),
    updateRefund: (found, input, settings) => updateRefund(context, found, input, settings),
    updateMetadata: (payment, metadata, settings) => updateMetadata(context, payment, metadata, settings),
    createLink: (input, settings) => createLink(context, input, settings),
    retrieveLink: (link, settings) => retrieveLink(context, link, settings),
    cancelLink: (link, settings) => cancelLink(context, link, settings),
    completeAction: (payment, result, settings) => completeAction(context, payment, result, settings),
    sessionTokens: (payment, input, settings) => sessionTokens(context, payment, input, settings),
    listMethods: (filter, settings) => listMethods(context, filter, settings),
    resolve: (outcome, settings) => resolve(context, outcome, settings),
    verifyWebhook: (delivery) => verifyWebhook(context, delivery),
    customers: customers(context),
    savedMethods: savedMethods(context),
    disputes: disputes(context),
  };
  return withRefusals(gateway);
}
