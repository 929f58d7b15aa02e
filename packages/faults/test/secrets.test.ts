import { describe, expect, it } from "vitest";
import { clientSecretMark } from "../src/fakes/hyperswitch/payment.ts";
import { credentials, cvv, secretIn } from "../src/shop/secrets.ts";

describe("the search for secrets", () => {
  it.each([
    ["a card number", { deep: { card: "4242424242424242" } }],
    ["a security code", { method: { cvv } }],
    ["an API key", `api-key: ${credentials.apiKey}`],
    ["a shared secret", [credentials.secret]],
    ["a key secret in a cause", new Error("no", { cause: new Error(credentials.keySecret) })],
    ["a client secret in a hidden member", Object.assign(new Error("no"), { body: `x_secret_${clientSecretMark}` })],
    ["an authorization header", { authorization: "Basic cnpwX3Rlc3RfRVhBTVBMRTAw" }],
  ])("finds %s", (_what, thing) => {
    expect(secretIn(thing)).toBeTypeOf("string");
  });

  it("finds nothing in what is none", () => {
    expect(
      secretIn({ durationMs: 7391, id: "pay_73910000", amount: { amount: 100, currency: "USD" } }),
    ).toBeUndefined();
  });
});
