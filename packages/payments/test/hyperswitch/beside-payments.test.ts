import { describe, expect, it } from "vitest";
import { hyperswitch } from "../../src/hyperswitch/index.ts";
import { money } from "../../src/model/money.ts";
import { type Answering, answering } from "../support/answering.ts";
import { body, card, refundBody } from "./bodies.ts";

const key = { idempotencyKey: "order-1001:attempt-1" };
const amount = money("65.40", "USD");

function gatewayOf(...answers: readonly Answering[]) {
  const { fetch, sent } = answering(...answers);
  return { gateway: hyperswitch({ apiKey: "snd_EXAMPLE", publishableKey: "pk_snd_EXAMPLE", fetch }), sent };
}

const payment_link = { link: "https://pay.example/1", payment_link_id: "plink_1" };
const linked = {
  ...body,
  status: "requires_payment_method",
  payment_method: null,
  payment_link,
  expires_on: "2026-11-21T12:00:00.000Z",
};
const alone = {
  payment_link_id: "plink_1",
  merchant_id: "merchant_demo",
  link_to_pay: `https://sandbox.hyperswitch.io/payment_link/merchant_demo/${body.payment_id}?locale=en`,
  amount: 6540,
  currency: "USD",
  created_at: "2026-11-20T12:00:00.000Z",
  status: "active",
};

describe("a payment link", () => {
  it("is a payment without a method, made once for a key", async () => {
    const { gateway, sent } = gatewayOf([200, linked]);
    const link = await gateway.createLink({
      ...key,
      amount,
      reference: "order-1001",
      expiresAt: new Date(Date.now() + 60_500),
    });
    expect(sent[0]?.body).toMatchObject({
      payment_id: "pay_1v547t2d63lsrx16k9upxbw45q",
      payment_link: true,
      session_expiry: 61,
    });
    expect(link).toMatchObject({
      id: "plink_1",
      url: "https://pay.example/1",
      paymentId: body.payment_id,
      status: "requires_payment_method",
      amount,
      expiresAt: "2026-11-21T12:00:00.000Z",
    });
  });

  it("may not have ended before it begins, and is missed when the server makes none", async () => {
    const { gateway, sent } = gatewayOf([200, body]);
    await expect(gateway.createLink({ ...key, amount, expiresAt: new Date(0) })).rejects.toMatchObject({
      field: "expiresAt",
    });
    expect(sent).toEqual([]);
    await expect(gateway.createLink({ ...key, amount })).rejects.toMatchObject({ code: "configuration_error" });
  });

  it("tells its payment by its address, and is canceled with it", async () => {
    const canceled = { ...body, status: "cancelled" };
    const { gateway, sent } = gatewayOf([200, alone], [200, alone], [200, canceled], [200, canceled]);
    const link = await gateway.retrieveLink("plink_1");
    expect(link).toMatchObject({ paymentId: body.payment_id, status: "requires_payment_method", amount });
    expect(await gateway.cancelLink("plink_1")).toMatchObject({
      id: "plink_1",
      status: "canceled",
      url: alone.link_to_pay,
    });
    expect(await gateway.cancelLink(link)).toMatchObject({ id: "plink_1", status: "canceled", url: alone.link_to_pay });
    expect(sent.slice(1).map(({ method, url }) => `${method} ${url.pathname}`)).toEqual([
      "GET /payment_link/plink_1",
      `POST /payments/${body.payment_id}/cancel`,
      `POST /payments/${body.payment_id}/cancel`,
    ]);
  });

  it("that does not tell its payment can't be canceled", async () => {
    const { gateway } = gatewayOf([200, { ...alone, link_to_pay: "https://pay.example/1" }]);
    await expect(gateway.cancelLink("plink_1")).rejects.toMatchObject({ code: "invalid_request" });
  });
});

describe("customers", () => {
  const customer = {
    customer_id: "cus_1",
    name: "Test Customer",
    phone: "9000090000",
    phone_country_code: "+91",
    created_at: "2026-11-20T12:00:00.000Z",
  };

  it("are written and read with their telephone", async () => {
    const { gateway, sent } = gatewayOf([200, customer]);
    const made = await gateway.customers.create({
      id: "cus_1",
      name: "Test Customer",
      phone: "+91 90000 90000",
      metadata: { a: "b" },
    });
    expect(sent[0]?.body).toEqual({
      customer_id: "cus_1",
      name: "Test Customer",
      phone: "9000090000",
      phone_country_code: "+91",
      metadata: { a: "b" },
    });
    expect(made).toEqual({
      id: "cus_1",
      name: "Test Customer",
      phone: "+919000090000",
      createdAt: "2026-11-20T12:00:00.000Z",
      raw: customer,
    });
  });

  it("are listed to the end", async () => {
    const { gateway, sent } = gatewayOf([200, [customer]], [200, []]);
    const ids: string[] = [];
    for await (const { id } of gateway.customers.list({ limit: 1 })) ids.push(id);
    expect(ids).toEqual(["cus_1"]);
    expect(sent.map(({ url }) => url.search)).toEqual(["?limit=1&offset=0", "?limit=1&offset=1"]);
    await expect(gateway.customers.list().page("x")).rejects.toMatchObject({ field: "cursor" });
  });
});

