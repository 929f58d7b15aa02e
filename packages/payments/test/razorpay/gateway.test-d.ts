import { expectTypeOf, test } from "vitest";
import type { Gateway } from "../../src/gateway/gateway.ts";
import { supports } from "../../src/gateway/supports.ts";
import type { Money } from "../../src/model/money.ts";
import type { Payment } from "../../src/model/payment.ts";
import { type RazorpayGateway, type RazorpayPayment, razorpay } from "../../src/razorpay/index.ts";

declare const gateway: RazorpayGateway;
declare const amount: Money;
const idempotencyKey = "order-1001/attempt-1";
const method = { type: "card", number: "4100280000001007", expMonth: "03", expYear: "2030", cvv: "123" } as const;

test("it is a gateway, and has no operation that Razorpay lacks", () => {
  expectTypeOf(gateway).toExtend<Gateway>();
  const made = razorpay({ keyId: "rzp_test_EXAMPLE0000001", keySecret: "example_key_secret" });
  // @ts-expect-error: an authorization can't be canceled
  made.cancel;
  expectTypeOf(gateway).not.toHaveProperty("cancel");
  expectTypeOf(gateway).not.toHaveProperty("increment");
  expectTypeOf(gateway).not.toHaveProperty("extend");
  expectTypeOf(gateway).not.toHaveProperty("credit");
  expectTypeOf(gateway).not.toHaveProperty("update");
  expectTypeOf(gateway).not.toHaveProperty("cancelRefund");
  expectTypeOf(gateway).not.toHaveProperty("sessionTokens");
  expectTypeOf(gateway.customers).not.toHaveProperty("remove");
});

test("a capture is of the whole amount, once", () => {
  gateway.capture("pay_1", { idempotencyKey });
  // @ts-expect-error: there is no part of it
  gateway.capture("pay_1", { idempotencyKey, amount });
  // @ts-expect-error: nor several of them
  gateway.create({ amount, idempotencyKey, method, captureMethod: "manual_multiple" });
});

test("money calls need a key", () => {
  // @ts-expect-error: without a key it could happen twice
  gateway.create({ amount, method });
  // @ts-expect-error: without a key it could happen twice
  gateway.refund("pay_1", { amount });
  // @ts-expect-error: without a key it could happen twice
  gateway.capture("pay_1", {});
});

test("it takes the methods of India, and a refund that hurries", () => {
  gateway.create({ amount, idempotencyKey });
  gateway.create({ amount, idempotencyKey, method: { type: "netbanking", bank: "HDFC" } });
  gateway.create({ amount, idempotencyKey, method: { type: "upi", flow: "intent" } });
  gateway.create({
    amount,
    idempotencyKey,
    method: { type: "provider_specific", fields: { method: "paylater", provider: "lazypay" } },
  });
  // @ts-expect-error: codes to scan are another product
  gateway.create({ amount, idempotencyKey, method: { type: "upi", flow: "qr" } });
  // @ts-expect-error: network tokens are not
  gateway.create({ amount, idempotencyKey, method: { type: "network_token", number: "1", cryptogram: "x" } });
  gateway.refund("pay_1", { idempotencyKey, speed: "instant" });
  gateway.completeAction("pay_1", { type: "otp_submit", amount, otp: "0123" });
});

test("raw is Razorpay's own body", () => {
  expectTypeOf(gateway.create).returns.resolves.toEqualTypeOf<RazorpayPayment>();
  expectTypeOf<RazorpayPayment>().toExtend<Payment>();
  expectTypeOf(gateway.retrieveRefund).returns.resolves.toHaveProperty("raw").toHaveProperty("speed_requested");
});

test("code over any gateway narrows", () => {
  const any: Gateway = razorpay({ keyId: "rzp_test_EXAMPLE0000001", keySecret: "example_key_secret" });
  if (supports(any, "createLink")) any.createLink({ amount, idempotencyKey });
  // @ts-expect-error: not every gateway has links
  any.createLink({ amount, idempotencyKey });
});

test("a key pair is whole", () => {
  razorpay({ accessToken: "example_token" });
  // @ts-expect-error: a key id alone opens no payments
  razorpay({ keyId: "rzp_test_EXAMPLE0000001" });
});
