import { deriveId } from "@specie/runtime";
import { describe, expect, it } from "vitest";
import { writeCursor } from "../../src/gateway/cursor.ts";
import type { Payment } from "../../src/model/payment.ts";
import { readOrder } from "../../src/razorpay/read/order.ts";
import { readPayment } from "../../src/razorpay/read/payment.ts";
import { readRefund } from "../../src/razorpay/read/refund.ts";
import type { Sent } from "../support/answering.ts";
import { collection, errorBody, orderBody, paymentBody, refundBody } from "./support/bodies.ts";
import { amount, connect, idempotencyKey } from "./support/connect.ts";

const id = "pay_Demo0000000001";
const order_id = "order_Demo0000000001";
const authorized = paymentBody();
const captured = paymentBody({ status: "captured", captured: true });
const inr = (value: number) => ({ amount: value, currency: "INR" });
const calls = (sent: readonly Sent[]) => sent.map(({ method, url }) => `${method} ${url.pathname}`);
const stored = (payment: Payment): Payment => JSON.parse(JSON.stringify(payment));

describe("retrieve", () => {
  it("reads a payment with its card and its refunds", async () => {
    const { gateway, sent } = connect([200, captured, { "x-razorpay-request-id": "req_1" }]);
    expect(await gateway.retrieve(id)).toMatchObject({ id, status: "succeeded", httpStatus: 200, requestId: "req_1" });
    expect(sent[0]?.url.searchParams.getAll("expand[]")).toEqual(["card", "refunds"]);
  });

  it("reads the best payment of an order", async () => {
    const failed = paymentBody({ id: "pay_2", status: "failed" });
    const { gateway, sent } = connect([200, collection(failed, captured)]);
    expect(await gateway.retrieve(order_id)).toMatchObject({ id, status: "succeeded", httpStatus: 200 });
    expect(calls(sent)).toEqual([`GET /v1/orders/${order_id}/payments`]);
  });

  it("reads the order itself where all tries failed, with why the last one did", async () => {
    const failed = paymentBody({ status: "failed", error_reason: "card_declined" });
    const { gateway } = connect([200, collection(failed)], [200, orderBody({ status: "attempted", attempts: 1 })]);
    expect(await gateway.retrieve(order_id)).toMatchObject({
      id: order_id,
      status: "requires_payment_method",
      rawStatus: "attempted",
      error: { code: "card_declined" },
      nextAction: { type: "sdk" },
    });
  });

  it("refuses what another provider made, and what is no reference", async () => {
    const { gateway, sent } = connect([200, captured]);
    const other = { ...readPayment(captured), provider: "cybersource" } as const;
    for (const wrong of [other, "", {} as Payment]) {
      await expect(gateway.retrieve(wrong)).rejects.toMatchObject({ code: "invalid_request", operation: "retrieve" });
    }
    expect(sent).toEqual([]);
  });
});

describe("lists", () => {
  it("go on by what was skipped, until a page is not full", async () => {
    const page = [200, collection(captured, authorized)] as const;
    const { gateway, sent } = connect(page, page, [200, collection(captured)]);
    const from = new Date("2026-11-01T00:00:00.900Z");
    const found: string[] = [];
    for await (const payment of gateway.list({ limit: 2, from })) found.push(payment.status);
    expect(found).toEqual(["succeeded", "authorized", "succeeded", "authorized", "succeeded"]);
    expect(sent.map(({ url }) => url.searchParams.get("skip"))).toEqual(["0", "2", "4"]);
    expect(sent[0]?.url.searchParams.get("from")).toBe(String(Date.parse("2026-11-01T00:00:00Z") / 1000));
    expect(sent[0]?.url.searchParams.get("count")).toBe("2");
  });

  it("are read page by page with an opaque cursor", async () => {
    const { gateway, sent } = connect([200, collection(captured)], [200, collection()]);
    const first = await gateway.list({ limit: 1 }).page();
    expect(first).toMatchObject({ hasMore: "unknown", items: [{ id }] });
    expect(first.items[0]).not.toHaveProperty("httpStatus");
    expect(await gateway.list({ limit: 1 }).page(first.nextCursor)).toEqual({ items: [], hasMore: false });
    expect(sent[1]?.url.searchParams.get("skip")).toBe("1");
    await expect(gateway.listRefunds().page(first.nextCursor)).rejects.toMatchObject({ field: "cursor" });
    for (const value of [-1, 0.5, "1"]) {
      const cursor = writeCursor("razorpay", "list", value);
      await expect(gateway.list().page(cursor)).rejects.toMatchObject({ field: "cursor" });
    }
    expect(sent).toHaveLength(2);
  });

  it.each([0, 101, 1.5])("refuse %d items to a page", async (limit) => {
    const { gateway, sent } = connect([200, collection()]);
    await expect(gateway.list({ limit }).page()).rejects.toMatchObject({ code: "invalid_request", field: "limit" });
    await expect(gateway.list({ to: new Date("x") }).page()).rejects.toMatchObject({ code: "invalid_request" });
    expect(sent).toEqual([]);
  });

  it("of refunds are of one payment, or of all", async () => {
    const { gateway, sent } = connect([200, collection(refundBody())]);
    expect((await gateway.listRefunds().page()).items).toMatchObject([{ status: "pending" }]);
    await gateway.listRefunds({ payment: readPayment(captured) }).page();
    expect(calls(sent)).toEqual(["GET /v1/refunds", `GET /v1/payments/${id}/refunds`]);
  });

  it("of disputes and customers are read alike", async () => {
    const dispute = { id: "disp_1", payment_id: id, amount: 1, currency: "INR", status: "open", phase: "fraud" };
    const { gateway } = connect([200, collection(dispute)]);
    for await (const each of gateway.disputes.list()) expect(each).toMatchObject({ id: "disp_1", stage: "inquiry" });
    const person = connect([200, collection({ id: "cust_1", entity: "customer", name: "Test Customer", notes: [] })]);
    for await (const each of person.gateway.customers.list()) expect(each).toMatchObject({ id: "cust_1" });
  });
});

