import type { Card, CreatePaymentBody, FetchPaymentMethodsResponse, PaymentInputBase } from "@specie/razorpay";
import { describe, expect, it } from "vitest";
import { PaymentsError } from "../../src/gateway/payments-error.ts";
import type { RazorpayMethodInput } from "../../src/razorpay/inputs.ts";
import { readAvailableMethods } from "../../src/razorpay/read/available-methods.ts";
import { readMethod } from "../../src/razorpay/read/method.ts";
import { readSavedMethod } from "../../src/razorpay/read/saved-method.ts";
import { writeMethod } from "../../src/razorpay/write/method.ts";
import { paymentBody } from "./support/bodies.ts";
import { card as input } from "./support/connect.ts";

const card: Card = {
  id: "card_Demo00000001",
  entity: "card",
  name: "Test Customer",
  last4: "1007",
  iin: "410028",
  network: "Visa",
  type: "debit",
  issuer: "UTIB",
};

describe("the method of a payment", () => {
  it.each([
    ["card", "card", undefined],
    ["emi", "card", "emi"],
    ["netbanking", "bank_redirect", "HDFC"],
    ["wallet", "wallet", "payzapp"],
    ["app", "wallet", "app"],
    ["upi", "upi", "upi_intent"],
    ["bank_transfer", "bank_transfer", "bank_transfer"],
    ["emandate", "bank_debit", "emandate"],
    ["nach", "bank_debit", "nach"],
    ["cardless_emi", "pay_later", "cardless_emi"],
    ["paylater", "pay_later", "paylater"],
    ["transfer", "unknown", "transfer"],
    ["brand_new", "unknown", "brand_new"],
  ])("%s is %s", (method, type, subtype) => {
    const read = readMethod(paymentBody({ method, bank: "HDFC", wallet: "payzapp", upi: { flow: "intent" } }));
    expect(read.type).toBe(type);
    expect(read.subtype).toBe(subtype);
  });

  it.each([
    ["Visa", "visa"],
    ["MasterCard", "mastercard"],
    ["American Express", "amex"],
    ["Diners Club", "diners"],
    ["Maestro", "maestro"],
    ["RuPay", "rupay"],
    ["JCB", "jcb"],
    ["Union Pay", "unionpay"],
    ["Bajaj Finserv", "other"],
    ["Unknown", "other"],
    ["Brand New", "other"],
  ])("of the network %s has the brand %s", (network, brand) => {
    expect(readMethod(paymentBody({ card: { ...card, network } })).card).toMatchObject({ brand, rawBrand: network });
  });

  it.each([
    ["credit", "credit"],
    ["debit", "debit"],
    ["prepaid", "prepaid"],
    ["unknown", "unknown"],
    ["brand_new", "unknown"],
  ])("of the card type %s is funded by %s", (type, funding) => {
    expect(readMethod(paymentBody({ card: { ...card, type } })).card?.funding).toBe(funding);
  });

  it("shows the card, the bank, the wallet, the UPI address and the token", () => {
    expect(readMethod(paymentBody({ card, token_id: "token_1" }))).toEqual({
      type: "card",
      card: {
        brand: "visa",
        rawBrand: "Visa",
        last4: "1007",
        bin: "410028",
        holderName: "Test Customer",
        funding: "debit",
        issuer: "UTIB",
      },
      token: { id: "token_1", kind: "token" },
    });
    expect(readMethod(paymentBody({ method: "netbanking", bank: "HDFC" }))).toEqual({
      type: "bank_redirect",
      subtype: "HDFC",
      bank: { code: "HDFC" },
    });
    expect(readMethod(paymentBody({ method: "wallet", wallet: "payzapp" })).wallet).toEqual({ name: "payzapp" });
    expect(readMethod(paymentBody({ method: "upi", vpa: "customer@exampleupi" }))).toEqual({
      type: "upi",
      subtype: "upi",
      upi: { vpa: "customer@exampleupi" },
    });
  });
});

const base: PaymentInputBase = {
  amount: 50000,
  currency: "INR",
  order_id: "order_1",
  email: "customer@example.com",
  contact: "+919876500001",
};
const written = (method: RazorpayMethodInput, customer = {}): CreatePaymentBody =>
  writeMethod(base, method, customer, "create");
const refusal = (method: unknown, customer = {}): unknown => {
  try {
    return written(method as RazorpayMethodInput, customer);
  } catch (error) {
    if (error instanceof PaymentsError) return { code: error.code, field: error.field };
    throw error;
  }
};

