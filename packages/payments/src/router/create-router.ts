import type { CreateInput } from "../gateway/inputs.ts";
import type { CallSettings } from "../gateway/settings.ts";
import { fingerprintOf } from "../safety/fingerprint.ts";
import { Route } from "./route.ts";
import { RoutingError } from "./routing-error.ts";
import type { Gateways, RoutedPayment, Router, RouterOptions } from "./types.ts";

/**
 * Sends each payment to the first gateway of the rule that fits it, and to the next one only where the one before
 * provably did nothing: it refused on this machine, nothing was sent, or the answer was 401, 403, 429 or a documented 400.
 * After anything else the payment may exist, and is looked for by `resolve`.
 *
 * @example
 * const router = createRouter({
 *   gateways: { india, world },
 *   rules: [{ currencies: ["INR"], use: ["india"] }, { use: ["world", "india"] }],
 * });
 * const { payment, gateway } = await router.create({ amount, method, idempotencyKey: "order-1001/pay-1" });
 */
export function createRouter<const G extends Gateways>(options: RouterOptions<G>): Router<G> {
  type N = Extract<keyof G, string>;
  const flights = new Map<string, { readonly fingerprint: string; readonly promise: Promise<RoutedPayment<N>> }>();
  const create = (input: CreateInput, settings?: CallSettings): Promise<RoutedPayment<N>> => {
    const key = input.idempotencyKey;
    const fingerprint = fingerprintOf(undefined, input);
    const flight = flights.get(key);
    if (flight !== undefined) {
      if (flight.fingerprint === fingerprint) return flight.promise;
      return Promise.reject(new RoutingError("duplicate", "this idempotencyKey is on its way for something else", []));
    }
    const promise = new Route<N>(options, input, fingerprint, settings).go().finally(() => flights.delete(key));
    flights.set(key, { fingerprint, promise });
    return promise;
  };
  return { gateways: options.gateways, create };
}
