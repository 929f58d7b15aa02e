import { type Mock, startMock } from "@specie/mock";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type CybersourceGateway, cybersource } from "../../src/cybersource/index.ts";
import { card, id, key, order, paymentWith, usd } from "./gateway.ts";

let mock: Mock;
let gateway: CybersourceGateway;

beforeAll(async () => {
  mock = await startMock("cybersource");
  gateway = gatewayThat();
});
afterAll(() => mock.close());

/** Prism answers with the example that is asked for. */
function gatewayThat(prefer?: string): CybersourceGateway {
  const headers = prefer === undefined ? {} : { prefer };
  return cybersource({ ...key, baseUrl: mock.url, host: "apitest.cybersource.com", headers });
}

const idempotencyKey = "step-1";
const fully = {
  ...order,
  description: "A book",
  metadata: { shelf: "7" },
  customer: { id: "customer-1" },
  shipping: { firstName: "Test", lastName: "Customer", line1: "2 Demo Street", city: "Austin", country: "US" },
  browser: { userAgent: "Test", ipAddress: "192.0.2.1", colorDepth: 24, javaEnabled: false, timeZoneOffset: -60 },
  allowPartial: true,
  saveMethod: true,
  returnUrl: "https://shop.example/return",
} as const;
const account = { type: "bank_account", scheme: "ach", accountNumber: "4100", routingNumber: "121042882" } as const;
const done = { type: "device_data_collected", completed: true, amount: order.amount, method: card } as const;
const back = { type: "returned", amount: order.amount, method: card } as const;

const made = {
  id: "7637530000000000000011",
  paymentId: id,
  amount: usd(10221),
  status: "pending",
  rawStatus: "PENDING",
} as const;
const captured = { amountCaptured: usd(10221), captures: [made] };

async function authenticated(): Promise<unknown> {
  const first = await gateway.create({ ...fully, threeDs: "required" });
  const second = await gatewayThat("code=201, example=enroll-challenge").completeAction(first, done);
  return await gateway.completeAction(second, back);
}

const calls: readonly (readonly [string, () => Promise<unknown>])[] = [
  ["create", () => gateway.create(fully)],
  ["create with an account", () => gateway.create({ ...order, method: account })],
  [
    "create with a network token",
    () =>
      gateway.create({
        ...order,
        method: { ...card, type: "network_token", cryptogram: "AAABCSIIAAAAAAACcwgAEMCoNh+=" },
      }),
  ],
  [
    "create with Apple Pay",
    () => gateway.create({ ...order, method: { type: "wallet", kind: "apple_pay", payload: {} } }),
  ],
  [
    "create with a saved method",
    () => gateway.create({ ...order, method: { type: "saved_token", id: "BB695DA801DD1BB6E05341588E0A3BDD" } }),
  ],
  ["completeAction", authenticated],
  ["retrieve", () => gateway.retrieve(id)],
  ["retrieve of an alternative", () => gateway.retrieve(id, { alternative: "AP_STATUS" })],
  ["list", () => gateway.list({ limit: 5, from: new Date("2026-11-01T00:00:00Z") }).page()],
  ["capture", async () => gateway.capture(await paymentWith("manual"), { idempotencyKey })],
  [
    "capture of a part",
    async () => gateway.capture(await paymentWith("manual_multiple"), { amount: usd(100), idempotencyKey }),
  ],
  ["cancel", async () => gateway.cancel(await paymentWith("manual"), { reason: "sold out" })],
  ["cancel of a sale", async () => gateway.cancel(await paymentWith("automatic"))],
  [
    "cancel of a bank payment",
    async () => gateway.cancel(await paymentWith("manual", { paymentMethod: { type: "pay_later" } })),
  ],
  ["increment", async () => gateway.increment(await paymentWith("manual"), { newTotal: usd(20000), idempotencyKey })],
  [
    "refund",
    async () =>
      gateway.refund(await paymentWith("automatic"), { idempotencyKey, reason: "damaged", metadata: { rma: "7" } }),
  ],
  ["refund of a capture", async () => gateway.refund(await paymentWith("manual", captured), { idempotencyKey })],
  ["retrieveRefund", () => gateway.retrieveRefund("7637530000000000000041")],
  ["listRefunds", () => gateway.listRefunds().page()],
  ["cancelRefund", async () => gateway.cancelRefund(await gateway.retrieveRefund("7637530000000000000041"))],
  ["credit", () => gateway.credit({ ...order, metadata: { payout: "1" } })],
];

it.each(calls)("%s keeps the contract", async (_, call) => {
  mock.reset();
  const failed: unknown = await call().catch((error: unknown) => error);
  expect(mock.violations()).toEqual([]);
  expect(failed).not.toBeInstanceOf(Error);
});
