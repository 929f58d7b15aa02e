import { describe, expect, it } from "vitest";
import { rest, total } from "../../src/cybersource/read/amount.ts";
import { readMethod } from "../../src/cybersource/read/method.ts";
import { readPayment } from "../../src/cybersource/read/payment.ts";
import { readReference } from "../../src/cybersource/read/reference.ts";
import { readRefreshed } from "../../src/cybersource/read/refreshed.ts";
import { readCredit, readRefund, readStoredRefund } from "../../src/cybersource/read/refund.ts";
import { readStoredPayment } from "../../src/cybersource/read/stored-payment.ts";
import { readSummary } from "../../src/cybersource/read/summary.ts";
import { usd } from "./gateway.ts";
import { whole } from "./whole-bodies.ts";

// Member for member: what is read from where, and what is left out when there is nothing to read.

const answer = { httpStatus: 200, requestId: "req-1" };
const provider = "cybersource";
const nothing = { captures: [], cancellations: [], increments: [], refunds: [], warnings: [] };
const billing = {
  firstName: "Test",
  lastName: "Customer",
  company: "Acme",
  line1: "1 Demo Street",
  line2: "Floor 2",
  line3: "Door 3",
  city: "Austin",
  state: "TX",
  postalCode: "78750",
  country: "US",
  email: "test@example.com",
  phone: "15125550100",
};
const shipping = { firstName: "Other", lastName: "Person", company: "Acme", line1: "2 Demo Street", country: "CA" };
const card = { brand: "mastercard", rawBrand: "002", last4: "4444", bin: "555555", expMonth: "03", expYear: "2031" };
const silent = { field: "amount", problem: "the provider of the wallet or bank says nothing of amounts" };
const alone = { field: "status", problem: "of this transaction alone: retrieve the payment for what followed it" };

/** The body is only as much as the test says of it. */
const as = <T>(body: unknown): T => body as T;

