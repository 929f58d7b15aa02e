import type { CybersourceOptions } from "@specie/cybersource";
import { connectCybersource } from "@specie/cybersource/operations";
import { withStore } from "../gateway/capabilities/capability.ts";
import { cybersourceCapabilities } from "../gateway/capabilities/cybersource.ts";
import { withRefusals } from "../gateway/refusals.ts";
import { type SafetyOptions, safetyOf } from "../safety/safety.ts";
import { type Context, provider } from "./context.ts";
import { cancel } from "./operations/cancel.ts";
import { capture } from "./operations/capture.ts";
import { completeAction } from "./operations/complete-action.ts";
import { create } from "./operations/create.ts";
import { credit } from "./operations/credit.ts";
import { increment } from "./operations/increment.ts";
import { list, listRefunds } from "./operations/list.ts";
import { refund } from "./operations/refund.ts";
import { cancelRefund, retrieveRefund } from "./operations/refunds.ts";
import { resolve } from "./operations/resolve.ts";
import { retrieve } from "./operations/retrieve.ts";
import { undo } from "./operations/undo.ts";
import type { CybersourceGateway } from "./types.ts";
import { verifyWebhook } from "./webhook.ts";

/** The client's options, and what webhooks need. */
export interface CybersourceGatewayOptions extends CybersourceOptions, SafetyOptions {
  /** The Base64 key of webhooks; several while one is being replaced. */
  readonly webhookSecret?: string | readonly string[] | undefined;
  /** How old or new a webhook may be, in milliseconds. Default: 300,000. */
  readonly webhookToleranceMs?: number | undefined;
}

/**
 * CyberSource as a gateway. Throws a TypeError when a part of the key is missing.
 *
 * @example
 * const gateway = cybersource({ merchantId: "acme_test", keyId, secret });
 * const payment = await gateway.create({
 *   amount: money("65.40", "USD"),
 *   method: { type: "card", number, expMonth: "12", expYear: "2031" },
 *   billing,
 *   idempotencyKey: "order-1001/attempt-1",
 * });
 */
export function cybersource(options: CybersourceGatewayOptions): CybersourceGateway {
  const { webhookSecret: secret, webhookToleranceMs: toleranceMs, keyStore, ...client } = options;
  const clock = client.clock ?? Date.now;
  const context: Context = {
    client: connectCybersource(client),
    clock,
    safety: safetyOf(provider, options),
    sleep: async (milliseconds, signal = new AbortController().signal) =>
      await (client.sleep ?? wait)(milliseconds, signal),
  };
  return withRefusals<CybersourceGateway>({
    provider,
    capabilities: withStore(cybersourceCapabilities, keyStore),
    create: (input, settings) => create(context, input, settings),
    retrieve: (payment, input, settings) => retrieve(context, payment, input, settings),
    list: (filter, settings) => list(context, filter, settings),
    capture: (payment, input, settings) => capture(context, payment, input, settings),
    cancel: (payment, input, settings) => cancel(context, payment, input, settings),
    increment: (payment, input, settings) => increment(context, payment, input, settings),
    refund: (payment, input, settings) => refund(context, payment, input, settings),
    retrieveRefund: (ref, _input, settings) => retrieveRefund(context, ref, settings),
    listRefunds: (filter, settings) => listRefunds(context, filter, settings),
    cancelRefund: (ref, settings) => cancelRefund(context, ref, settings),
    credit: (input, settings) => credit(context, input, settings),
    completeAction: (payment, result, settings) => completeAction(context, payment, result, settings),
    resolve: (outcome, settings) => resolve(context, outcome, settings),
    undo: (outcome, settings) => undo(context, outcome, settings),
    verifyWebhook: (delivery) => verifyWebhook({ secret, toleranceMs, clock }, delivery),
  });
}

/** Rejects when the caller gives up. */
function wait(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = (): void => {
      clearTimeout(timer);
      reject(signal.reason);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener("abort", stop);
      resolve();
    }, milliseconds);
    if (signal.aborted) stop();
    else signal.addEventListener("abort", stop, { once: true });
  });
}
