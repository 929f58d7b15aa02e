import type {
  HyperswitchApiKeyClient,
  HyperswitchEphemeralKeyClient,
  HyperswitchPublishableKeyClient,
} from "./generated/client.ts";

/** What a secret key opens. */
export type HyperswitchServerClient = HyperswitchApiKeyClient;

/** What a publishable key opens. */
export type HyperswitchBrowserClient = HyperswitchPublishableKeyClient;

/** What an ephemeral key opens. */
export type HyperswitchCustomerClient = HyperswitchEphemeralKeyClient;
