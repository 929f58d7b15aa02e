import { type Client, type ConnectOptions, connect } from "@specie/runtime";
import { withClientSecret } from "./client-secret.ts";
import { environments, provider } from "./generated/provider.ts";
import type { HyperswitchOptions, Key } from "./options.ts";
import { withRecovery } from "./recovery.ts";

/**
 * The connection alone, without the grouped client.
 *
 * @example
 * const hyperswitch = connectHyperswitch({ apiKey: "snd_EXAMPLE" });
 * const payment = await createPayment(hyperswitch, { amount: 6540, currency: "USD" });
 */
export function connectHyperswitch(options: HyperswitchOptions): Client {
  const { apiKey, publishableKey, ephemeralKey, clientSecret, environment, profileId, ...rest } = options;
  const baseUrl = rest.baseUrl ?? (environment === undefined ? provider.baseUrl : environments[environment]);
  if (baseUrl === undefined) {
    throw new TypeError(`createHyperswitch: environment must be one of ${Object.keys(environments).join(", ")}`);
  }
  const headers = profileId === undefined ? rest.headers : { "X-Profile-Id": profileId, ...rest.headers };
  const credentials = given({ apiKey, publishableKey, ephemeralKey });
  const settings: ConnectOptions = { ...rest, baseUrl, headers, credentials };
  return withRecovery(withClientSecret(connect(provider, settings), clientSecret), rest);
}

type Keys = Readonly<Record<"apiKey" | "publishableKey" | "ephemeralKey", Key | undefined>>;

/** Exactly one key: with two of them nobody could say which one a call uses. */
function given({ apiKey, publishableKey, ephemeralKey }: Keys): ConnectOptions["credentials"] {
  const keys = { api_key: apiKey, publishable_key: publishableKey, ephemeral_key: ephemeralKey };
  if (Object.values(keys).filter((key) => key !== undefined && key !== "").length !== 1) {
    throw new TypeError("createHyperswitch: give one of apiKey, publishableKey and ephemeralKey");
  }
  return keys;
}
