import { expectTypeOf, test } from "vitest";
import type { Gateway } from "../../src/gateway/gateway.ts";
import type { Cancels, Captures } from "../../src/gateway/operations.ts";
import { supports } from "../../src/gateway/supports.ts";
import type { Money } from "../../src/model/money.ts";

declare const gateway: Gateway;
declare const amount: Money;
const idempotencyKey = "order-1001/step-1";

test("what not every provider has is absent until it is asked for", () => {
  expectTypeOf(gateway).not.toHaveProperty("cancel");
  expectTypeOf(gateway).not.toHaveProperty("increment");
  expectTypeOf(gateway).not.toHaveProperty("customers");
  if (supports(gateway, "increment")) {
    expectTypeOf(gateway.increment("pay_1", { newTotal: amount, idempotencyKey })).resolves.toHaveProperty(
      "increments",
    );
    expectTypeOf(gateway).not.toHaveProperty("cancel");
  }
  if (supports(gateway, "customers.remove")) expectTypeOf(gateway.customers).toHaveProperty("remove");
});

test("a gateway that narrows twice has both", () => {
  if (supports(gateway, "cancel") && supports(gateway, "capture.partial")) {
    expectTypeOf(gateway).toExtend<Cancels & Captures>();
    gateway.capture("pay_1", { amount, idempotencyKey });
  }
});

test("an option that not every provider has does not compile", () => {
  gateway.capture("pay_1", { idempotencyKey });
  // @ts-expect-error: a part is not captured everywhere
  gateway.capture("pay_1", { amount, idempotencyKey });
  // @ts-expect-error: nor is instant refund there
  gateway.refund("pay_1", { amount, idempotencyKey, speed: "instant" });
  // @ts-expect-error: money calls need a key
  gateway.refund("pay_1", { amount });
  // @ts-expect-error: not every provider takes UPI
  gateway.create({ amount, idempotencyKey, method: { type: "upi", flow: "intent" } });
});