describe("a whole body is read member for member", () => {
  it("of an authorization", () => {
    expect(readPayment({ ...answer, data: as(whole.payment) }, {})).toEqual({
      ...nothing,
      ...answer,
      id: "1",
      provider,
      reference: "ORDER-1001",
      status: "authorized",
      rawStatus: "AUTHORIZED",
      amount: usd(6540),
      amountAuthorized: usd(6000),
      amountCapturable: usd(6000),
      amountCaptured: usd(0),
      amountRefunded: usd(0),
      refundState: "none",
      paymentMethod: {
        type: "card",
        card: { ...card, issuer: "Demo Bank", country: "IN" },
        token: { id: "inst-1", kind: "payment_instrument" },
      },
      customer: { id: "cust-1" },
      billing,
      shipping,
      networkTransactionId: "net-1",
      createdAt: "2026-11-20T12:00:00.000Z",
      raw: whole.payment,
    });
  });

  it("of a stored payment, a capture and a refund of it", () => {
    const data = { root: whole.root, related: [whole.capture, whole.refund] };
    expect(readStoredPayment({ ...answer, data: as(data) })).toEqual({
      ...nothing,
      ...answer,
      id: "1",
      provider,
      reference: "ORDER-1001",
      groupId: "1",
      // The last of two captures is in; the first one is not in the chain.
      status: "partially_captured",
      rawStatus: "AUTHORIZED",
      amount: usd(6540),
      amountAuthorized: usd(6000),
      amountCapturable: usd(0),
      amountCaptured: usd(2000),
      amountRefunded: usd(500),
      refundState: "partial",
      captureMethod: "manual_multiple",
      paymentMethod: { type: "card", card, token: { id: "cust-1", kind: "customer" } },
      customer: { id: "cust-1", email: "test@example.com" },
      billing,
      shipping,
      captures: [
        {
          id: "2",
          paymentId: "1",
          amount: usd(2000),
          status: "succeeded",
          rawStatus: "TRANSMITTED",
          sequence: 2,
          isFinal: true,
          createdAt: "2026-11-20T13:00:00.000Z",
        },
      ],
      refunds: [
        {
          id: "3",
          provider,
          paymentId: "1",
          captureId: "2",
          status: "succeeded",
          rawStatus: "TRANSMITTED",
          amount: usd(500),
          reference: "ORDER-1001",
          createdAt: "2026-11-20T14:00:00.000Z",
          warnings: [],
          raw: whole.refund,
        },
      ],
      metadata: { shelf: "7" },
      description: "A book",
      networkTransactionId: "tx-1",
      createdAt: "2026-11-20T12:00:00.000Z",
      raw: data,
    });
  });

  it("of a refund that was refused", () => {
    const asked = { paymentId: "1", captureId: "2", reason: "damaged", metadata: { rma: "7" } };
    expect(readRefund({ ...answer, data: as(whole.refundAnswer) }, asked)).toEqual({
      ...asked,
      ...answer,
      id: "3",
      provider,
      reference: "ORDER-1001",
      amount: usd(500),
      status: "failed",
      rawStatus: "DECLINED",
      error: {
        code: "card_declined",
        category: "decline",
        retry: "other_method",
        message: "said",
        declineCode: "PROCESSOR_DECLINED",
        issuerCode: "05",
        adviceCode: "03",
        field: "amount",
        raw: whole.refundAnswer.errorInformation,
      },
      createdAt: "2026-11-20T14:00:00.000Z",
      warnings: [],
      raw: whole.refundAnswer,
    });
  });

  it("of a credit, and of a refund as it is stored", () => {
    const common = { ...answer, provider, status: "succeeded", warnings: [] };
    expect(readCredit({ ...answer, data: as(whole.creditAnswer) }, {})).toEqual({
      ...common,
      id: "4",
      rawStatus: "COMPLETED",
      amount: usd(700),
      createdAt: "2026-11-20T15:00:00.000Z",
      raw: whole.creditAnswer,
    });
    expect(readStoredRefund({ ...answer, data: as(whole.refund) })).toEqual({
      ...common,
      id: "3",
      paymentId: "1",
      rawStatus: "TRANSMITTED",
      amount: usd(500),
      reference: "ORDER-1001",
      createdAt: "2026-11-20T14:00:00.000Z",
      raw: whole.refund,
    });
  });

  it("of a wallet that was asked again, and of a transaction that was found", () => {
    expect(readRefreshed({ ...answer, data: as(whole.refreshed) })).toEqual({
      ...nothing,
      ...answer,
      id: "5",
      provider,
      reference: "ORDER-1001",
      status: "failed",
      rawStatus: "AUTHORIZED_RISK_DECLINED",
      refundState: "none",
      authorizationHeld: true,
      paymentMethod: { type: "wallet", subtype: "payPal" },
      billing: { country: "NL" },
      shipping: { country: "BE" },
      error: {
        code: "fraud_suspected",
        category: "decline",
        retry: "none",
        message: "AUTHORIZED_RISK_DECLINED",
      },
      createdAt: "2026-11-20T16:00:00.000Z",
      warnings: [silent],
      raw: whole.refreshed,
    });
    expect(readSummary(as(whole.summary))).toEqual({
      ...nothing,
      id: "6",
      provider,
      reference: "ORDER-1001",
      // A part was agreed to, and a summary does not say which: no amount is promised.
      status: "authorized",
      rawStatus: "PARTIAL_AUTHORIZED",
      amount: usd(6540),
      amountCaptured: usd(0),
      amountRefunded: usd(0),
      refundState: "none",
      captureMethod: "manual",
      paymentMethod: { type: "card", subtype: "VI", card: { brand: "visa", rawBrand: "001", last4: "1111" } },
      customer: { email: "test@example.com" },
      billing: { email: "test@example.com" },
      createdAt: "2026-11-20T17:00:00.000Z",
      warnings: [
        { field: "amountAuthorized", problem: "a part is authorized, and the answer does not say how much" },
        alone,
      ],
      raw: whole.summary,
    });
  });
});

describe("a wallet that was asked again", () => {
  it.each(["PENDING_AUTHENTICATION", "AUTHORIZED"])("and is %s waits for its customer or not", (status) => {
    const payment = readRefreshed({ data: as({ id: "1", status }) });
    const waits = status === "PENDING_AUTHENTICATION";
    expect([payment.status, payment.nextAction]).toEqual(
      waits ? ["requires_action", { type: "unknown" }] : ["authorized", undefined],
    );
  });
});

