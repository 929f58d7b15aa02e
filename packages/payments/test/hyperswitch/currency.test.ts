import { expect, it } from "vitest";
import { type HyperswitchGateway, hyperswitch } from "../../src/hyperswitch/index.ts";
import { readPayment } from "../../src/hyperswitch/read/payment.ts";
import { money } from "../../src/model/money.ts";
import { answering } from "../support/answering.ts";
import { body } from "./bodies.ts";

const idempotencyKey = "order-1001:attempt-1";
const yen = readPayment({ ...body, currency: "JPY" });
const usd = money("20.00", "USD");

const operations = [
  ["capture", (g: HyperswitchGateway, ref: typeof yen | string) => g.capture(ref, { amount: usd, idempotencyKey })],
  [
    "increment",
    (g: HyperswitchGateway, ref: typeof yen | string) => g.increment(ref, { newTotal: usd, idempotencyKey }),
  ],
  ["refund", (g: HyperswitchGateway, ref: typeof yen | string) => g.refund(ref, { amount: usd, idempotencyKey })],
] as const;

// The requests name no currency: 20 USD would be sent as 2000, and taken as 2000 yen.
it.each(operations)("%s in another currency than the payment's is refused, and moves nothing", async (_, run) => {
  const { fetch, sent } = answering([200, { ...body, currency: "JPY" }]);
  const gateway = hyperswitch({ apiKey: "snd_EXAMPLE", fetch });
  const refused = { code: "invalid_amount", safeToRetry: true };
  await expect(run(gateway, yen)).rejects.toMatchObject(refused);
  await expect(run(gateway, JSON.parse(JSON.stringify(yen)))).rejects.toMatchObject(refused);
  expect(sent).toEqual([]);
  await expect(run(gateway, yen.id)).rejects.toMatchObject(refused);
  expect(sent.map(({ method }) => method)).toEqual(["GET"]);
});
