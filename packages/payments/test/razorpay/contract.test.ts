import { fileURLToPath } from "node:url";
import { type Mock, startMock } from "@specie/mock";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type RazorpayGateway, razorpay } from "../../src/razorpay/index.ts";
import { amount, card, customer, idempotencyKey, keyId, keySecret } from "./support/connect.ts";

const contract = fileURLToPath(new URL("../../../razorpay/openapi.json", import.meta.url));
let mock: Mock;
let gateway: RazorpayGateway;
/** Which example is answered at a path, ids left out. */
let examples: Readonly<Record<string, string>> = {};

beforeAll(async () => {
  mock = await startMock(contract);
  gateway = razorpay({
    keyId,
    keySecret,
    baseUrl: mock.url,
    retries: 0,
    fetch: (url, init) => {
      const prefer =
        examples[`${init.method} ${new URL(url).pathname.replace(/(?:pay|order|plink|cust|token)_\w+/g, "{id}")}`];
      return fetch(url, prefer === undefined ? init : { ...init, headers: { ...init.headers, prefer } });
    },
  });
});
afterAll(() => mock.close());

const id = "pay_Demo0000000071";
const order = "order_Demo0000000001";
const browser = { ipAddress: "192.0.2.1", userAgent: "Test", screenWidth: 800, colorDepth: 24, language: "en-IN" };
const create = { amount, idempotencyKey, customer, browser, reference: "1001", metadata: { shop: "north" } };
const paid = { "GET /v1/payments/{id}": "example=card-captured" };
const open = { "GET /v1/payments/{id}": "example=card-created" };
const start = "POST /v1/payments/create/json";

type Row = readonly [
  name: string,
  call: () => Promise<unknown>,
  expected: unknown,
  examples?: Readonly<Record<string, string>>,
];