describe("a stored sale", () => {
  it("is its own capture, the only one and the last", () => {
    const applications = [
      { name: "ics_auth", status: "AUTHORIZED", reasonCode: "100" },
      { name: "ics_bill", status: "PENDING", reasonCode: "100" },
    ];
    const root = { ...whole.root, applicationInformation: { status: "PENDING", applications } };
    const sale = readStoredPayment({ data: as({ root, related: [] }) });
    expect(sale).toMatchObject({ status: "succeeded", captureMethod: "automatic", amountCapturable: usd(0) });
    expect(sale.captures).toEqual([
      {
        id: "1",
        paymentId: "1",
        amount: usd(6000),
        status: "pending",
        rawStatus: "PENDING",
        sequence: 1,
        isFinal: true,
      },
    ]);
  });

  it("counts the captures that do not count themselves", () => {
    const { processingInformation: _, ...capture } = whole.capture;
    const related = [capture, { ...capture, id: "4", submitTimeUTC: "2026-11-20T13:30:00Z" }];
    const { captures } = readStoredPayment({ data: as({ root: whole.root, related }) });
    expect(captures.map(({ id, sequence }) => [id, sequence])).toEqual([
      ["2", 1],
      ["4", 2],
    ]);
  });
});

describe("what has no exact amount is named", () => {
  const orderInformation = { amountDetails: { totalAmount: "1.005", currency: "USD" } };
  it.each<[string, { readonly warnings: readonly unknown[] }]>([
    ["a payment", readPayment({ data: as({ orderInformation }) }, {})],
    ["a stored payment", readStoredPayment({ data: as({ root: { orderInformation }, related: [] }) })],
    ["a stored refund", readStoredRefund({ data: as({ orderInformation }) })],
  ])("%s", (_, { warnings }) => expect(warnings).toMatchObject([{ field: "amount" }]));
});

describe("an empty body is read, and nothing is made up", () => {
  const none = { id: "", provider, status: "unknown", rawStatus: "" };
  const payment = { ...none, ...nothing, refundState: "none" };
  const chain = { root: {}, related: [{}] };
  it.each<[string, unknown, object]>([
    ["a payment", readPayment({ data: as({}) }, {}), { ...payment, raw: {} }],
    ["a stored payment", readStoredPayment({ data: as(chain) }), { ...payment, captureMethod: "manual", raw: chain }],
    ["a refund", readRefund({ data: as({}) }, {}), { ...none, warnings: [], raw: {} }],
    ["a credit", readCredit({ data: as({}) }, {}), { ...none, warnings: [], raw: {} }],
    ["a stored refund", readStoredRefund({ data: as({}) }), { ...none, warnings: [], raw: {} }],
    ["a wallet", readRefreshed({ data: as({}) }), { ...payment, warnings: [silent], raw: {} }],
    ["a summary", readSummary(as({})), { ...payment, captureMethod: "manual", warnings: [alone], raw: {} }],
  ])("%s", (_, found, expected) => expect(found).toEqual(expected));
});

describe("what was asked for completes an answer that says less", () => {
  it("member by member, the answer first", () => {
    const asked = {
      amount: usd(100),
      reference: "mine",
      description: "A book",
      metadata: { a: "1" },
      customer: { id: "c", email: "e@example.com" },
      billing: { country: "IN" },
      shipping: { country: "NP" },
      method: { type: "card", card: { last4: "1111" } },
    } as const;
    const { method: paymentMethod, ...rest } = asked;
    const bare = readPayment({ data: as({ id: "1", status: "PENDING_REVIEW" }) }, asked);
    expect(bare).toMatchObject({ ...rest, paymentMethod, status: "requires_review" });
    const told = readPayment({ data: as(whole.payment) }, asked);
    expect(told).toMatchObject({ reference: "ORDER-1001", billing, shipping, amount: usd(100) });
    expect(told.customer).toEqual({ id: "cust-1", email: "e@example.com" });
  });
});

describe("sums", () => {
  it("are of one currency, and of nothing unknown", () => {
    expect(total([usd(1), usd(2)], usd(9))).toEqual(usd(3));
    expect(total([], usd(9))).toEqual(usd(0));
    expect(total([], undefined)).toBeUndefined();
    expect(total([usd(1), undefined], usd(9))).toBeUndefined();
    expect(total([{ amount: 1, currency: "EUR" }], usd(9))).toBeUndefined();
    expect(rest(usd(9), usd(2), undefined, usd(3))).toEqual(usd(4));
    expect(rest(usd(9), usd(10))).toEqual(usd(0));
    expect(rest(usd(9), { amount: 1, currency: "EUR" })).toBeUndefined();
    expect(rest(undefined, usd(1))).toBeUndefined();
  });
});

