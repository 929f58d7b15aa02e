import { type Mock, startMock } from "@specie/mock";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import document from "../openapi.json" with { type: "json" };
import { createHyperswitch } from "../src/index.ts";

const base = { amount: 6540, currency: "USD", confirm: true } as const;
const address = { line1: "1 Demo Street", city: "Berlin", zip: "10115", country: "DE" };
const card = { card_number: "4242424242424242", card_exp_month: "03", card_exp_year: "2030", card_cvc: "737" };

/** Shapes that clients in the field send; unknown members are ignored by the server. */
const bodies: Readonly<Record<string, object>> = {
  "nulls where nothing is meant": {
    ...base,
    billing: null,
    mandate_data: null,
    customer_acceptance: null,
    setup_future_usage: null,
    payment_method_data: { card: { ...card, card_holder_name: null, card_network: null, nick_name: null } },
  },
  "the customer beside the payment": {
    ...base,
    customer_id: "cus_demo_1",
    email: "customer@example.com",
    name: "Test Customer",
    phone: "9876500001",
    phone_country_code: "+91",
    capture_on: "2026-11-21T12:00:00Z",
  },
  "a reward": { ...base, payment_method: "reward", payment_method_type: "evoucher", payment_method_data: "reward" },
  "a bank redirect without a country": {
    ...base,
    payment_method_data: { bank_redirect: { eps: { bank_name: "ing" } } },
  },
  "a bank redirect with members of old": {
    ...base,
    payment_method_data: {
      bank_redirect: { giropay: { bank_name: "", bank_account_bic: "", preferred_language: "en", country: "DE" } },
    },
    billing: { address },
  },
  "pay later with members of old": {
    ...base,
    payment_method_data: {
      pay_later: { affirm_redirect: { issuer_name: "affirm", billing_email: "customer@example.com" } },
    },
  },
  "pix without a key": { ...base, payment_method_data: { bank_transfer: { pix: {} } } },
  "an offline mandate with its browser": {
    ...base,
    mandate_data: {
      customer_acceptance: {
        acceptance_type: "offline",
        accepted_at: "2026-11-20T12:00:00.000Z",
        online: { ip_address: "203.0.113.1", user_agent: "Mozilla/5.0" },
      },
      mandate_type: { multi_use: null },
    },
  },
  "a processor by its name": { ...base, routing: { type: "single", data: "stripe" }, connector: ["stripe"] },
  "an id of the server's own length": { ...base, payment_id: "pay_0123456789abcdefghij" },
};

/** Bodies that the server refuses. */
const refused: Readonly<Record<string, unknown>> = {
  "an amount as text": { ...base, amount: "6540" },
  "an unknown currency": { ...base, currency: "United" },
  "an unknown capture method": { ...base, capture_method: "auto" },
  "two ways to pay at once": { ...base, payment_method_data: { card, wallet: { paypal_redirect: {} } } },
  "a way to pay that there is not": { ...base, payment_method_data: { barter: {} } },
  "a card without a number": { ...base, payment_method_data: { card: { card_exp_month: "08", card_exp_year: "50" } } },
  "an id with a slash": { ...base, payment_id: "pay/1" },
  "no amount": { currency: "USD" },
};

describe("creating a payment", () => {
  let mock: Mock;
  beforeAll(async () => {
    mock = await startMock(document);
  }, 60_000);
  afterAll(() => mock.close());

  async function takes(body: unknown): Promise<boolean> {
    mock.reset();
    const { payments } = createHyperswitch({ apiKey: "snd_EXAMPLE", baseUrl: mock.url, retries: 0 });
    await payments.create(Object(body)).result();
    return mock.violations().length === 0;
  }

  it.each(Object.entries(bodies))("takes %s", async (_, body) => expect(await takes(body)).toBe(true));
  it.each(Object.entries(refused))("refuses %s", async (_, body) => expect(await takes(body)).toBe(false));
});
