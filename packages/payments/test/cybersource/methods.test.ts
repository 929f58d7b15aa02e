import { describe, expect, it } from "vitest";
import type { CybersourceMethodInput } from "../../src/cybersource/index.ts";
import { billing, card, gatewayOf, id, order, stored } from "./gateway.ts";

describe("what is sent of a method", () => {
  const apple = { descriptor: "RklEPUNPTU1PTi5BUFBMRS5JTkFQUC5QQVlNRU5U", encoding: "Base64" };
  const samsung = { descriptor: "RklEPUNPTU1PTi5TQU1TVU5HLklOQVBQLlBBWU1FTlQ=", encoding: "Base64" };
  const written = { number: card.number, expirationMonth: "12", expirationYear: "2031" };
  const rows: readonly (readonly [string, CybersourceMethodInput, object, string | undefined])[] = [
    ["a card", card, { card: { ...written, securityCode: "123", type: "001" } }, undefined],
    [
      "a network token",
      { ...card, type: "network_token", cryptogram: "AAAB", eci: "05" },
      { tokenizedCard: { ...written, cryptogram: "AAAB", transactionType: "1", type: "001" } },
      undefined,
    ],
    ["a saved instrument", { type: "saved_token", id: "BB" }, { paymentInstrument: { id: "BB" } }, undefined],
    ["a saved customer", { type: "saved_token", id: "AB", kind: "customer" }, { customer: { id: "AB" } }, undefined],
    [
      "a saved account, with a security code",
      { type: "saved_token", id: "70", kind: "instrument_identifier", cvv: "123" },
      { instrumentIdentifier: { id: "70" }, card: { securityCode: "123" } },
      undefined,
    ],
    [
      "Apple Pay",
      { type: "wallet", kind: "apple_pay", payload: "eyJ9" },
      { fluidData: { value: "eyJ9", ...apple } },
      "001",
    ],
    ["Google Pay", { type: "wallet", kind: "google_pay", payload: "{}" }, { fluidData: { value: "e30=" } }, "012"],
    [
      "Samsung Pay",
      { type: "wallet", kind: "samsung_pay", payload: {} },
      { fluidData: { value: "e30=", ...samsung } },
      "008",
    ],
    [
      "an account",
      { type: "bank_account", scheme: "ach", accountNumber: "4100", routingNumber: "121042882" },
      { bank: { account: { number: "4100", type: "C" }, routingNumber: "121042882" }, paymentType: { name: "CHECK" } },
      undefined,
    ],
    [
      "a savings account",
      {
        type: "bank_account",
        scheme: "ach",
        accountNumber: "4100",
        routingNumber: "121042882",
        accountType: "savings",
      },
      { bank: { account: { number: "4100", type: "S" }, routingNumber: "121042882" }, paymentType: { name: "CHECK" } },
      undefined,
    ],
    [
      "the server's own fields",
      { type: "provider_specific", fields: { eWallet: { accountId: "x" } } },
      { eWallet: { accountId: "x" } },
      undefined,
    ],
  ];
  it.each(rows)("%s", async (_, method, paymentInformation, paymentSolution) => {
    const { gateway, sent } = gatewayOf([201, { id, status: "AUTHORIZED" }]);
    await gateway.create({ ...order, method });
    expect(sent[0]?.body).toMatchObject({ paymentInformation });
    expect(Object(sent[0]?.body).paymentInformation).toEqual(paymentInformation);
    expect(Object(sent[0]?.body).processingInformation.paymentSolution).toBe(paymentSolution);
  });

  it("an account is debited over the web", async () => {
    const { gateway, sent } = gatewayOf([201, { id, status: "PENDING" }]);
    const method = { type: "bank_account", scheme: "ach", accountNumber: "4100", routingNumber: "121042882" } as const;
    await gateway.create({ ...order, method });
    await gateway.create({ ...order, idempotencyKey: "another" });
    const options = sent.map(({ body }) => Object(body).processingInformation.bankTransferOptions);
    expect(options).toEqual([{ secCode: "WEB" }, undefined]);
  });

  it("a network token brings its own indicator", async () => {
    const { gateway, sent } = gatewayOf([201, { id, status: "AUTHORIZED" }]);
    await gateway.create({ ...order, method: { ...card, type: "network_token", cryptogram: "AAAB", eci: "05" } });
    expect(sent[0]?.body).toMatchObject({ consumerAuthenticationInformation: { eciRaw: "05" } });
  });

  const numbers = [
    ["4111111111111111", "001"],
    ["5555555555554444", "002"],
    ["2222420000001113", "002"],
    ["378282246310005", "003"],
    ["6011111111111117", "004"],
    ["36111111111111", "005"],
    ["3566111111111113", "007"],
    ["6200000000000005", "062"],
    ["50339619890917", "042"],
    ["586824160825533338", "042"],
    ["9999999999999999", undefined],
  ] as const;
  it.each(numbers)("%s has the type %s", async (number, type) => {
    const { gateway, sent } = gatewayOf([201, { id, status: "AUTHORIZED" }]);
    await gateway.create({ ...order, method: { ...card, number } });
    expect(Object(sent[0]?.body).paymentInformation.card.type).toBe(type);
  });

  // The first and the last of each range, and their neighbours.
  const ranges: Readonly<Record<string, string>> = {
    "001": "40 49",
    "002": "51 55 2221 2229 223 229 23 26 270 271 2720",
    "003": "34 37",
    "004": "6011 644 649 65",
    "005": "300 305 36 38 39",
    "007": "3528 3529 353 358",
    "062": "62",
    "042": "50 56 58 6304 67",
    none: "2220 2721 273 33 35 306 3527 359 6010 643 6303 63 66 68 59 1 7",
  };
  const edges = Object.entries(ranges).flatMap(([type, starts]) =>
    starts.split(" ").flatMap((start) => [
      [start, type],
      [`9${start}`, "none"],
    ]),
  );
  it.each(edges)("a number that begins with %s has the type %s", async (start, type) => {
    const { gateway, sent } = gatewayOf([201, { id, status: "AUTHORIZED" }]);
    await gateway.create({ ...order, method: { ...card, number: `${start}`.padEnd(16, "0") } });
    expect(Object(sent[0]?.body).paymentInformation.card.type ?? "none").toBe(type);
  });

  it("needs no billing where the server has it, or gets its own fields", async () => {
    const { billing: _, ...unbilled } = order;
    const { gateway, sent } = gatewayOf([201, { id, status: "AUTHORIZED" }]);
    await gateway.create({ ...unbilled, method: { type: "saved_token", id: "1" } });
    await gateway.create({
      ...unbilled,
      idempotencyKey: "another",
      method: { type: "provider_specific", fields: { customer: { id: "1" } } },
    });
    expect(sent.map(({ body }) => Object(body).orderInformation.billTo)).toEqual([undefined, undefined]);
    await expect(gateway.create({ ...unbilled, method: card })).rejects.toMatchObject({ field: "billing.firstName" });
  });

  it.each(["01", "09", "10", "12"])("may end in the month %s", async (expMonth) => {
    const { gateway, sent } = gatewayOf([201, { id, status: "AUTHORIZED" }]);
    await gateway.create({ ...order, method: { ...card, expMonth } });
    expect(Object(sent[0]?.body).paymentInformation.card.expirationMonth).toBe(expMonth);
  });

  const misprints = {
    number: ["4111 1111", "4111111111111111x", "x4111111111111111", "4111111", "41111111111111111111"],
    expMonth: ["13", "00", "1", "012", "123", "x12"],
    expYear: ["31", "20311", "x2031"],
  };
  it.each(Object.entries(misprints))(
    "a card whose %s is one of %j is refused, and the field named",
    async (name, list) => {
      const { gateway, sent } = gatewayOf([201, {}]);
      const field = name === "number" ? "method.number" : "method.expMonth";
      for (const value of list) {
        const refused = gateway.create({ ...order, method: { ...card, [name]: value } });
        await expect(refused, value).rejects.toMatchObject({ code: "invalid_request", field, safeToRetry: true });
      }
      expect(sent).toHaveLength(0);
    },
  );

  const wrong: readonly (readonly [object, string, string?])[] = [
    [{ type: "bank_account", scheme: "ach", accountNumber: "4100" }, "invalid_request"],
    [{ type: "bank_account", scheme: "ach", routingNumber: "121042882" }, "invalid_request"],
    [{ type: "wallet", kind: "apple_pay" }, "invalid_request", "method.payload"],
    [{ type: "bank_account", scheme: "ach" }, "invalid_request"],
    [{}, "invalid_request"],
    [{ type: "wallet", kind: "paytm", payload: "x" }, "unsupported_operation"],
    [{ type: "bank_account", scheme: "sepa", iban: "x" }, "unsupported_operation"],
    [{ type: "upi", flow: "intent" }, "unsupported_operation"],
  ];
  it.each(wrong)("%j is refused before anything is sent: %s", async (method, code, field) => {
    const { gateway, sent } = gatewayOf([201, {}]);
    const refused = gateway.create({ ...order, method: method as CybersourceMethodInput });
    await expect(refused).rejects.toMatchObject({ code, safeToRetry: true, ...(field === undefined ? {} : { field }) });
    expect(sent).toHaveLength(0);
  });
});

