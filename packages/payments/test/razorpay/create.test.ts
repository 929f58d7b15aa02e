import { deriveId } from "@specie/runtime";
import { describe, expect, it } from "vitest";
import { PaymentsError } from "../../src/gateway/payments-error.ts";
import type { RazorpayCreateInput } from "../../src/razorpay/index.ts";
import { collection, errorBody, orderBody, paymentBody } from "./support/bodies.ts";
import { amount, card, connect, customer, idempotencyKey } from "./support/connect.ts";

const next = [{ action: "redirect", url: "https://api.razorpay.com/v1/payments/1/authenticate" }];
const started = { razorpay_payment_id: "pay_Demo0000000001", next };
const input: RazorpayCreateInput = { amount, idempotencyKey, method: card, customer, reference: "1001" };
const order = [200, orderBody()] as const;

describe("create", () => {
  it("makes the order with a receipt of the key, and pays it", async () => {
    const { gateway, sent } = connect(order, [200, started]);
    const payment = await gateway.create({
      ...input,
      captureMethod: "manual",
      description: "Shoes",
      metadata: { shop: "north" },
      returnUrl: "https://shop.example/return",
      browser: {
        ipAddress: "192.0.2.1",
        userAgent: "Test",
        screenWidth: 800,
        javaEnabled: false,
        timeZoneOffset: -330,
      },
      providerFields: { order: { offer_id: "offer_1" }, payment: { referer: "https://shop.example" } },
    });
    expect(sent.map(({ method, url }) => `${method} ${url.pathname}`)).toEqual([
      "POST /v1/orders",
      "POST /v1/payments/create/json",
    ]);
    expect(sent[0]?.body).toEqual({
      amount: 50000,
      currency: "INR",
      receipt: await deriveId(idempotencyKey),
      unique_receipt: true,
      notes: { reference: "1001", shop: "north" },
      payment: { capture: "manual" },
      offer_id: "offer_1",
    });
    expect(sent[1]?.body).toEqual({
      amount: 50000,
      currency: "INR",
      order_id: "order_Demo0000000001",
      email: "customer@example.com",
      contact: "+919876500001",
      method: "card",
      card: { number: "4100280000001007", name: "Test Customer", expiry_month: "03", expiry_year: "30", cvv: "123" },
      notes: { reference: "1001", shop: "north" },
      description: "Shoes",
      callback_url: "https://shop.example/return",
      ip: "192.0.2.1",
      user_agent: "Test",
      referer: "https://shop.example",
      authentication: { authentication_channel: "browser" },
      browser: { screen_width: 800, java_enabled: false, timezone_offset: -330 },
    });
    expect(payment).toMatchObject({
      id: "pay_Demo0000000001",
      groupId: "order_Demo0000000001",
      status: "requires_action",
      rawStatus: "created",
      amount,
      amountCaptured: { amount: 0, currency: "INR" },
      captureMethod: "manual",
      reference: "1001",
      description: "Shoes",
      metadata: { shop: "north" },
      customer,
      nextAction: { type: "redirect" },
      httpStatus: 200,
      raw: started,
    });
  });

  it("whose answer leaves out the payment's id goes by the order's", async () => {
    const acting = await connect(order, [200, { next }]).gateway.create(input);
    expect(acting).toMatchObject({ id: "order_Demo0000000001", status: "requires_action" });
    const { gateway } = connect(order, [200, {}], [200, collection(paymentBody({ status: "authorized" }))]);
    expect(await gateway.create(input)).toMatchObject({ id: "pay_Demo0000000001", status: "authorized" });
  });

  it("whose order has no id is one that nobody knows of", async () => {
    const { gateway, sent } = connect([200, {}]);
    await expect(gateway.create(input)).rejects.toMatchObject({
      code: "outcome_unknown",
      outcome: { operation: "create" },
    });
    expect(sent).toHaveLength(1);
  });

  it("without a method is only the order", async () => {
    const { gateway, sent } = connect(order);
    const payment = await gateway.create({ amount, idempotencyKey });
    expect(sent).toHaveLength(1);
    expect(sent[0]?.body).toMatchObject({ payment: { capture: "automatic" } });
    expect(payment).toMatchObject({
      id: "order_Demo0000000001",
      status: "requires_payment_method",
      captureMethod: "automatic",
    });
  });

  it("looks at the payment where the answer names no next step", async () => {
    const captured = paymentBody({ status: "captured", captured: true });
    const { gateway, sent } = connect(order, [200, { ...started, next: [] }], [200, captured]);
    const payment = await gateway.create(input);
    expect(payment).toMatchObject({ status: "succeeded", captureMethod: "automatic", amountCaptured: amount });
    expect(sent[2]?.url.pathname).toBe("/v1/payments/pay_Demo0000000001");
  });

  it("keeps what was started where it can't be looked at", async () => {
    const { gateway } = connect(order, [200, { ...started, next: [] }], [503, {}]);
    expect(await gateway.create(input)).toMatchObject({
      id: "pay_Demo0000000001",
      status: "processing",
      warnings: [{ field: "status", problem: "how it went could not be read: provider_unavailable" }],
    });
  });

  it.each([
    ["card_declined", "failed", "card_declined"],
    ["insufficient_funds", "failed", "insufficient_funds"],
    ["gateway_technical_error", "failed", "processing_error"],
    ["payment_pending", "processing", undefined],
  ])("that is refused with %s is a payment that is %s", async (reason, status, code) => {
    const body = errorBody("No.", { reason, metadata: { payment_id: "pay_Demo0000000009" } });
    const { gateway } = connect(order, [400, body]);
    const payment = await gateway.create(input);
    expect(payment).toMatchObject({
      id: "pay_Demo0000000009",
      groupId: "order_Demo0000000001",
      status,
      httpStatus: 400,
    });
    expect(payment.error?.code).toBe(code);
    expect(payment.rawStatus).toBe(status === "failed" ? "failed" : "created");
    expect(payment.raw).toEqual(body);
  });

  it("that is refused without a payment keeps the order's id", async () => {
    const { gateway } = connect(order, [400, errorBody("No.", { reason: "card_declined" })]);
    expect(await gateway.create(input)).toMatchObject({ id: "order_Demo0000000001", status: "failed" });
  });

  it("of an order that is paid already is what became of it", async () => {
    const paid = errorBody("The order is already paid", { reason: "order_already_paid" });
    const { gateway } = connect(
      order,
      [400, paid],
      [200, collection(paymentBody({ status: "captured", captured: true }))],
    );
    expect(await gateway.create(input)).toMatchObject({ id: "pay_Demo0000000001", status: "succeeded" });
    const { gateway: other } = connect(order, [400, paid]);
    await expect(other.create(input)).rejects.toMatchObject({ code: "outcome_unknown" });
  });

  it.each([
    [400, errorBody("No.", { reason: "payment_method_not_enabled" }), "payment_method_not_enabled"],
    [400, errorBody("No.", { reason: "server_error" }), "outcome_unknown"],
    [401, errorBody("Authentication failed"), "unauthorized"],
    [429, {}, "rate_limited"],
  ])("throws what is no refusal of the payment: %i %j is %s", async (status, body, code) => {
    const { gateway } = connect(order, [status, body]);
    await expect(gateway.create(input)).rejects.toMatchObject({ name: "PaymentsError", code });
  });
});

