import { connectHyperswitch } from "./connect.ts";
import type { HyperswitchBrowserClient, HyperswitchCustomerClient, HyperswitchServerClient } from "./doors.ts";
import { groupClient, type HyperswitchClient } from "./generated/client.ts";
import type { EphemeralKeyOptions, HyperswitchOptions, PublishableKeyOptions, SecretKeyOptions } from "./options.ts";

/**
 * A client for Hyperswitch. Amounts are integers in the smallest unit of their currency, times are ISO 8601. `await`
 * throws `ApiError` for an answer that is not 2xx; `.result()` gives every outcome as a value. A declined payment is
 * no error: look at its status. The key decides which operations there are.
 *
 * @example
 * const hyperswitch = createHyperswitch({ apiKey: "snd_EXAMPLE" });
 * const payment = await hyperswitch.payments.create({ amount: 6540, currency: "USD" });
 */
export function createHyperswitch(options: SecretKeyOptions): HyperswitchServerClient;
export function createHyperswitch(options: PublishableKeyOptions): HyperswitchBrowserClient;
export function createHyperswitch(options: EphemeralKeyOptions): HyperswitchCustomerClient;
export function createHyperswitch(options: HyperswitchOptions): HyperswitchClient {
  return groupClient(connectHyperswitch(options));
}
