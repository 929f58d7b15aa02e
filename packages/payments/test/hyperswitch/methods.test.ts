import { knownPaymentMethod } from "@specie/hyperswitch";
import { describe, expect, it } from "vitest";
import type { HyperswitchMethod } from "../../src/hyperswitch/inputs.ts";
import { readPayment } from "../../src/hyperswitch/read/payment.ts";
import { writeMethod } from "../../src/hyperswitch/write/method.ts";
import { body, card } from "./bodies.ts";

const types: Readonly<Record<string, string>> = {
  card: "card",
  network_token: "network_token",
  wallet: "wallet",
  upi: "upi",
  bank_redirect: "bank_redirect",
  bank_transfer: "bank_transfer",
  real_time_payment: "bank_transfer",
  bank_debit: "bank_debit",
  pay_later: "pay_later",
  voucher: "voucher",
  crypto: "crypto",
  gift_card: "gift_card",
  reward: "reward",
  open_banking: "open_banking",
  mobile_payment: "mobile_payment",
  card_redirect: "card_redirect",
};

describe("what was paid with", () => {
  it.each([...Object.entries(types), ["something_new", "unknown"]])("%s is %s", (payment_method, type) => {
    expect(readPayment({ ...body, payment_method: payment_method ?? null }).paymentMethod).toMatchObject({ type });
  });

  it("is in this table for every method of the contract", () => {
    expect(Object.keys(types).sort()).toEqual([...knownPaymentMethod].sort());
  });

  it.each([
    ["Visa", "visa"],
    ["Mastercard", "mastercard"],
    ["AmericanExpress", "amex"],
    ["JCB", "jcb"],
    ["DinersClub", "diners"],
    ["Discover", "discover"],
    ["CartesBancaires", "cartes_bancaires"],
    ["UnionPay", "unionpay"],
    ["Interac", "interac"],
    ["RuPay", "rupay"],
    ["Maestro", "maestro"],
    ["Star", "other"],
    ["Pulse", "other"],
    ["Accel", "other"],
    ["Nyce", "other"],
    ["Prop", "other"],
    ["PrivateLabel", "other"],
    ["Dinacard", "other"],
    ["Newcomer", "other"],
  ])("the network %s is the brand %s", (card_network, brand) => {
    const payment = readPayment({ ...body, payment_method_data: { card: { card_network } } });
    expect(payment.paymentMethod?.card).toEqual({ brand, rawBrand: card_network });
  });

  it("is shown with all that the server tells of a card", () => {
    const details = {
      last4: "4242",
      card_type: "CREDIT",
      card_network: "Visa",
      card_issuer: "Demo Bank",
      card_issuing_country: "US",
      card_isin: "424242",
      card_exp_month: "3",
      card_exp_year: "30",
      card_holder_name: "Test Customer",
    };
    const payment = readPayment({
      ...body,
      payment_method_type: "credit",
      payment_method_data: { card: details },
      payment_method_id: "pm_1",
    });
    expect(payment.paymentMethod).toEqual({
      type: "card",
      subtype: "credit",
      card: {
        brand: "visa",
        rawBrand: "Visa",
        last4: "4242",
        bin: "424242",
        expMonth: "03",
        expYear: "2030",
        holderName: "Test Customer",
        funding: "credit",
        issuer: "Demo Bank",
        country: "US",
      },
      token: { id: "pm_1", kind: "payment_method_id" },
    });
  });

  it.each([
    ["debit", null, "debit"],
    ["credit", "DEBIT", "debit"],
    ["credit", "Prepaid", "prepaid"],
    ["credit", "charge", "unknown"],
    [null, null, undefined],
  ])("is funded, with the type %s and the card type %s, by %s", (payment_method_type, card_type, funding) => {
    const payment = readPayment({ ...body, payment_method_type, payment_method_data: { card: { card_type } } });
    expect(payment.paymentMethod?.card?.funding).toBe(funding);
  });

  it.each(["UNITED STATES", "us", "USA", "U"])("leaves out a country that is no code: %s", (card_issuing_country) => {
    const payment = readPayment({ ...body, payment_method_data: { card: { card_issuing_country } } });
    expect(payment.paymentMethod?.card).toEqual({});
  });

  it("is of an unknown type where the server shows its details and no name, and nothing where it shows neither", () => {
    const nameless = { ...body, payment_method: null };
    const shown = readPayment({ ...nameless, payment_method_data: { card: { last4: "4242" } } });
    expect(shown.paymentMethod).toEqual({ type: "unknown", card: { last4: "4242" } });
    for (const bare of [nameless, { ...nameless, payment_method_data: null }])
      expect(readPayment(bare)).not.toHaveProperty("paymentMethod");
  });

  it("may be a wallet, a bank or UPI", () => {
    const wallet = { ...body, payment_method: "wallet", payment_method_type: "apple_pay" };
    expect(readPayment(wallet).paymentMethod).toEqual({
      type: "wallet",
      subtype: "apple_pay",
      wallet: { name: "apple_pay" },
    });
    const bank = { ...body, payment_method: "bank_redirect", payment_method_type: "ideal" };
    expect(
      readPayment({ ...bank, payment_method_data: { bank_redirect: { bank_name: "ing" } } }).paymentMethod?.bank,
    ).toEqual({ name: "ing" });
    const upi = { ...body, payment_method: "upi", payment_method_type: "upi_collect" };
    expect(
      readPayment({ ...upi, payment_method_data: { upi: { upi_collect: { vpa_id: "te****@upi" } } } }).paymentMethod
        ?.upi,
    ).toEqual({
      vpa: "te****@upi",
      flow: "collect",
    });
  });

  it("is told without a name that the server does not give", () => {
    const read = (part: object) => readPayment({ ...body, ...part }).paymentMethod;
    expect(read({ payment_method: "wallet" })).toEqual({ type: "wallet" });
    expect(read({ payment_method: "upi", payment_method_data: { upi: { upi_collect: null } } })).toEqual({
      type: "upi",
      upi: {},
    });
    expect(read({ payment_method: "bank_redirect", payment_method_data: { bank_redirect: {} } })).toEqual({
      type: "bank_redirect",
    });
  });

  it.each([
    [{ payment_token: "token_1" }, { id: "token_1", kind: "payment_token" }],
    [{ mandate_id: "man_1" }, { id: "man_1", kind: "mandate_id" }],
    [
      { payment_token: "token_1", payment_method_id: "pm_1" },
      { id: "pm_1", kind: "payment_method_id" },
    ],
  ])("%o is the token %o", (fields, token) => {
    expect(readPayment({ ...body, ...fields }).paymentMethod?.token).toEqual(token);
  });
});