describe("capture", () => {
  it("is of the amount that a payment carries, and sends nothing else", async () => {
    const { gateway, sent } = connect([200, captured]);
    const payment = await gateway.capture(stored(readPayment(authorized)), { idempotencyKey });
    expect(payment).toMatchObject({ status: "succeeded", amountCaptured: amount, captures: [{ status: "succeeded" }] });
    expect(calls(sent)).toEqual([`POST /v1/payments/${id}/capture`]);
    expect(sent[0]?.body).toEqual({ amount: 50000, currency: "INR" });
  });

  it("given an id, looks at the payment first, and at an order's best one", async () => {
    for (const [ref, first] of [
      [id, authorized],
      [order_id, collection(authorized)],
    ] as const) {
      const { gateway, sent } = connect([200, first], [200, captured]);
      await gateway.capture(ref, { idempotencyKey });
      expect(calls(sent)[1]).toBe(`POST /v1/payments/${id}/capture`);
    }
  });

  it("sends nothing where it sees that it is done", async () => {
    const { gateway, sent } = connect([200, captured]);
    expect(await gateway.capture(id, { idempotencyKey })).toMatchObject({ status: "succeeded" });
    expect(calls(sent)).toEqual([`GET /v1/payments/${id}`]);
  });

  const already = [
    400,
    errorBody("This payment has already been captured", { reason: "input_validation_failed" }),
  ] as const;

  it("that was done already, of the same amount, is what was asked for", async () => {
    const { gateway, sent } = connect(already, [200, captured]);
    expect(await gateway.capture(readPayment(authorized), { idempotencyKey })).toMatchObject({ status: "succeeded" });
    expect(calls(sent)).toEqual([`POST /v1/payments/${id}/capture`, `GET /v1/payments/${id}`]);
  });

  it.each([
    ["of another amount", paymentBody({ status: "captured", amount: 40000 })],
    ["of another payment of the order", paymentBody({ status: "failed" })],
  ])("that was done already %s is an invalid state", async (_, now) => {
    const { gateway } = connect(already, [200, now]);
    await expect(gateway.capture(readPayment(authorized), { idempotencyKey })).rejects.toMatchObject({
      code: "invalid_state",
    });
  });

  it("whose answer is lost is an unknown outcome, and sent once", async () => {
    const { gateway, sent } = connect(new Error("cut"));
    await expect(gateway.capture(readPayment(authorized), { idempotencyKey })).rejects.toMatchObject({
      code: "outcome_unknown",
      outcome: { operation: "capture", idempotencyKey, paymentId: id, amount, capturedBefore: inr(0) },
    });
    expect(sent).toHaveLength(1);
  });

  it("of an order that nobody paid is an invalid state", async () => {
    const { gateway } = connect([200, collection()], [200, orderBody()]);
    await expect(gateway.capture(order_id, { idempotencyKey })).rejects.toMatchObject({ code: "invalid_state" });
  });
});

