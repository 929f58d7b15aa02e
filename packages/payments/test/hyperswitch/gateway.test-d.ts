import type { RetrievePaymentResponse } from "@specie/hyperswitch";
import { expectTypeOf, test } from "vitest";
import type { Gateway } from "../../src/gateway/gateway.ts";
import { supports } from "../../src/gateway/supports.ts";
import type { HyperswitchGateway } from "../../src/hyperswitch/index.ts";
import type { Money } from "../../src/model/money.ts";

declare const gateway: HyperswitchGateway;
declare const amount: Money;
const idempotencyKey = "order-1001/step-1";

test("what Hyperswitch lacks is absent", () => {
  expectTypeOf(gateway).not.toHaveProperty("credit");
  expectTypeOf(gateway).not.toHaveProperty("cancelRefund");
  // @ts-expect-error: there is no such call
  gateway.credit({ amount, idempotencyKey });
  // @ts-expect-error: nor are there one-time passwords
  gateway.completeAction("pay_1", { type: "otp_submit", otp: "123456", amount });
});

test("it is a gateway, and code over any gateway takes it", () => {
  expectTypeOf(gateway).toExtend<Gateway>();
  const any: Gateway = gateway;
  if (supports(any, "capture.partial")) any.capture("pay_1", { amount, idempotencyKey });
  if (supports(any, "disputes.list")) any.disputes.list();
  if (supports(gateway, "cancel")) expectTypeOf(gateway.cancel).toBeCallableWith("pay_1", { afterCapture: true });
});

test("raw is the server's own body", () => {
  expectTypeOf(gateway.retrieve("pay_1")).resolves.toHaveProperty("raw").toEqualTypeOf<RetrievePaymentResponse>();
});

test("money calls need a key", () => {
  // @ts-expect-error: create
  gateway.create({ amount });
  // @ts-expect-error: capture
  gateway.capture("pay_1", { amount });
  // @ts-expect-error: increment
  gateway.increment("pay_1", { newTotal: amount });
  // @ts-expect-error: refund
  gateway.refund("pay_1", { amount });
});

test("fields that the model has cannot be contradicted by the server's own", () => {
  gateway.create({ amount, idempotencyKey, providerFields: { statement_descriptor_suffix: "BOOKS" } });
  // @ts-expect-error: the amount is the model's
  gateway.create({ amount, idempotencyKey, providerFields: { amount: 1 } });
});