describe("a repeat of create", () => {
  it("finds the order of the first time, and what became of it", async () => {
    const attempted = orderBody({ status: "attempted", attempts: 1 });
    const { gateway, sent } = connect([200, attempted], [200, collection(paymentBody({ status: "captured" }))]);
    expect(await gateway.create(input)).toMatchObject({ id: "pay_Demo0000000001", status: "succeeded" });
    expect(sent.map(({ method, url }) => `${method} ${url.pathname}`)).toEqual([
      "POST /v1/orders",
      "GET /v1/orders/order_Demo0000000001/payments",
    ]);
  });

  it("of another amount is refused, and pays nothing", async () => {
    const { gateway, sent } = connect([200, orderBody({ amount: 60000 })]);
    await expect(gateway.create(input)).rejects.toMatchObject({ code: "duplicate" });
    expect(sent).toHaveLength(1);
  });
});

describe("a lost answer", () => {
  it("of the order is asked for again, as there is only one of each receipt", async () => {
    const { gateway, sent } = connect(new Error("cut"), [503, {}], order);
    await gateway.create({ amount, idempotencyKey });
    expect(sent).toHaveLength(3);
    expect(sent[2]?.body).toEqual(sent[0]?.body);
  });

  it.each([[new Error("cut")], [[502, "<html>"] as const], [[200, "not JSON"] as const], [[204, ""] as const]])(
    "of the payment is an unknown outcome with a token, and never sent again (%j)",
    async (answer) => {
      const { gateway, sent } = connect(order, answer);
      const error = await gateway.create(input).catch((thrown: unknown) => thrown);
      expect(error).toBeInstanceOf(PaymentsError);
      expect(error).toMatchObject({
        code: "outcome_unknown",
        safeToRetry: false,
        outcome: {
          version: 1,
          provider: "razorpay",
          operation: "create",
          idempotencyKey,
          paymentId: "order_Demo0000000001",
          reference: "1001",
          amount,
        },
      });
      expect(sent).toHaveLength(2);
      expect(JSON.stringify(error)).not.toContain("4100280000001007");
    },
  );
});