describe("what to pay with", () => {
  it.each<[RazorpayMethodInput, object]>([
    [
      input,
      {
        method: "card",
        card: { number: "4100280000001007", name: "Test Customer", expiry_month: "03", expiry_year: "30", cvv: "123" },
      },
    ],
    [
      { type: "saved_token", id: "token_1", cvv: "123" },
      { method: "card", token: "token_1", customer_id: "cust_1", card: { cvv: "123" } },
    ],
    [
      { type: "netbanking", bank: "HDFC" },
      { method: "netbanking", bank: "HDFC" },
    ],
    [
      { type: "wallet", kind: "payzapp" },
      { method: "wallet", wallet: "payzapp" },
    ],
    [
      { type: "upi", flow: "intent" },
      { method: "upi", upi: { flow: "intent" } },
    ],
    [
      { type: "upi", flow: "collect", vpa: "customer@exampleupi" },
      { method: "upi", upi: { flow: "collect", vpa: "customer@exampleupi" } },
    ],
    [
      { type: "provider_specific", fields: { method: "paylater", provider: "lazypay" } },
      { method: "paylater", provider: "lazypay" },
    ],
  ])("%j is written as %j", (method, block) => {
    expect(written(method, { id: "cust_1" })).toEqual({ ...base, ...block });
  });

  it("of the provider's own fields leaves the order and its amount alone, whatever callers without types give", () => {
    const fields = { method: "paylater", provider: "lazypay", amount: 1, order_id: "order_Other" } as const;
    expect(written({ type: "provider_specific", fields })).toEqual({
      ...base,
      method: "paylater",
      provider: "lazypay",
    });
  });

  it("takes the customer's name where the card has none", () => {
    const { holderName: _, ...nameless } = input;
    expect(written(nameless, { name: "Test Buyer" })).toMatchObject({ card: { name: "Test Buyer" } });
    expect(refusal(nameless)).toEqual({ code: "invalid_request", field: "method.holderName" });
  });

  it.each([
    [{ ...input, cvv: undefined }, "method.cvv"],
    [{ type: "upi", flow: "collect" }, "method.vpa"],
    [{ type: "saved_token", id: "token_1", cvv: "123" }, "customer.id"],
  ])("%j lacks its %s", (method, field) => {
    expect(refusal(method)).toEqual({ code: "invalid_request", field });
  });

  it("needs the security code of a saved card", () => {
    expect(refusal({ type: "saved_token", id: "token_1" }, { id: "cust_1" })).toMatchObject({ field: "method.cvv" });
  });

  it.each([
    [{ type: "upi", flow: "qr" }],
    [{ type: "wallet", kind: "apple_pay", payload: {} }],
    [{ type: "network_token", number: "4100280000001007" }],
    [{ type: "bank_account", scheme: "ach" }],
  ])("can't be %j", (method) => {
    expect(refusal(method)).toMatchObject({ code: "unsupported_operation" });
  });
});

describe("the methods of the account", () => {
  const all: FetchPaymentMethodsResponse = {
    entity: "methods",
    card: true,
    card_networks: { AMEX: 1, DICL: 1, MC: 1, MAES: 1, VISA: 1, JCB: 1, RUPAY: 1, BAJAJ: 1 },
    netbanking: { HDFC: "HDFC Bank" },
    wallet: { payzapp: true, other: false },
    emi: true,
    upi: true,
    cardless_emi: { zestmoney: true },
    paylater: { lazypay: 1 },
  };

  it("are told with their brands and choices", () => {
    expect(readAvailableMethods(all).map(({ raw: _, ...method }) => method)).toEqual([
      { type: "card", brands: ["amex", "diners", "mastercard", "maestro", "visa", "jcb", "rupay", "other"] },
      { type: "card", subtype: "emi" },
      { type: "upi" },
      { type: "bank_redirect", subtype: "netbanking", choices: ["HDFC"] },
      { type: "wallet", subtype: "wallet", choices: ["payzapp"] },
      { type: "pay_later", subtype: "cardless_emi", choices: ["zestmoney"] },
      { type: "pay_later", subtype: "paylater", choices: ["lazypay"] },
    ]);
  });

  it("are none where switches are off and maps are empty lists", () => {
    const none = { entity: "methods", card: false, card_networks: [], netbanking: [], wallet: [], upi: false } as const;
    expect(readAvailableMethods({ ...none, card_networks: [], netbanking: [], wallet: [] })).toEqual([]);
    const [only] = readAvailableMethods({ entity: "methods", card: true, card_networks: { AMEX: 0, VISA: 1, NEW: 1 } });
    expect(only?.brands).toEqual(["visa", "other"]);
  });
});

describe("a saved method", () => {
  it("is a card with the month in two digits and the year in four", () => {
    const saved = readSavedMethod(
      {
        id: "token_1",
        entity: "token",
        method: "card",
        card: { network: "Visa", last4: "1007", expiry_month: 3, expiry_year: "30" },
        created_at: 1795168000,
        used_at: 1795176000,
      },
      "cust_1",
    );
    expect(saved).toMatchObject({
      id: "token_1",
      customerId: "cust_1",
      method: { type: "card", card: { expMonth: "03", expYear: "2030" } },
    });
    expect(saved.lastUsedAt).toBeDefined();
  });

  it("is a UPI address in its two parts", () => {
    const vpa = { username: "customer", handle: "exampleupi" };
    const saved = readSavedMethod(
      { id: "token_1", entity: "token", method: "upi", vpa, customer_id: "cust_2" },
      "cust_1",
    );
    expect(saved).toMatchObject({ customerId: "cust_2", method: { type: "upi", upi: { vpa: "customer@exampleupi" } } });
  });
});
