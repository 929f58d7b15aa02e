import { describe, expect, it } from "vitest";
import { readDispute } from "../../src/razorpay/read/dispute.ts";
import { readMethod } from "../../src/razorpay/read/method.ts";
import { readNextAction } from "../../src/razorpay/read/next-action.ts";
import { readOrder } from "../../src/razorpay/read/order.ts";
import { readPayment } from "../../src/razorpay/read/payment.ts";
import { readSavedMethod } from "../../src/razorpay/read/saved-method.ts";
import { writeLink } from "../../src/razorpay/write/link.ts";
import { writeNotes } from "../../src/razorpay/write/notes.ts";
import { writeOrder } from "../../src/razorpay/write/order.ts";
import { writePage } from "../../src/razorpay/write/page.ts";
import { writePayment } from "../../src/razorpay/write/payment.ts";
import { orderBody, paymentBody } from "./support/bodies.ts";
import { amount, card, customer, idempotencyKey } from "./support/connect.ts";

// Member for member: what is read from where, what is written where, and what is left out when there is nothing.

/** A body that is only as much as the test says of it. */
const as = <T>(part: unknown): T => part as T;

describe("what a customer kept", () => {
  const token = { id: "token_1", entity: "token", created_at: 1795176000, used_at: 1795179600 };
  const told = {
    id: "token_1",
    createdAt: "2026-11-20T12:00:00.000Z",
    lastUsedAt: "2026-11-20T13:00:00.000Z",
  };
  const kept = { id: "token_1", kind: "token" };
  it.each<[object, object]>([
    [
      { method: "card", card: { last4: "1007", network: "Visa" } },
      { type: "card", card: { brand: "visa", rawBrand: "Visa", last4: "1007" }, token: kept },
    ],
    [
      { method: "emandate", bank: "HDFC" },
      { type: "bank_debit", subtype: "emandate", bank: { code: "HDFC" }, token: kept },
    ],
    [
      { method: "wallet", wallet: "payzapp" },
      { type: "wallet", subtype: "wallet", wallet: { name: "payzapp" }, token: kept },
    ],
    [
      { method: "upi", vpa: { username: "customer", handle: "exampleupi" } },
      { type: "upi", subtype: "upi", upi: { vpa: "customer@exampleupi" }, token: kept },
    ],
    [
      { method: "upi", vpa: { username: "customer" } },
      { type: "upi", subtype: "upi", token: kept },
    ],
    [
      { method: "upi", vpa: { handle: "exampleupi" } },
      { type: "upi", subtype: "upi", token: kept },
    ],
    [
      { method: "brand_new", card: null },
      { type: "unknown", subtype: "brand_new", token: kept },
    ],
  ])("%o", (members, method) => {
    const raw = { ...token, ...members };
    expect(readSavedMethod(as(raw), "cust_1")).toEqual({ ...told, customerId: "cust_1", method, raw });
    const owned = { ...raw, customer_id: "cust_2" };
    expect(readSavedMethod(as(owned), "cust_1").customerId).toBe("cust_2");
  });
});

describe("a dispute", () => {
  it("is read member for member", () => {
    const raw = {
      id: "disp_1",
      payment_id: "pay_1",
      amount: 100,
      currency: "INR",
      status: "open",
      phase: "chargeback",
      reason_code: "c",
      reason_description: "said",
      respond_by: 1795179600,
      created_at: 1795176000,
    };
    const found = readDispute(as(raw));
    expect(found).toMatchObject({
      id: "disp_1",
      provider: "razorpay",
      paymentId: "pay_1",
      amount: { amount: 100, currency: "INR" },
      status: "open",
      rawStatus: "open",
      stage: "chargeback",
      rawStage: "chargeback",
      reasonCode: "c",
      respondBy: "2026-11-20T13:00:00.000Z",
      createdAt: "2026-11-20T12:00:00.000Z",
      warnings: [],
    });
    expect(found.raw).toBe(raw);
  });
});