describe("what is wrong is refused before anything is sent", () => {
  it.each<[object, object]>([
    [{ customer: { phone: "+919876500001" } }, { code: "invalid_request", field: "customer.email" }],
    [{ customer: { email: "customer@example.com" } }, { code: "invalid_request", field: "customer.phone" }],
    [{ captureMethod: "manual_multiple" }, { code: "unsupported_operation" }],
    [{ idempotencyKey: "" }, { code: "invalid_request", field: "idempotencyKey" }],
    [{ idempotencyKey: undefined }, { code: "invalid_request", field: "idempotencyKey" }],
    [{ metadata: { reference: "other" } }, { code: "invalid_request", field: "metadata.reference" }],
    [{ metadata: { note: "x".repeat(257) } }, { code: "invalid_request", field: "metadata.note" }],
    [
      { metadata: Object.fromEntries(Array.from({ length: 15 }, (_, index) => [`n${index}`, "x"])) },
      { code: "invalid_request", field: "metadata" },
    ],
    [{ amount: { amount: 99, currency: "INR" } }, { code: "invalid_amount" }],
    [{ amount: { amount: 1.5, currency: "INR" } }, { code: "invalid_amount" }],
    [{ amount: { amount: 100, currency: "XAU" } }, { code: "currency_not_supported" }],
  ])("%j", async (change, expected) => {
    const { gateway, sent } = connect(order);
    const wrong = { ...input, ...change } as RazorpayCreateInput;
    await expect(gateway.create(wrong)).rejects.toMatchObject(expected);
    expect(sent).toEqual([]);
  });
});

describe("confirm", () => {
  it("pays an order that was made without a method, with its figures", async () => {
    const { gateway, sent } = connect([200, orderBody({ notes: { reference: "1001" } })], [200, started]);
    const made = await gateway.create({ amount, idempotencyKey, reference: "1001" });
    const payment = await gateway.confirm(JSON.parse(JSON.stringify(made)), { method: card, customer });
    expect(payment).toMatchObject({ status: "requires_action", captureMethod: "automatic", reference: "1001" });
    expect(sent).toHaveLength(2);
    expect(sent[1]?.body).toMatchObject({ order_id: made.id, amount: 50000, notes: { reference: "1001" } });
  });

  it("takes the order's id, and tries the order of a failed payment again", async () => {
    const byId = connect(order, [200, started]);
    await byId.gateway.confirm("order_Demo0000000001", { method: card, customer });
    expect(byId.sent.map(({ method }) => method)).toEqual(["GET", "POST"]);
    expect(byId.sent[1]?.body).not.toHaveProperty("authentication");
    expect(byId.sent[1]?.body).not.toHaveProperty("browser");
    const again = connect([200, collection()], order, [200, started]);
    const failed = { ...(await again.gateway.retrieve("order_Demo0000000001")), id: "pay_1" };
    await again.gateway.confirm(failed, { method: card, customer });
    expect(again.sent[2]?.body).toMatchObject({ order_id: "order_Demo0000000001" });
  });

  it("refuses what has no order, and what has no method", async () => {
    const { gateway, sent } = connect(order);
    await expect(gateway.confirm("pay_1", { method: card, customer })).rejects.toMatchObject({
      code: "invalid_request",
    });
    const nothing = {} as Parameters<typeof gateway.confirm>[1];
    await expect(gateway.confirm("order_1", nothing)).rejects.toMatchObject({ field: "method" });
    expect(sent).toEqual([]);
  });
});