describe("refund", () => {
  it("of a part has a key, an amount, notes and a speed", async () => {
    const { gateway, sent } = connect([200, refundBody()]);
    const input = { amount: inr(20000), idempotencyKey, reason: "damaged", metadata: { shelf: "7" } } as const;
    expect(await gateway.refund(readPayment(captured), { ...input, speed: "instant" })).toMatchObject({
      id: "rfnd_Demo0000000001",
      paymentId: id,
      status: "pending",
      amount: inr(20000),
      httpStatus: 200,
    });
    expect(calls(sent)).toEqual([`POST /v1/payments/${id}/refund`]);
    expect(sent[0]?.headers["x-refund-idempotency"]).toBe(await deriveId(idempotencyKey));
    expect(sent[0]?.body).toEqual({
      amount: 20000,
      receipt: await deriveId(idempotencyKey),
      speed: "optimum",
      notes: { reason: "damaged", shelf: "7" },
    });
  });

  it("of all sends what is left", async () => {
    const partly = paymentBody({
      status: "captured",
      captured: true,
      amount_refunded: 20000,
      refund_status: "partial",
    });
    const { gateway, sent } = connect([200, partly], [200, refundBody()]);
    await gateway.refund(id, { idempotencyKey, speed: "normal" });
    expect(sent[1]?.body).toEqual({ amount: 30000, speed: "normal", receipt: await deriveId(idempotencyKey) });
  });

  it.each([
    [paymentBody({ status: "captured", captured: true, amount_refunded: 50000 }), undefined, "invalid_state"],
    [authorized, undefined, "invalid_state"],
    [captured, { amount: 100, currency: "USD" }, "invalid_amount"],
    [captured, inr(99), "invalid_amount"],
  ])("is refused before it is sent: %#", async (payment, part, code) => {
    const { gateway, sent } = connect([200, payment]);
    await expect(gateway.refund(id, { idempotencyKey, amount: part })).rejects.toMatchObject({ code });
    expect(calls(sent)).toEqual([`GET /v1/payments/${id}`]);
  });

  it("is sent again with its key when its answer is lost, and then an unknown outcome", async () => {
    const { gateway, sent } = connect(new Error("cut"));
    await expect(gateway.refund(readPayment(captured), { idempotencyKey })).rejects.toMatchObject({
      code: "outcome_unknown",
      outcome: { operation: "refund", idempotencyKey, paymentId: id, amount, refundedBefore: inr(0) },
    });
    expect(sent.length).toBeGreaterThan(1);
    expect(new Set(sent.map(({ headers }) => headers["x-refund-idempotency"])).size).toBe(1);
  });

  it("is retrieved, and its metadata replaced without losing the reason", async () => {
    const noted = refundBody({ notes: { reason: "damaged", shelf: "7" } });
    const { gateway, sent } = connect([200, noted]);
    const refund = await gateway.retrieveRefund("rfnd_Demo0000000001");
    expect(refund).toMatchObject({ reason: "damaged", metadata: { shelf: "7" } });
    await gateway.updateRefund(readRefund(noted), { metadata: { shelf: "8" } });
    await gateway.updateRefund(refund.id, { metadata: {} });
    expect(calls(sent)).toEqual([
      "GET /v1/refunds/rfnd_Demo0000000001",
      "PATCH /v1/refunds/rfnd_Demo0000000001",
      "GET /v1/refunds/rfnd_Demo0000000001",
      "PATCH /v1/refunds/rfnd_Demo0000000001",
    ]);
    expect(sent[1]?.body).toEqual({ notes: { reason: "damaged", shelf: "8" } });
    expect(sent[3]?.body).toEqual({ notes: { reason: "damaged" } });
  });
});

describe("updateMetadata", () => {
  it("replaces the notes of a payment or an order, and keeps the reference", async () => {
    const noted = { notes: { reference: "1001", a: "1" } };
    const payment = connect([200, paymentBody(noted)]);
    expect(await payment.gateway.updateMetadata(id, { a: "2" })).toMatchObject({ id, reference: "1001" });
    expect(calls(payment.sent)).toEqual([`GET /v1/payments/${id}`, `PATCH /v1/payments/${id}`]);
    expect(payment.sent[1]?.body).toEqual({ notes: { reference: "1001", a: "2" } });
    const order = connect([200, orderBody(noted)]);
    const updated = await order.gateway.updateMetadata(readOrder(orderBody(noted), undefined), {});
    expect(updated).toMatchObject({ id: order_id, metadata: { a: "1" } });
    expect(calls(order.sent)).toEqual([`PATCH /v1/orders/${order_id}`]);
    expect(order.sent[0]?.body).toEqual({ notes: { reference: "1001" } });
    const byId = connect([200, orderBody()]);
    await byId.gateway.updateMetadata(order_id, {});
    expect(byId.sent[1]?.body).toEqual({ notes: {} });
  });
});

it("settings go to every call", async () => {
  const { gateway, sent } = connect([503, {}], [200, captured]);
  await expect(gateway.retrieve(id, {}, { retries: 0, headers: { "x-trace": "1" } })).rejects.toMatchObject({
    code: "provider_unavailable",
  });
  expect(sent).toHaveLength(1);
  expect(sent[0]?.headers["x-trace"]).toBe("1");
});