describe("who pays", () => {
  it("is nobody where the payment says nothing of it", () => {
    const silent = as<ReturnType<typeof paymentBody>>({ email: null, contact: null, customer_id: null });
    expect(readPayment(paymentBody(silent))).not.toHaveProperty("customer");
    expect(readPayment(paymentBody({ ...silent, customer_id: "cust_1" })).customer).toEqual({ id: "cust_1" });
  });
});

describe("a payment", () => {
  it("names what of it has no exact amount", () => {
    const { warnings } = readPayment(paymentBody({ amount: 0.5, amount_refunded: 1.5 }));
    expect(warnings).toMatchObject([{ field: "amount" }, { field: "amountRefunded" }]);
  });
});

describe("an order", () => {
  it("names what of it has no exact amount", () => {
    const order = readOrder(orderBody({ amount: 0.5, amount_paid: 1.5 }), undefined);
    expect(order.warnings).toMatchObject([{ field: "amount" }, { field: "amountCaptured" }]);
  });

  it("has no steps of its own", () => {
    expect(readOrder(orderBody(), undefined)).toMatchObject({
      captures: [],
      cancellations: [],
      increments: [],
      refunds: [],
      warnings: [],
    });
  });
});

describe("a card of a payment", () => {
  it("has a brand only where its network is told", () => {
    expect(readMethod(as({ method: "card", card: { last4: "1007" } }))?.card).toEqual({ last4: "1007" });
    const expires = { expiry_month: 3, expiry_year: 30 };
    expect(readMethod(as({ method: "card", card: expires }))?.card).toEqual({ expMonth: "03", expYear: "2030" });
    expect(readMethod(as({ method: "card", card: { expiry_month: "", expiry_year: null } }))?.card).toEqual({});
    expect(readMethod(as({ method: "card", card: { network: "New" } }))?.card).toEqual({
      brand: "other",
      rawBrand: "New",
    });
  });
});

describe("how a payment goes on", () => {
  const url = "https://api.razorpay.com/v1/payments/pay_1/authenticate";
  it("has alternatives only where there are some", () => {
    expect(readNextAction({ next: [{ action: "redirect", url }] })).toEqual({ type: "redirect", url, method: "GET" });
    expect(readNextAction({ next: [{ action: "redirect", url }, "otp_generate"] })).toEqual({
      type: "redirect",
      url,
      method: "GET",
      alternatives: [{ type: "otp" }],
    });
    expect(readNextAction({ next: ["otp_resend"] })).toEqual({ type: "otp" });
    expect(readNextAction({ next: ["poll"] })?.type).toBe("wait");
    expect(readNextAction({ next: [] })).toBeUndefined();
    expect(readNextAction({})).toBeUndefined();
    expect(readNextAction({ next: null, link: "upi://pay?x" })).toEqual({ type: "app_intent", uri: "upi://pay?x" });
  });
});

