import document from "@specie/hyperswitch/openapi.json" with { type: "json" };
import { type Mock, startMock } from "@specie/mock";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { PaymentsError } from "../../src/gateway/payments-error.ts";
import { type HyperswitchGateway, hyperswitch } from "../../src/hyperswitch/index.ts";
import { money } from "../../src/model/money.ts";
import { card } from "./bodies.ts";

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

let mock: Mock;
beforeAll(async () => {
  mock = await startMock(document);
});
afterAll(() => mock.close());

/** A gateway whose mock answers with a named example. */
function gatewayFor(example: string, status = 200): HyperswitchGateway {
  const headers = { Prefer: `code=${status}, example=${example}` };
  return hyperswitch({
    apiKey: "snd_EXAMPLE",
    publishableKey: "pk_snd_EXAMPLE",
    baseUrl: mock.url,
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
const refund: Run = (gateway) => gateway.refund(id, { ...key, amount, reason: "returned", speed: "instant" });
const retrieveRefund: Run = (gateway) => gateway.retrieveRefund(refundId, { sync: true });
const retrieveDispute: Run = (gateway) => gateway.disputes.retrieve("dp_demo_1");

/** Every named example of every answer about a payment, and what the model makes of it. */
const rows: readonly (readonly [string, Run, Readonly<Record<string, string>>])[] = [
  [
    "create",
    create,
    {
      "requires-payment-method": "requires_payment_method",
      "requires-confirmation": "requires_confirmation",
      "requires-capture": "authorized",
      "requires-customer-action": "requires_action",
      succeeded: "succeeded",
      processing: "processing",
      "with-payment-link": "requires_payment_method",
      failed: "failed",
      declined: "failed",
      "insufficient-funds": "failed",
      "partially-authorized-and-requires-capture": "authorized",
      review: "requires_review",
      blocked: "! fraud_suspected",
    },
  ],
  [
    "retrieve",
    retrieve,
    {
      succeeded: "succeeded",
      failed: "failed",
      cancelled: "canceled",
      "cancelled-post-capture": "canceled",
      processing: "processing",
      "requires-customer-action": "requires_action",
      "requires-merchant-action": "requires_review",
      "requires-payment-method": "requires_payment_method",
      "requires-confirmation": "requires_confirmation",
      "requires-capture": "authorized",
      "partially-captured": "partially_captured",
      "partially-captured-and-capturable": "partially_captured",
      "partially-authorized-and-requires-capture": "authorized",
      "partially-captured-and-processing": "processing",
      conflicted: "requires_review",
      expired: "expired",
      review: "requires_review",
      "without-processor-merchant": "succeeded",
      "with-payment-link": "requires_payment_method",
      declined: "failed",
    },
  ],
  [
    "update",
    (gateway) => gateway.update(id, { amount, metadata: { a: "b" } }),
    { "requires-confirmation": "requires_confirmation", blocked: "! fraud_suspected" },
  ],
  [
    "confirm",
    confirm,
    {
      succeeded: "succeeded",
      "requires-capture": "authorized",
      "requires-customer-action": "requires_action",
      processing: "processing",
      failed: "failed",
      declined: "failed",
      "suspected-fraud": "failed",
      "authentication-failed": "failed",
      blocked: "! fraud_suspected",
    },
  ],
  [
    "capture",
    capture,
    {
      succeeded: "succeeded",
      "partially-captured": "partially_captured",
      "partially-captured-and-capturable": "partially_captured",
      "partially-captured-and-processing": "processing",
      processing: "processing",
    },
  ],
  ["cancel", cancel, { cancelled: "canceled", processing: "processing" }],
  ["cancel after capture", undo, { "cancelled-post-capture": "canceled", "void-pending": "succeeded" }],
  ["extend", extend, { "extended-authorization": "authorized", "requires-capture": "authorized" }],
  [
    "increment",
    increment,
    {
      incremented: "authorized",
      "increment-failure": "authorized",
      "increment-processing": "authorized",
      "increment-unresolved": "authorized",
    },
  ],
  [
    "refund",
    refund,
    {
      "refund-succeeded": "succeeded",
      "refund-pending": "pending",
      "refund-failed": "failed",
      "refund-review": "requires_review",
    },
  ],
  [
    "retrieveRefund",
    retrieveRefund,
    {
      "refund-succeeded": "succeeded",
      "refund-pending": "pending",
      "refund-failed": "failed",
      "refund-review": "requires_review",
    },
  ],
  [
    "updateRefund",
    (gateway) => gateway.updateRefund(refundId, { reason: "r", metadata: { a: "b" } }),
    { "refund-succeeded": "succeeded" },
  ],
  [
    "createLink",
    (gateway) => gateway.createLink({ ...key, amount, expiresAt: new Date(Date.now() + 60_000) }),
    { "with-payment-link": "requires_payment_method" },
  ],
  [
    "retrieveLink",
    (gateway) => gateway.retrieveLink("plink_demo_1"),
    { "payment-link-active": "requires_payment_method", "payment-link-expired": "expired" },
  ],
  [
    "disputes.retrieve",
    retrieveDispute,
    {
      "dispute-opened": "open",
      "dispute-expired": "closed",
      "dispute-accepted": "accepted",
      "dispute-cancelled": "closed",
      "dispute-challenged": "under_review",
      "dispute-won": "won",
      "dispute-lost": "lost",
    },
  ],
];

describe("every named answer about money, through the gateway", () => {
  it.each(
    rows.flatMap(([name, run, examples]) =>
      Object.entries(examples).map(([example, to]) => [name, example, to, run] as const),
    ),
  )("%s: %s is %s", async (_, example, expected, run) => {
    mock.reset();
    const found = await run(gatewayFor(example)).then(summary, summary);
    expect(found).toBe(expected);
    expect(mock.violations()).toEqual([]);
  });
});

/** Every named refusal of a create, and what the model makes of it. */
const refusals: readonly (readonly [number, string, Run, string])[] = [
  [400, "missing-parameter", create, "invalid_request"],
  [400, "not-deserialized", create, "invalid_request"],
  [400, "invalid-value", create, "invalid_request"],
  [400, "card-invalid", create, "invalid_card_number"],
  [400, "card-expired", create, "expired_card"],
  [400, "no-eligible-connector", create, "payment_method_not_enabled"],
  [400, "currency-not-supported", create, "currency_not_supported"],
  [400, "method-not-supported", create, "unsupported_operation"],
  [400, "authorization-failed", create, "processing_error"],
  [400, "processor-refused", create, "processing_error"],
  [400, "flat", create, "invalid_request"],
  [401, "unauthorized", create, "unauthorized"],
  [403, "forbidden", create, "forbidden"],
  [404, "payment-not-found", retrieve, "not_found"],
  [404, "return-url-missing", create, "configuration_error"],
  [404, "unknown-url", create, "not_found"],
  [422, "unreadable", create, "invalid_request"],
  [422, "busy", create, "conflict"],
  [429, "throttled", create, "rate_limited"],
  [500, "server-fault", create, "outcome_unknown"],
  [500, "integrity-failure", create, "outcome_unknown"],
  [500, "server-fault", retrieve, "processing_error"],
  [501, "not-implemented", create, "unsupported_operation"],
  [400, "wrong-state", capture, "invalid_state"],
  [400, "capture-refused", capture, "processing_error"],
  [422, "capture-too-high", capture, "invalid_amount"],
  [422, "bad-format", capture, "invalid_amount"],
  [400, "wrong-state", cancel, "invalid_state"],
  [400, "flow-not-supported", undo, "unsupported_operation"],
  [400, "precondition-failed", increment, "invalid_state"],
  [400, "client-secret-expired", confirm, "session_expired"],
  [400, "session-expired", confirm, "session_expired"],
  [400, "refund-too-high", refund, "invalid_amount"],
  [400, "too-many-refunds", refund, "invalid_state"],
  [400, "not-succeeded", refund, "invalid_state"],
  [400, "refund-refused", refund, "processing_error"],
];

it.each(refusals)("HTTP %d %s is refused as it should be", async (status, example, run, code) => {
  mock.reset();
  const error = await run(gatewayFor(example, status)).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(PaymentsError);
  expect(error).toMatchObject({ code, provider: "hyperswitch", httpStatus: status });
  expect(mock.violations()).toEqual([]);
});

const others: readonly (readonly [string, string, Run])[] = [
  ["list", "payment-page-of-two", (gateway) => gateway.list({ limit: 2, from: new Date(0), to: new Date() }).page()],
  ["listRefunds", "refund-list", (gateway) => gateway.listRefunds({ paymentId: id, from: new Date(0) }).page()],
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

it.each(others)("%s speaks as the contract does", async (_, example, run) => {
  mock.reset();
  const found = await run(gatewayFor(example));
  expect(mock.violations()).toEqual([]);
  expect(found === undefined || JSON.stringify(found).includes("raw") || "payment_id" in Object(found)).toBe(true);
});

it("updateMetadata and completeAction speak as the contract does", async () => {
  mock.reset();
  const gateway = hyperswitch({ apiKey: "snd_EXAMPLE", publishableKey: "pk_snd_EXAMPLE", baseUrl: mock.url });
  expect((await gateway.updateMetadata(id, { a: "b" })).provider).toBe("hyperswitch");
  const { amount: told = amount } = await gateway.retrieve(id);
  expect((await gateway.completeAction(id, { type: "returned", amount: told })).amount).toEqual(told);
  expect(
    (await gateway.completeAction(id, { type: "device_data_collected", amount: told, completed: true })).amount,
  ).toEqual(told);
  expect(mock.violations()).toEqual([]);
});

function summary(found: unknown): string {
  if (found instanceof PaymentsError) return `! ${found.code}`;
  if (found instanceof Error) throw found;
  return typeof found === "object" && found !== null && "status" in found ? String(found.status) : "?";
}
