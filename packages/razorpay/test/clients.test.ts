import { describe, expect, it } from "vitest";
import { createRazorpay, RequestError } from "../src/index.ts";
import { connectRazorpay, createOrder, fetchPaymentMethods } from "../src/operations.ts";
import { recorder } from "./support/network.ts";

const keyId = "rzp_test_EXAMPLE0000001";
const keySecret = "example_key_secret";

describe("createRazorpay", () => {
  it("sends a key pair as HTTP Basic", async () => {
    const { fetch, sent } = recorder();
    await createRazorpay({ keyId, keySecret, fetch }).orders.fetch("order_TESTord000001");
    expect(sent[0]?.url).toBe("https://api.razorpay.com/v1/orders/order_TESTord000001");
    expect(sent[0]?.init.headers["authorization"]).toBe(
      "Basic cnpwX3Rlc3RfRVhBTVBMRTAwMDAwMDE6ZXhhbXBsZV9rZXlfc2VjcmV0",
    );
  });

  it("sends an access token as a bearer, asking a function for it at each call", async () => {
    const { fetch, sent } = recorder();
    let count = 0;
    const razorpay = createRazorpay({ accessToken: async () => `example_token_${++count}`, fetch });
    await razorpay.orders.list();
    await razorpay.methods.fetch();
    await createRazorpay({ accessToken: "example_token", fetch }).orders.list();
    expect(sent.map(({ init }) => init.headers["authorization"])).toEqual([
      "Bearer example_token_1",
      "Bearer example_token_2",
      "Bearer example_token",
    ]);
  });

  it("sends the key id alone with an empty password", async () => {
    const { fetch, sent } = recorder();
    await createRazorpay({ keyId, fetch }).methods.fetch();
    await fetchPaymentMethods(connectRazorpay({ keyId, fetch }));
    const expected = `Basic ${btoa(`${keyId}:`)}`;
    expect(sent.map(({ init }) => init.headers["authorization"])).toEqual([expected, expected]);
  });

  it("refuses before sending what the key id alone does not open", async () => {
    const { fetch, sent } = recorder();
    const call = createOrder(connectRazorpay({ keyId, fetch }), { amount: 50000, currency: "INR" });
    await expect(call).rejects.toThrow(RequestError);
    await expect(call).rejects.toThrow(/orders\.create .*needs credentials: basic, or oauth/);
    expect(sent).toEqual([]);
  });

  it("acts for a linked account in every call, unless one call names another", async () => {
    const { fetch, sent } = recorder();
    const razorpay = createRazorpay({
      accessToken: "example_token",
      account: "acc_TESTacct000001",
      headers: { "X-Shop": "7" },
      fetch,
    });
    await razorpay.orders.list();
    await razorpay.refunds.create("pay_TESTpay0000001", {});
    await razorpay.orders.list({}, { headers: { "X-Razorpay-Account": "acc_TESTacct000002" } });
    expect(sent.map(({ init }) => init.headers["x-razorpay-account"])).toEqual([
      "acc_TESTacct000001",
      "acc_TESTacct000001",
      "acc_TESTacct000002",
    ]);
    expect(sent[0]?.init.headers["x-shop"]).toBe("7");
  });

  it("takes a missing setting for a mistake, never for a wish for less", () => {
    const missing: string = JSON.parse('{"setting":""}').setting;
    const nothing: string = JSON.parse("{}").setting;
    for (const keySecret of [missing, nothing]) {
      expect(() => createRazorpay({ keyId, keySecret })).toThrow(TypeError);
      expect(() => createRazorpay({ keyId: keySecret })).toThrow(TypeError);
      expect(() => createRazorpay({ accessToken: keySecret })).toThrow(TypeError);
    }
    expect(() => createRazorpay({ keyId, keySecret, account: missing })).toThrow("missing or empty");
  });

  it("refuses a base URL in clear text", () => {
    expect(() => createRazorpay({ keyId, keySecret, baseUrl: "http://api.razorpay.com" })).toThrow(RequestError);
  });
});
