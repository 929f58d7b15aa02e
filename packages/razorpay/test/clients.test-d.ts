import { expectTypeOf, test } from "vitest";
import { createRazorpay, type RazorpayClient, type RazorpayKeyIdClient } from "../src/index.ts";
import { connectRazorpay, createOrder } from "../src/operations.ts";

const full = createRazorpay({ keyId: "rzp_test_EXAMPLE0000001", keySecret: "example_key_secret" });
const limited = createRazorpay({ keyId: "rzp_test_EXAMPLE0000001" });

test("a key pair and an access token open every operation", () => {
  expectTypeOf(full).toEqualTypeOf<RazorpayClient>();
  expectTypeOf(createRazorpay({ accessToken: "example_token" })).toEqualTypeOf<RazorpayClient>();
  expectTypeOf(
    createRazorpay({ accessToken: async () => "example_token", account: "acc_TESTacct000001" }),
  ).toEqualTypeOf<RazorpayClient>();
});

test("the key id alone opens methods and one-time passwords, and nothing else", () => {
  expectTypeOf(limited).toEqualTypeOf<RazorpayKeyIdClient>();
  expectTypeOf(limited).toHaveProperty("methods");
  expectTypeOf(limited.payments).toHaveProperty("submitOtp");
  expectTypeOf(limited).not.toHaveProperty("orders");
  expectTypeOf(limited.payments).not.toHaveProperty("capture");
});

test("credentials that do not go together, or may be missing, do not compile", () => {
  const keyId = "rzp_test_EXAMPLE0000001";
  const fromEnvironment = process.env["RAZORPAY_KEY_SECRET"];
  // @ts-expect-error no credentials
  createRazorpay({});
  // @ts-expect-error two kinds of them
  createRazorpay({ keyId, keySecret: "example_key_secret", accessToken: "example_token" });
  // @ts-expect-error a secret that may be undefined is not a wish for the limited client
  createRazorpay({ keyId, keySecret: fromEnvironment });
  // @ts-expect-error a misspelt option
  createRazorpay({ keyId, keySecret: "example_key_secret", timeout: 5 });
});

test("idempotency keys are taken by refunds only", () => {
  full.refunds.create("pay_TESTpay0000001", { amount: 100 }, { idempotencyKey: "refund-0001-a" });
  // @ts-expect-error orders take none
  full.orders.create({ amount: 100, currency: "INR" }, { idempotencyKey: "order-0001-a" });
  // @ts-expect-error nor do captures
  full.payments.capture("pay_TESTpay0000001", { amount: 100, currency: "INR" }, { idempotencyKey: "capture-0001" });
});

test("functions take every kind of connection", () => {
  expectTypeOf(
    createOrder(connectRazorpay({ keyId: "a", keySecret: "b" }), { amount: 100, currency: "INR" }),
  ).not.toBeAny();
});