describe("a request", () => {
  const link = { amount, idempotencyKey };
  it("for a link has nothing in it that was not given", async () => {
    const bare = await writeLink(link, "createLink");
    expect(Object.keys(bare).sort()).toEqual(["amount", "currency", "reference_id"]);
    const who = { ...link, customer: { email: customer.email } };
    expect((await writeLink(who, "createLink")).customer).toEqual({ email: customer.email });
    expect(await writeLink({ ...link, returnUrl: "https://shop.example/" }, "createLink")).toMatchObject({
      callback_url: "https://shop.example/",
      callback_method: "get",
    });
    const expiring = { ...link, expiresAt: new Date("2027-01-01T00:00:00.999Z") };
    expect((await writeLink(expiring, "createLink")).expire_by).toBe(1798761600);
  });

  it("for an order has the merchant's own fields, and the gateway's before them", async () => {
    const order = { amount, idempotencyKey, method: card };
    const bare = await writeOrder(order, "create");
    expect(Object.keys(bare).sort()).toEqual(["amount", "currency", "payment", "receipt", "unique_receipt"]);
    expect(bare.payment).toEqual({ capture: "automatic" });
    const options = { capture: "manual", capture_options: { refund_speed: "normal" } } as const;
    const providerFields = { order: { payment: options, offer_id: "offer_1" } };
    const own = await writeOrder({ ...order, providerFields: as(providerFields) }, "create");
    expect(own).toMatchObject({ offer_id: "offer_1", payment: { ...options, capture: "automatic" } });
    expect((await writeOrder({ ...order, providerFields: { payment: {} } }, "create")).payment).toEqual({
      capture: "automatic",
    });
  });

  it("for a page is of 1 to 100", () => {
    for (const limit of [1, 100]) expect(writePage({ limit }, undefined, "list")).toEqual({ count: limit, skip: 0 });
    expect(writePage({}, undefined, "list")).toEqual({ count: 10, skip: 0 });
    for (const limit of [0, 101, 1.5, Number.NaN]) {
      const refused = { code: "invalid_request", provider: "razorpay", operation: "list", field: "limit" };
      expect(() => writePage({ limit }, undefined, "list"), `${limit}`).toThrow(expect.objectContaining(refused));
    }
  });

  it("for an order is of one capture", async () => {
    const several = { amount, idempotencyKey, method: card, captureMethod: "manual_multiple" };
    await expect(writeOrder(as(several), "create")).rejects.toMatchObject({
      code: "unsupported_operation",
      provider: "razorpay",
      operation: "create.manual_multiple",
    });
  });

  it("for a payment says how to reach who pays, and shows the browser where it is known", () => {
    const billed = { amount, method: { type: "netbanking", bank: "HDFC" }, billing: customer } as const;
    expect(writePayment("order_1", billed, "confirm")).toEqual({
      amount: amount.amount,
      currency: amount.currency,
      order_id: "order_1",
      email: customer.email,
      contact: customer.phone,
      method: "netbanking",
      bank: "HDFC",
    });
    const own = { email: "own@example.com", phone: "+919876500002" };
    expect(writePayment("order_1", { ...billed, customer: own }, "confirm")).toMatchObject({
      email: own.email,
      contact: own.phone,
    });
    const address = { ipAddress: "192.0.2.1", userAgent: "Mozilla/5.0" };
    const seen = writePayment("order_1", { ...billed, browser: address }, "confirm");
    expect(seen).toMatchObject({ ip: "192.0.2.1", user_agent: "Mozilla/5.0" });
    expect(seen).not.toHaveProperty("browser");
    const saved = { ...billed, method: { type: "saved_token", id: "token_1", cvv: "123" } } as const;
    expect(() => writePayment("order_1", saved, "confirm")).toThrow(
      expect.objectContaining({ code: "invalid_request", provider: "razorpay", field: "customer.id" }),
    );
  });

  it("takes fifteen notes of 256 characters, and no more", () => {
    const notes = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, n) => [`n${n}`, "x"]));
    expect(Object.keys(writeNotes("create", notes(15), "reference", undefined) ?? {})).toHaveLength(15);
    expect(Object.keys(writeNotes("create", notes(14), "reference", "r") ?? {})).toHaveLength(15);
    expect(() => writeNotes("create", notes(16), "reference", undefined)).toThrow(/15/);
    expect(() => writeNotes("create", notes(15), "reference", "r")).toThrow(/15/);
    expect(writeNotes("create", { a: "x".repeat(256) }, "reason", undefined)).toEqual({ a: "x".repeat(256) });
    expect(() => writeNotes("create", { a: "x".repeat(257) }, "reason", undefined)).toThrow(/256/);
    expect(writeNotes("create", {}, "reason", undefined)).toBeUndefined();
    expect(writeNotes("create", { reason: "r" }, "reason", "r")).toEqual({ reason: "r" });
    expect(() => writeNotes("create", { reason: "other" }, "reason", "r")).toThrow(/contradicts/);
    expect(() => writeNotes("create", as({ a: 7 }), "reason", undefined)).toThrow(
      expect.objectContaining({ code: "invalid_request", provider: "razorpay", field: "metadata.a" }),
    );
  });
});