const table: readonly Row[] = [
  ["create without a method", () => gateway.create({ amount, idempotencyKey }), { status: "requires_payment_method" }],
  [
    "create with a card",
    () =>
      gateway.create({ ...create, method: card, captureMethod: "manual", returnUrl: "https://shop.example/return" }),
    { status: "requires_action", nextAction: { type: "redirect", alternatives: [{ type: "otp" }] } },
  ],
  [
    "create with a saved card",
    () =>
      gateway.create({
        ...create,
        method: { type: "saved_token", id: "token_1", cvv: "123" },
        customer: { ...customer, id: "cust_Demo0000000001" },
      }),
    { status: "requires_action" },
  ],
  [
    "create with netbanking",
    () => gateway.create({ ...create, method: { type: "netbanking", bank: "HDFC" } }),
    { nextAction: { type: "redirect" } },
    { [start]: "example=redirect-only" },
  ],
  [
    "create with a wallet",
    () => gateway.create({ ...create, method: { type: "wallet", kind: "payzapp" } }),
    { status: "requires_action" },
  ],
  [
    "create with UPI",
    () => gateway.create({ ...create, method: { type: "upi", flow: "intent" } }),
    { nextAction: { type: "app_intent", alternatives: [{ type: "wait" }] } },
    { [start]: "example=upi-intent" },
  ],
  [
    "create with UPI collect",
    () => gateway.create({ ...create, method: { type: "upi", flow: "collect", vpa: "customer@exampleupi" } }),
    { nextAction: { type: "wait" } },
    { [start]: "example=upi-collect" },
  ],
  [
    "create with fields of Razorpay's own",
    () =>
      gateway.create({
        ...create,
        method: { type: "provider_specific", fields: { method: "paylater", provider: "lazypay" } },
      }),
    { status: "requires_action" },
  ],
  [
    "create that is refused",
    () => gateway.create({ ...create, method: card }),
    { id: "pay_Demo0000000075", status: "failed", error: { code: "invalid_card_number", field: "number" } },
    { [start]: "code=400, example=card-refused-at-once" },
  ],
  ["confirm", () => gateway.confirm(order, { method: card, customer }), { status: "requires_action" }],
  ["retrieve a payment", () => gateway.retrieve(id), { status: "succeeded" }, paid],
  [
    "retrieve an order",
    () => gateway.retrieve(order),
    { id: order, status: "requires_payment_method" },
    {
      "GET /v1/orders/{id}/payments": "example=payments-none",
      "GET /v1/orders/{id}": "example=order-created",
    },
  ],
  ["list", () => gateway.list({ limit: 3, from: new Date(0), to: new Date() }).page(), { items: expect.any(Array) }],
  [
    "capture",
    () => gateway.capture("pay_Demo0000000001", { idempotencyKey }),
    { status: "succeeded", captures: [{ status: "succeeded" }] },
    { "GET /v1/payments/{id}": "example=card-authorized" },
  ],
  [
    "refund",
    () => gateway.refund(id, { amount, idempotencyKey, speed: "instant", reason: "damaged", metadata: { shelf: "7" } }),
    { status: "pending" },
    paid,
  ],
  ["retrieveRefund", () => gateway.retrieveRefund("rfnd_Demo0000000001"), { status: "pending" }],
  ["listRefunds", () => gateway.listRefunds({ limit: 5 }).page(), { items: expect.any(Array) }],
  ["listRefunds of a payment", () => gateway.listRefunds({ payment: id }).page(), { items: expect.any(Array) }],
  [
    "updateRefund",
    () => gateway.updateRefund("rfnd_Demo0000000001", { metadata: { shelf: "8" } }),
    { provider: "razorpay", metadata: expect.any(Object) },
  ],
  ["updateMetadata", () => gateway.updateMetadata(id, { shop: "south" }), { metadata: expect.any(Object) }],
  [
    "updateMetadata of an order",
    () => gateway.updateMetadata(order, { shop: "south" }),
    { metadata: expect.any(Object) },
  ],
  [
    "createLink",
    () =>
      gateway.createLink({
        amount,
        idempotencyKey,
        customer,
        reference: "1001",
        expiresAt: new Date("2027-01-01T00:00:00Z"),
        returnUrl: "https://shop.example/return",
      }),
    { status: "requires_payment_method", url: expect.stringContaining("https://") },
  ],
  [
    "retrieveLink",
    () => gateway.retrieveLink("plink_Demo0000000003"),
    { status: "succeeded", paymentId: "pay_Demo0000000033" },
    { "GET /v1/payment_links/{id}": "example=link-paid" },
  ],
  ["cancelLink", () => gateway.cancelLink("plink_Demo0000000003"), { status: "canceled" }],
  [
    "completeAction: come back",
    () => gateway.completeAction(id, { type: "returned", amount }),
    { status: "succeeded" },
    paid,
  ],
  [
    "completeAction: ask for a password",
    () => gateway.completeAction(id, { type: "otp_generate", amount }),
    { status: "requires_action", nextAction: { type: "otp", hints: { last4: "0003" } } },
    open,
  ],
  [
    "completeAction: ask for another password",
    () => gateway.completeAction(id, { type: "otp_resend", amount }),
    { nextAction: { type: "otp" } },
    open,
  ],
  [
    "completeAction: hand in a password",
    () => gateway.completeAction(id, { type: "otp_submit", amount, otp: "0123" }),
    { status: "succeeded" },
    paid,
  ],
  [
    "completeAction: hand in a wrong password",
    () => gateway.completeAction(id, { type: "otp_submit", amount, otp: "0123" }),
    { status: "requires_action", error: { code: "incorrect_pin_or_otp" } },
    { ...open, "POST /v1/payments/{id}/otp/submit": "code=400, example=otp-wrong" },
  ],
  [
    "customers.create",
    () => gateway.customers.create({ ...customer, metadata: { a: "1" } }),
    { id: expect.any(String) },
  ],
  ["customers.retrieve", () => gateway.customers.retrieve("cust_Demo0000000001"), { id: expect.any(String) }],
  ["customers.update", () => gateway.customers.update("cust_Demo0000000001", customer), { id: expect.any(String) }],
  ["customers.list", () => gateway.customers.list({ limit: 2 }).page(), { items: expect.any(Array) }],
  ["savedMethods.list", () => gateway.savedMethods.list("cust_1"), expect.any(Array)],
  [
    "savedMethods.retrieve",
    () => gateway.savedMethods.retrieve({ customerId: "cust_1", id: "token_Demo0000000001" }),
    { method: { type: "card", card: { brand: "visa", expYear: "2030" } } },
    { "GET /v1/customers/{id}/tokens/{id}": "example=token-of-card" },
  ],
  ["savedMethods.remove", () => gateway.savedMethods.remove({ customerId: "cust_1", id: "token_1" }), undefined],
  ["disputes.retrieve", () => gateway.disputes.retrieve("disp_1"), { status: "open", stage: "chargeback" }],
  ["disputes.list", () => gateway.disputes.list({ limit: 2 }).page(), { items: expect.any(Array) }],
  ["listMethods", () => gateway.listMethods(), expect.any(Array)],
];

it.each(table.map(([name, ...row]) => [name, row] as const))("%s keeps to the contract", async (_name, row) => {
  const [call, expected, chosen = {}] = row;
  examples = chosen;
  mock.reset();
  const result = await call();
  if (expected === undefined) expect(result).toBeUndefined();
  else expect({ result }).toMatchObject({ result: expected });
  expect(mock.violations()).toEqual([]);
});