it("a saved method pays with its token while the customer is there", async () => {
  const method = {
    payment_token: "token_1",
    payment_method_id: "pm_1",
    customer_id: "cus_1",
    payment_method: "card",
    payment_method_type: "debit",
    card: {
      scheme: "Visa",
      last4_digits: "4242",
      expiry_month: "3",
      expiry_year: "2030",
      issuer_country_code: "US",
      saved_to_locker: true,
    },
    requires_cvv: true,
    default_payment_method_set: true,
  };
  const { gateway, sent } = gatewayOf([200, { customer_payment_methods: [method] }], [200, body]);
  const [saved] = await gateway.savedMethods.list("cus_1");
  expect(saved).toMatchObject({
    id: "pm_1",
    customerId: "cus_1",
    isDefault: true,
    method: {
      type: "card",
      card: { brand: "visa", last4: "4242", expMonth: "03", expYear: "2030", funding: "debit", country: "US" },
      token: { id: "token_1", kind: "payment_token" },
    },
  });
  await gateway.create({
    ...key,
    amount,
    method: { type: "saved_token", id: saved?.method.token?.id ?? "", cvv: card.cvv },
  });
  expect(sent[1]?.body).toMatchObject({ payment_token: "token_1", card_cvc: "737", confirm: true });
});

it("the account's methods have brands and banks", async () => {
  const cards = {
    payment_method_type: "credit",
    card_networks: [
      { card_network: "Visa", eligible_connectors: [] },
      { card_network: "RuPay", eligible_connectors: [] },
    ],
  };
  const banks = { payment_method_type: "ideal", bank_names: [{ bank_name: ["ing", "bunq"], eligible_connectors: [] }] };
  const payment_methods = [
    { payment_method: "card", payment_method_types: [cards] },
    { payment_method: "bank_redirect", payment_method_types: [banks] },
  ];
  const { gateway } = gatewayOf([200, { currency: "EUR", payment_methods }]);
  expect(await gateway.listMethods()).toEqual([
    { type: "card", subtype: "credit", brands: ["visa", "rupay"], raw: cards },
    { type: "bank_redirect", subtype: "ideal", choices: ["ing", "bunq"], raw: banks },
  ]);
  await expect(gateway.listMethods({ currencies: ["ZZZ"] })).rejects.toMatchObject({ field: "currencies" });
  // Left out, all methods of all countries would be the answer.
  await expect(gateway.listMethods({ countries: ["de"] })).rejects.toMatchObject({ field: "countries" });
});

it("an answer without its list has none", async () => {
  const { gateway } = gatewayOf([200, {}]);
  expect(await gateway.listMethods()).toEqual([]);
  expect(await gateway.savedMethods.list("cus_1")).toEqual([]);
});

it("session tokens go with the publishable key and the payment's secret", async () => {
  const { gateway, sent } = gatewayOf([
    200,
    { payment_id: body.payment_id, client_secret: "secret_1", session_token: [] },
  ]);
  await gateway.sessionTokens(body.payment_id, { wallets: ["google_pay"], clientSecret: "secret_1" });
  expect(sent[0]).toMatchObject({
    headers: { "api-key": "pk_snd_EXAMPLE" },
    body: { payment_id: body.payment_id, client_secret: "secret_1", wallets: ["google_pay"] },
  });
  await expect(gateway.sessionTokens(body.payment_id, { wallets: ["google_pay"] })).rejects.toMatchObject({
    field: "clientSecret",
  });
});

it.each([
  [undefined, "unknown"],
  [1, "unknown"],
  [2, false],
])("a list of disputes with the limit %s says whether there are more: %s", async (limit, hasMore) => {
  const dispute = {
    dispute_id: "dp_1",
    payment_id: body.payment_id,
    amount: "6540",
    currency: "USD",
    dispute_stage: "dispute",
    dispute_status: "dispute_won",
    created_at: "2026-11-20T12:00:00.000Z",
  };
  const { gateway } = gatewayOf([200, [dispute]]);
  expect(await gateway.disputes.list({ limit }).page()).toMatchObject({
    hasMore,
    items: [{ id: "dp_1", status: "won" }],
  });
});

it("a refund is asked from the processor only when the caller wants it, and changed by its id", async () => {
  const { gateway, sent } = gatewayOf([200, refundBody]);
  await gateway.retrieveRefund(refundBody.refund_id);
  await gateway.retrieveRefund(refundBody.refund_id, { sync: true });
  await gateway.updateRefund(refundBody.refund_id, { reason: "r" });
  expect(sent.map(({ url }) => url.search)).toEqual(["", "?force_sync=true", ""]);
  expect(sent[2]).toMatchObject({ method: "POST", body: { reason: "r" } });
});