describe("the billing address", () => {
  const missing = ["firstName", "lastName", "line1", "city", "country", "email", "state", "postalCode"] as const;
  it.each(missing)("needs %s", async (name) => {
    const { gateway, sent } = gatewayOf([201, {}]);
    const refused = gateway.create({ ...order, billing: { ...billing, [name]: undefined } });
    await expect(refused).rejects.toMatchObject({ code: "invalid_request", field: `billing.${name}` });
    expect(sent).toHaveLength(0);
  });

  it("has no states or postal codes where countries have none", async () => {
    const { gateway, sent } = gatewayOf([201, { id, status: "AUTHORIZED" }]);
    await gateway.create({ ...order, billing: { ...billing, country: "HK", state: undefined, postalCode: undefined } });
    expect(sent).toHaveLength(1);
  });

  const wrong = [
    ["state", { state: "Texas" }],
    ["state", { country: "FR", state: "x".repeat(21) }],
    ["city", { city: "x".repeat(51) }],
    ["postalCode", { postalCode: "12345678901" }],
  ] as const;
  it.each(wrong)("has a good %s: not %j", async (name, change) => {
    const { gateway } = gatewayOf([201, {}]);
    const refused = gateway.create({ ...order, billing: { ...billing, ...change } });
    await expect(refused).rejects.toMatchObject({ code: "invalid_request", field: `billing.${name}` });
  });

  it("is kept with a saved method", async () => {
    const { gateway, sent } = gatewayOf([201, { id, status: "AUTHORIZED" }]);
    const { billing: _, ...rest } = order;
    await gateway.create({ ...rest, method: { type: "saved_token", id: "BB" } });
    expect(Object(sent[0]?.body).orderInformation).toEqual({
      amountDetails: { totalAmount: "102.21", currency: "USD" },
    });
  });

  it("is written in the server's words, telephones in digits", async () => {
    const { gateway, sent } = gatewayOf([201, { id, status: "AUTHORIZED" }]);
    await gateway.create({ ...order, billing: { ...billing, company: "Test Company" } });
    expect(Object(sent[0]?.body).orderInformation.billTo).toEqual({
      firstName: "Test",
      lastName: "Customer",
      company: { name: "Test Company" },
      address1: "1 Demo Street",
      locality: "Austin",
      administrativeArea: "TX",
      postalCode: "78750",
      country: "US",
      email: "test@example.com",
      phoneNumber: "15125550100",
    });
  });
});

