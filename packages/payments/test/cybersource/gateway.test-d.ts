import { expectTypeOf, test } from "vitest";
import { type CybersourceGateway, type CybersourceMethodInput, cybersource } from "../../src/cybersource/index.ts";
import type { Gateway } from "../../src/gateway/gateway.ts";
import { supports } from "../../src/gateway/supports.ts";
import { billing, card, key, order, usd } from "./gateway.ts";

const gateway = cybersource(key);
const idempotencyKey = "step-1";

test("what CyberSource lacks is absent", () => {
  expectTypeOf(gateway).toEqualTypeOf<CybersourceGateway>();
  // @ts-expect-error: a payment is not changed, it is created again
  gateway.update;
  type Lacking =
    | "update"
    | "confirm"
    | "extend"
    | "updateRefund"
    | "updateMetadata"
    | "createLink"
    | "retrieveLink"
    | "cancelLink"
    | "customers"
    | "savedMethods"
    | "sessionTokens"
    | "listMethods"
    | "disputes";
  expectTypeOf<Extract<keyof CybersourceGateway, Lacking>>().toEqualTypeOf<never>();
});

test("options that it lacks do not compile", () => {
  // @ts-expect-error: there is no instant refund
  gateway.refund("1", { idempotencyKey, speed: "instant" });
  // @ts-expect-error: UPI is not taken
  gateway.create({ ...order, method: { type: "upi", flow: "intent" } });
  // @ts-expect-error: a payment starts with a method
  gateway.create({ amount: usd(1), idempotencyKey });
  // @ts-expect-error: money calls need a key
  gateway.capture("1", {});
  // @ts-expect-error: only ACH accounts are debited
  const sepa: CybersourceMethodInput = { type: "bank_account", scheme: "sepa", accountNumber: "1", routingNumber: "2" };
  gateway.create({ ...order, method: sepa });
  // @ts-expect-error: there are no one-time passwords
  gateway.completeAction("1", { type: "otp_submit", otp: "1", amount: usd(1) });
  // @ts-expect-error: the card has its own place
  gateway.create({ ...order, providerFields: { paymentInformation: { card: { number: "4" } } } });
});

test("it is a gateway, and more where it is asked", () => {
  expectTypeOf(gateway).toExtend<Gateway>();
  const any: Gateway = gateway;
  if (supports(any, "increment")) any.increment("1", { newTotal: usd(2), idempotencyKey });
  if (supports(any, "cancelRefund")) any.cancelRefund("1");
  gateway.create({ amount: usd(1), idempotencyKey, billing, method: card, captureMethod: "manual_multiple" });
  gateway.capture("1", { idempotencyKey, amount: usd(1), isFinal: true, totalCaptures: 2 });
});
