import { expectTypeOf, test } from "vitest";
import type { CybersourceGateway } from "../../src/cybersource/index.ts";
import type { HyperswitchGateway } from "../../src/hyperswitch/index.ts";
import { createRouter, type Payment, type PortableMethodInput } from "../../src/index.ts";

declare const india: HyperswitchGateway;
declare const world: CybersourceGateway;
declare const method: PortableMethodInput;
const gateways = { india, world };
const amount = { amount: 6540, currency: "USD" };

test("a rule names gateways that are there", () => {
  createRouter({ gateways, rules: [{ currencies: ["INR"], use: ["india", "world"], weights: { india: 1 } }] });
  // @ts-expect-error: there is no such gateway
  createRouter({ gateways, rules: [{ use: ["mars"] }] });
  // @ts-expect-error: nor can it have a share
  createRouter({ gateways, rules: [{ use: ["india"], weights: { mars: 1 } }] });
  // @ts-expect-error: someone has to take it
  createRouter({ gateways, rules: [{ use: [] }] });
  // @ts-expect-error: a method that is none
  createRouter({ gateways, rules: [{ methods: ["cash"], use: ["india"] }] });
});

test("a result says whose payment it is", async () => {
  const router = createRouter({ gateways, rules: [{ use: ["india"] }] });
  const routed = await router.create({ amount, method, idempotencyKey: "order-1001" });
  expectTypeOf(routed.gateway).toEqualTypeOf<"india" | "world">();
  expectTypeOf(routed.payment).toEqualTypeOf<Payment>();
  expectTypeOf(router.gateways.world).toEqualTypeOf<CybersourceGateway>();
  // @ts-expect-error: a payment has a key
  await router.create({ amount, method });
});
