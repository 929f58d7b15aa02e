import { expect, it } from "vitest";
import { type HyperswitchGateway, hyperswitch } from "../../src/hyperswitch/index.ts";
import { readPayment } from "../../src/hyperswitch/read/payment.ts";
import { money } from "../../src/model/money.ts";
import { body, card } from "../hyperswitch/bodies.ts";
import { subject } from "./subjects/hyperswitch.ts";
import { conform } from "./suite.ts";

const id = "pay_demo0000000000000000000001";
const refundId = "ref_demo0000000000000000000001";
const key = { idempotencyKey: "order-1001/step-1" };
const amount = money("65.40", "USD");
const address = {
  firstName: "Test",
  lastName: "Customer",
  line1: "1 Demo Street",
  city: "Pune",
  postalCode: "411001",
  country: "IN",
};

const mock = conform(subject);

/** A gateway whose mock answers with a named example. */
function gatewayFor(example: string, status = 200): HyperswitchGateway {
  const headers = { Prefer: `code=${status}, example=${example}` };
  return hyperswitch({
    apiKey: "snd_EXAMPLE",
    publishableKey: "pk_snd_EXAMPLE",
    baseUrl: mock().url,
    headers,
    retries: 0,
  });
}

type Run = (gateway: HyperswitchGateway) => Promise<unknown>;
const create: Run = (gateway) =>
  gateway.create({
    ...key,
    amount,
    method: card,
    billing: { ...address, phone: "+919000090000" },
    threeDs: "required",
  });
const retrieve: Run = (gateway) => gateway.retrieve(id, { sync: true });
const confirm: Run = (gateway) => gateway.confirm(id, { method: card, returnUrl: "https://shop.example/return" });
const capture: Run = (gateway) => gateway.capture(id, { ...key, amount });
const cancel: Run = (gateway) => gateway.cancel(id, { afterCapture: false, reason: "out of stock" });
const undo: Run = (gateway) => gateway.cancel(id, { afterCapture: true });
const increment: Run = (gateway) => gateway.increment(id, { ...key, newTotal: amount, reason: "longer stay" });
const extend: Run = (gateway) => gateway.extend(id);
const refund: Run = (gateway) =>
  gateway.refund(readPayment(body), { ...key, amount, reason: "returned", speed: "instant" });
const retrieveRefund: Run = (gateway) => gateway.retrieveRefund(refundId, { sync: true });

/** What the conformance suite says less of: inputs of this server's own. */
const calls: readonly (readonly [string, string, Run])[] = [
  ["create", "requires-capture", create],
  ["retrieve", "succeeded", retrieve],
  ["update", "requires-confirmation", (gateway) => gateway.update(id, { amount, metadata: { a: "b" } })],
  ["confirm", "succeeded", confirm],
  ["capture", "succeeded", capture],
  ["cancel", "cancelled", cancel],
  ["cancel after capture", "cancelled-post-capture", undo],
  ["increment", "incremented", increment],
  ["extend", "extended-authorization", extend],
  ["refund", "refund-succeeded", refund],
  ["retrieveRefund", "refund-succeeded", retrieveRefund],
  [
    "updateRefund",
    "refund-succeeded",
    (gateway) => gateway.updateRefund(refundId, { reason: "r", metadata: { a: "b" } }),
  ],
  [
    "createLink",
    "with-payment-link",
    (gateway) => gateway.createLink({ ...key, amount, expiresAt: new Date(Date.now() + 60_000) }),
  ],
  ["list", "payment-page-of-two", (gateway) => gateway.list({ limit: 2, from: new Date(0), to: new Date() }).page()],
  ["listRefunds", "refund-list", (gateway) => gateway.listRefunds({ payment: id, from: new Date(0) }).page()],
  [
    "customers.create",
    "customer",
    (gateway) => gateway.customers.create({ id: "cus_1", email: "test@shop.example", phone: "+919000090000" }),
  ],
  ["customers.retrieve", "customer", (gateway) => gateway.customers.retrieve("cus_1")],
  ["customers.update", "customer", (gateway) => gateway.customers.update("cus_1", { name: "Test Customer" })],
  ["customers.remove", "deleted-customer", (gateway) => gateway.customers.remove("cus_1")],
  ["customers.list", "customers", (gateway) => gateway.customers.list().page()],
  ["savedMethods.list", "customer-methods", (gateway) => gateway.savedMethods.list("cus_1")],
  ["savedMethods.retrieve", "saved-method", (gateway) => gateway.savedMethods.retrieve({ id: "pm_1" })],
  ["savedMethods.remove", "deleted-method", (gateway) => gateway.savedMethods.remove({ id: "pm_1" })],
  ["listMethods", "account-methods", (gateway) => gateway.listMethods({ currencies: ["USD"], countries: ["US"] })],
  [
    "sessionTokens",
    "session-tokens-all",
    (gateway) => gateway.sessionTokens(id, { wallets: ["google_pay"], clientSecret: `${id}_secret_demo` }),
  ],
  ["disputes.list", "dispute-list", (gateway) => gateway.disputes.list({ limit: 10, from: new Date(0) }).page()],
];

it.each(calls)("%s speaks as the contract does", async (_, example, run) => {
  mock().reset();
  const found = await run(gatewayFor(example));
  expect(mock().violations()).toEqual([]);
  expect(found === undefined || JSON.stringify(found).includes("raw") || "payment_id" in Object(found)).toBe(true);
});

it("updateMetadata and completeAction speak as the contract does", async () => {
  mock().reset();
  const gateway = hyperswitch({ apiKey: "snd_EXAMPLE", publishableKey: "pk_snd_EXAMPLE", baseUrl: mock().url });
  expect((await gateway.updateMetadata(id, { a: "b" })).provider).toBe("hyperswitch");
  const { amount: told = amount } = await gateway.retrieve(id);
  expect((await gateway.completeAction(id, { type: "returned", amount: told })).amount).toEqual(told);
  expect(
    (await gateway.completeAction(id, { type: "device_data_collected", amount: told, completed: true })).amount,
  ).toEqual(told);
  expect(mock().violations()).toEqual([]);
});