describe("who pays", () => {
  it.each([
    [{ buyerInformation: { merchantCustomerId: "b" } }, { id: "b" }],
    [{ orderInformation: { billTo: { email: "e@example.com" } } }, { email: "e@example.com" }],
    [{}, undefined],
  ])("by %j is %j", (root, customer) => {
    expect(readStoredPayment({ data: as({ root, related: [] }) }).customer).toEqual(customer);
  });
});

describe("the merchant's own reference", () => {
  const digest = "0000000000000000000000000a";
  it.each([
    [`ORDER-1001.${digest}`, "ORDER-1001"],
    [digest, undefined],
    [`ORDER-1001.${digest}.b`, `ORDER-1001.${digest}.b`],
    [`ORDER-1001${digest}`, `ORDER-1001${digest}`],
    ["ORDER-1001", "ORDER-1001"],
    ["", undefined],
  ])("of %j is %j", (code, reference) => expect(readReference(code)).toBe(reference));
});

describe("the method of an answer", () => {
  const token = (id: string, kind: string) => ({ type: "unknown", token: { id, kind } });
  it.each<[string, object, object | undefined]>([
    ["nothing", {}, undefined],
    ["a name alone", { paymentInformation: { paymentType: { name: "IDEAL" } } }, { type: "unknown" }],
    ["a check", { paymentInformation: { paymentType: { name: "check" } } }, { type: "bank_debit" }],
    ["a bank", { paymentInformation: { bank: {} } }, { type: "bank_debit" }],
    ["a card by name", { paymentInformation: { paymentType: { name: "Card" } } }, { type: "card" }],
    [
      "a card and a bank",
      { paymentInformation: { card: { suffix: "1111" }, bank: {} } },
      { type: "card", card: { last4: "1111" } },
    ],
    [
      "a token of a network",
      { paymentInformation: { tokenizedCard: { suffix: "1111", type: "999" } } },
      { type: "network_token", card: { brand: "other", rawBrand: "999", last4: "1111" } },
    ],
    [
      "a card that is a network's too",
      { paymentInformation: { card: { suffix: "1111" }, tokenizedCard: { suffix: "2222" } } },
      { type: "card", card: { last4: "1111" } },
    ],
    [
      "a card with more than its last digits",
      { paymentInformation: { card: { suffix: "001111" } } },
      { type: "card", card: { last4: "1111" } },
    ],
    ["a wallet", { paymentInformation: { eWallet: {} } }, { type: "wallet" }],
    [
      "a wallet by its number",
      { paymentInformation: { card: { suffix: "1111" } }, processingInformation: { paymentSolution: "001" } },
      { type: "wallet", subtype: "apple_pay", card: { last4: "1111" }, wallet: { name: "apple_pay" } },
    ],
    [
      "a way of paying as an object",
      { paymentInformation: { paymentType: { name: "X", method: { name: "payPal" } } } },
      { type: "unknown", subtype: "payPal" },
    ],
    [
      "a way of paying that is no text",
      { paymentInformation: { paymentType: { name: "X", method: { name: 7 } } } },
      { type: "unknown" },
    ],
    ["an instrument", { tokenInformation: { paymentInstrument: { id: "i" } } }, token("i", "payment_instrument")],
    ["a customer", { tokenInformation: { customer: { id: "c" } } }, token("c", "customer")],
    ["an account", { tokenInformation: { instrumentIdentifier: { id: "a" } } }, token("a", "instrument_identifier")],
    ["a token of the request", { paymentInformation: { customer: { id: "c" } } }, token("c", "customer")],
  ])("%s", (_, body, expected) => expect(readMethod(body)).toEqual(expected));

  it("is what was asked for, with what the answer adds", () => {
    const asked = { type: "card", subtype: "mine", card: { last4: "1111" }, wallet: { name: "w" } } as const;
    expect(readMethod({ paymentInformation: { card: { type: "001" } } }, asked)).toEqual({
      ...asked,
      card: { last4: "1111", brand: "visa", rawBrand: "001" },
    });
  });
});
