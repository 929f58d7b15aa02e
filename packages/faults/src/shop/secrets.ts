import { inspect } from "node:util";
import type { ProviderName } from "@specie/payments";
import { webhookSecret as cybersource } from "../fakes/cybersource/events.ts";
import { webhookSecret as hyperswitch } from "../fakes/hyperswitch/events.ts";
import { clientSecretMark } from "../fakes/hyperswitch/payment.ts";
import { webhookSecret as razorpay } from "../fakes/razorpay/events.ts";

/** Invented, and of no use anywhere. */
export const credentials = {
  apiKey: "snd_EXAMPLE_secret_key_of_the_runs",
  merchantId: "acme_test",
  keyId: "11111111-2222-4333-8444-555555555555",
  secret: "ZXhhbXBsZS1zaGFyZWQtc2VjcmV0LTAxMjM0NTY3ODk=",
  keySecret: "example_key_secret_of_the_runs",
} as const;

export const webhookSecrets: Readonly<Record<ProviderName, string>> = { hyperswitch, cybersource, razorpay };

/** The security code is looked for as a word of its own, as four digits may stand in a longer number. */
export const cvv = "7391";

const forbidden: readonly (readonly [what: string, pattern: RegExp])[] = [
  ["a card number", /\b(?:4242424242424242|4111111111111111|4100280000001007|4000000000000002|4100280000060003)\b/],
  ["a security code", new RegExp(`(?<![\\w.-])${cvv}(?![\\w.-])`)],
  ["the API key", /snd_EXAMPLE_secret/],
  ["the shared secret", /ZXhhbXBsZS1zaGFyZWQ|example-shared-secret/],
  ["the key secret", /example_key_secret/],
  ["a webhook secret", /hs_response_hash_key_example|whsec_example|Y3liZXJzb3VyY2Utd2ViaG9vay/],
  ["a client secret", new RegExp(clientSecretMark)],
  ["an authorization header", /Bearer ey|Basic [A-Za-z0-9+/]{16}/],
];

/** What secret a thing shows: in its JSON, as text, or when it is inspected. */
export function secretIn(thing: unknown): string | undefined {
  const deep = thing instanceof Error ? inspect(thing, { depth: 8 }) : "";
  const whole = `${typeof thing === "string" ? thing : JSON.stringify(thing)} ${String(thing)} ${deep}`;
  // A time in milliseconds may look like a security code.
  const text = whole.replaceAll(/"(?:durationMs|delayMs)":\d+/g, "");
  return forbidden.find(([, pattern]) => pattern.test(text))?.[0];
}