const accepted: readonly (readonly [HyperswitchMethod, object])[] = [
  [
    { ...card, holderName: "Test Customer" },
    {
      payment_method: "card",
      payment_method_data: {
        card: {
          card_number: "4242424242424242",
          card_exp_month: "03",
          card_exp_year: "2030",
          card_cvc: "737",
          card_holder_name: "Test Customer",
        },
      },
    },
  ],
  [
    { type: "card", number: "4242424242424242", expMonth: "12", expYear: "2030" },
    {
      payment_method: "card",
      payment_method_data: {
        card_with_no_cvc: { card_number: "4242424242424242", card_exp_month: "12", card_exp_year: "2030" },
      },
    },
  ],
  [
    {
      type: "network_token",
      number: "4895370000000000",
      expMonth: "12",
      expYear: "2030",
      cryptogram: "AgAAAAAABk4DWZ4C28yUQAAAAAA=",
      eci: "05",
    },
    {
      payment_method: "network_token",
      payment_method_data: {
        network_token: {
          network_token: "4895370000000000",
          token_exp_month: "12",
          token_exp_year: "2030",
          token_cryptogram: "AgAAAAAABk4DWZ4C28yUQAAAAAA=",
          eci: "05",
        },
      },
    },
  ],
  [
    { type: "saved_token", id: "token_1", cvv: "737" },
    { payment_token: "token_1", card_cvc: "737" },
  ],
  [
    { type: "saved_token", id: "pm_1" },
    { recurring_details: { type: "payment_method_id", data: "pm_1" }, off_session: true },
  ],
  [{ type: "saved_token", id: "pm_1", kind: "payment_token" }, { payment_token: "pm_1" }],
  [
    { type: "saved_token", id: "method_1", kind: "payment_method_id" },
    { recurring_details: { type: "payment_method_id", data: "method_1" }, off_session: true },
  ],
  [
    { type: "wallet", kind: "paypal" },
    {
      payment_method: "wallet",
      payment_method_type: "paypal",
      payment_method_data: { wallet: { paypal_redirect: {} } },
    },
  ],
  [
    { type: "wallet", kind: "paypal", payload: { paypal_sdk: { token: "t" } } },
    {
      payment_method: "wallet",
      payment_method_type: "paypal",
      payment_method_data: { wallet: { paypal_sdk: { token: "t" } } },
    },
  ],
  [
    { type: "upi", flow: "collect", vpa: "test@upi" },
    {
      payment_method: "upi",
      payment_method_type: "upi_collect",
      payment_method_data: { upi: { upi_collect: { vpa_id: "test@upi" } } },
    },
  ],
  [
    { type: "upi", flow: "intent" },
    { payment_method: "upi", payment_method_type: "upi_intent", payment_method_data: { upi: { upi_intent: {} } } },
  ],
  [
    { type: "upi", flow: "qr" },
    { payment_method: "upi", payment_method_type: "upi_qr", payment_method_data: { upi: { upi_qr: {} } } },
  ],
  [
    { type: "netbanking", scheme: "ideal", bank: "ing" },
    {
      payment_method: "bank_redirect",
      payment_method_type: "ideal",
      payment_method_data: { bank_redirect: { ideal: { bank_name: "ing" } } },
    },
  ],
  [
    { type: "bank_account", scheme: "sepa", iban: "DE89370400440532013000", holderName: "Test Customer" },
    {
      payment_method: "bank_debit",
      payment_method_type: "sepa",
      payment_method_data: {
        bank_debit: { sepa_bank_debit: { iban: "DE89370400440532013000", bank_account_holder_name: "Test Customer" } },
      },
    },
  ],
  [
    { type: "provider_specific", fields: { payment_method: "reward", payment_method_data: "reward" } },
    { payment_method: "reward", payment_method_data: "reward" },
  ],
];

describe("what to pay with", () => {
  it.each(accepted)("%o is sent as %o", (method, expected) => {
    expect(writeMethod(method, "create")).toStrictEqual(expected);
  });

  it.each<readonly [HyperswitchMethod, string]>([
    [{ type: "upi", flow: "collect" }, "method.vpa"],
    [{ type: "wallet", kind: "samsung_pay" }, "method.payload"],
    [{ type: "bank_account", scheme: "ach" }, "method.accountNumber"],
    [{ type: "bank_account", scheme: "becs", accountNumber: "1" }, "method.routingNumber"],
    [{ type: "bank_account", scheme: "bacs", accountNumber: "1", routingNumber: "2" }, "method.holderName"],
  ])("%o is refused for its %s before anything is sent", (method, field) => {
    const refused = { code: "invalid_request", provider: "hyperswitch", operation: "create", field };
    expect(() => writeMethod(method, "create")).toThrow(expect.objectContaining(refused));
  });

  it("is refused, without types, when it is no method at all", () => {
    expect(() => writeMethod(JSON.parse('{"type":"cash"}'), "create")).toThrow(
      expect.objectContaining({ code: "invalid_request", provider: "hyperswitch", field: "method.type" }),
    );
  });
});