describe("what is read of a method", () => {
  const brands = [
    ["001", "visa"],
    ["002", "mastercard"],
    ["003", "amex"],
    ["004", "discover"],
    ["005", "diners"],
    ["007", "jcb"],
    ["014", "other"],
    ["024", "maestro"],
    ["036", "cartes_bancaires"],
    ["042", "maestro"],
    ["054", "elo"],
    ["060", "mada"],
    ["062", "unionpay"],
    ["067", "meeza"],
    ["999", "other"],
  ] as const;
  it.each(brands)("the type %s is %s", async (type, brand) => {
    const paymentInformation = {
      card: { type, prefix: "411111", suffix: "1111", expirationMonth: "12", expirationYear: "2031" },
    };
    const { gateway } = gatewayOf([200, stored(id, "ics_auth", "AUTHORIZED", "1.00", { paymentInformation })]);
    expect((await gateway.retrieve(id)).paymentMethod).toEqual({
      type: "card",
      card: { brand, rawBrand: type, last4: "1111", bin: "411111", expMonth: "12", expYear: "2031" },
    });
  });

  const solutions = [
    ["001", "wallet", "apple_pay"],
    ["004", "wallet", "004"],
    ["005", "wallet", "005"],
    ["006", "wallet", "android_pay"],
    ["007", "wallet", "chase_pay"],
    ["008", "wallet", "samsung_pay"],
    ["012", "wallet", "google_pay"],
    ["013", "card", "p2pe"],
    ["014", "network_token", "mastercard_token"],
    ["015", "network_token", "visa_token"],
    ["027", "wallet", "click_to_pay"],
    ["visacheckout", "wallet", "visa_checkout"],
  ] as const;
  it.each(solutions)("the solution %s is a %s, %s", async (paymentSolution, type, name) => {
    const more = { processingInformation: { paymentSolution } };
    const { gateway } = gatewayOf([200, stored(id, "ics_auth", "AUTHORIZED", "1.00", more)]);
    const method = (await gateway.retrieve(id)).paymentMethod;
    expect(method).toEqual({ type, subtype: name, ...(type === "wallet" ? { wallet: { name } } : {}) });
  });

  const tokens = [
    [
      { paymentInstrument: { id: "B" }, customer: { id: "A" }, instrumentIdentifier: { id: "7" } },
      "B",
      "payment_instrument",
    ],
    [{ customer: { id: "A" }, instrumentIdentifier: { id: "7" } }, "A", "customer"],
    [{ instrumentIdentifier: { id: "7" } }, "7", "instrument_identifier"],
  ] as const;
  it.each(tokens)("%j gives the token %s of kind %s", async (tokenInformation, token, kind) => {
    const { gateway, sent } = gatewayOf([201, { id, status: "AUTHORIZED", tokenInformation }]);
    const payment = await gateway.create({ ...order, saveMethod: true });
    expect(payment.paymentMethod?.token).toEqual({ id: token, kind });
    expect(sent[0]?.body).toMatchObject({
      processingInformation: {
        actionList: ["TOKEN_CREATE"],
        actionTokenTypes: ["customer", "paymentInstrument", "instrumentIdentifier"],
      },
    });
  });

  it("never a whole number: only its end", async () => {
    const { gateway } = gatewayOf([201, { id, status: "AUTHORIZED" }]);
    const { raw: _, ...payment } = await gateway.create(order);
    expect(JSON.stringify(payment)).not.toContain(card.number);
    expect(payment.paymentMethod?.card).toMatchObject({ brand: "visa", last4: "1111", expYear: "2031" });
  });
});
