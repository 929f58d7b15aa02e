import type { FetchPaymentResponse } from "@specie/razorpay";
import { describe, expect, it } from "vitest";
import { bestPayment, readOrder } from "../../src/razorpay/read/order.ts";
import { readPayment } from "../../src/razorpay/read/payment.ts";
import { readStarted } from "../../src/razorpay/read/started.ts";
import { orderBody, paymentBody, refundBody } from "./support/bodies.ts";

const inr = (amount: number) => ({ amount, currency: "INR" });

describe("the status of a payment", () => {
  it.each([
    ["created", {}, "processing"],
    ["authorized", {}, "authorized"],
    ["captured", { captured: true }, "succeeded"],
    ["refunded", { captured: true }, "succeeded"],
    ["refunded", { captured: "1" }, "succeeded"],
    ["refunded", { captured: false }, "expired"],
    ["failed", {}, "failed"],
    ["brand_new", {}, "unknown"],
    ["constructor", {}, "unknown"],
  ])("%s %j is %s, and the raw word is kept", (status, change, unified) => {
    expect(readPayment(paymentBody({ status, ...change }))).toMatchObject({ status: unified, rawStatus: status });
  });

  it("is requires_action while the answer of its start names a next step, and processing without", () => {
    const known = { id: "pay_1", groupId: "order_1", amount: inr(100) };
    const next = [{ action: "redirect", url: "https://api.razorpay.com/v1/payments/1/authenticate" }];
    expect(readStarted({ next }, known)).toMatchObject({ status: "requires_action", rawStatus: "created" });
    expect(readStarted({ link: "upi://pay?pa=demo" }, known).status).toBe("requires_action");
    expect(readStarted({ next: [] }, known).status).toBe("processing");
  });

  it.each(["payment_pending", "payment_pending_approval", "collect_request_pending", "deemed_transaction"])(
    "is processing, without an error, where a failure's reason is %s",
    (error_reason) => {
      const payment = readPayment(paymentBody({ status: "failed", error_reason, error_code: "GATEWAY_ERROR" }));
      expect(payment.status).toBe("processing");
      expect(payment).not.toHaveProperty("error");
    },
  );
});

describe("the amounts of a payment", () => {
  it.each<[Partial<FetchPaymentResponse>, number, number, number, number, string]>([
    [{ status: "created" }, 0, 0, 0, 0, "none"],
    [{ status: "authorized" }, 50000, 50000, 0, 0, "none"],
    [{ status: "captured", captured: true }, 50000, 0, 50000, 0, "none"],
    [
      { status: "captured", captured: true, refund_status: "partial", amount_refunded: 20000 },
      50000,
      0,
      50000,
      20000,
      "partial",
    ],
    [
      { status: "refunded", captured: true, refund_status: "full", amount_refunded: 50000 },
      50000,
      0,
      50000,
      50000,
      "full",
    ],
    [
      { status: "refunded", captured: false, refund_status: "full", amount_refunded: 50000 },
      50000,
      0,
      0,
      50000,
      "full",
    ],
    [{ status: "failed" }, 0, 0, 0, 0, "none"],
  ])("%j", (change, authorized, capturable, captured, refunded, refundState) => {
    expect(readPayment(paymentBody(change))).toMatchObject({
      amount: inr(50000),
      amountAuthorized: inr(authorized),
      amountCapturable: inr(capturable),
      amountCaptured: inr(captured),
      amountRefunded: inr(refunded),
      refundState,
    });
  });

  it("are not guessed for a status that is new", () => {
    const payment = readPayment(paymentBody({ status: "brand_new" }));
    expect(payment.amount).toEqual(inr(50000));
    for (const sum of ["amountAuthorized", "amountCapturable", "amountCaptured"])
      expect(payment).not.toHaveProperty(sum);
  });

  it("show one capture of all of it", () => {
    expect(readPayment(paymentBody({ status: "captured" })).captures).toEqual([
      {
        id: "pay_Demo0000000001",
        paymentId: "pay_Demo0000000001",
        amount: inr(50000),
        status: "succeeded",
        rawStatus: "captured",
        sequence: 1,
        isFinal: true,
      },
    ]);
    expect(readPayment(paymentBody({ status: "authorized", captured: true })).captures).toEqual([]);
  });

  it("compute the refund state where its word is new", () => {
    const some = paymentBody({ status: "captured", refund_status: "mostly", amount_refunded: 20000 });
    expect(readPayment(some).refundState).toBe("partial");
    expect(readPayment({ ...some, amount_refunded: 50000 }).refundState).toBe("full");
  });

  it("compute the refund state where a snapshot leaves its word out", () => {
    const { refund_status: _, ...snapshot } = paymentBody({ status: "captured", amount_refunded: 20000 });
    expect(readPayment(snapshot as FetchPaymentResponse).refundState).toBe("partial");
  });

  it("leave out what has no exact form, say so, and keep it in raw", () => {
    const raw = paymentBody({ amount: 12.5, currency: "INR" });
    const payment = readPayment(raw);
    expect(payment).not.toHaveProperty("amount");
    expect(payment.warnings).toEqual([
      { field: "amount", problem: "12.5 INR has no exact form in the currency's smallest unit" },
    ]);
    expect(payment.raw).toBe(raw);
  });
});

describe("the fields of a payment", () => {
  it("hold what Razorpay says, and survive JSON", () => {
    const refunds = { entity: "collection" as const, count: 1, items: [refundBody()] };
    const body = paymentBody({ notes: { reference: "1001", shop: "north" }, customer_id: "cust_1", refunds });
    const payment = readPayment(body, { httpStatus: 200, requestId: "req_1" });
    expect(payment).toMatchObject({
      id: "pay_Demo0000000001",
      provider: "razorpay",
      reference: "1001",
      groupId: "order_Demo0000000001",
      customer: { id: "cust_1", email: "customer@example.com", phone: "+919876500001" },
      metadata: { shop: "north" },
      description: "Order 1001",
      captureBefore: "2026-11-23T12:00:00.000Z",
      createdAt: "2026-11-20T12:00:00.000Z",
      cancellations: [],
      increments: [],
      warnings: [],
      httpStatus: 200,
      requestId: "req_1",
    });
    expect(payment.refunds).toHaveLength(1);
    expect(payment.refunds[0]).not.toHaveProperty("httpStatus");
    expect(JSON.parse(JSON.stringify(payment))).toEqual(payment);
  });

  it("have no capture deadline once nothing can be captured", () => {
    expect(readPayment(paymentBody({ status: "captured" }))).not.toHaveProperty("captureBefore");
  });
});

describe("the status of an order", () => {
  it.each([
    ["created", "requires_payment_method"],
    ["attempted", "requires_payment_method"],
    ["paid", "succeeded"],
    ["brand_new", "unknown"],
  ])("without a payment %s is %s", (status, unified) => {
    expect(readOrder(orderBody({ status }), undefined)).toMatchObject({ status: unified, rawStatus: status });
  });

  it.each([
    [["failed", "captured", "authorized"], "captured"],
    [["failed", "refunded", "authorized"], "refunded"],
    [["failed", "created", "authorized"], "authorized"],
    [["failed", "created"], "created"],
    [["failed", "failed"], "failed"],
  ])("is that of the best payment: of %j it is %s", (statuses, best) => {
    const payments = statuses.map((status, index) => paymentBody({ id: `pay_${index}`, status, captured: true }));
    expect(bestPayment(payments)?.rawStatus).toBe(best);
  });

  it("takes the newest of equals, and prefers one that waits to one that went back", () => {
    expect(bestPayment([paymentBody({ id: "pay_new" }), paymentBody({ id: "pay_old" })])?.id).toBe("pay_new");
    const back = paymentBody({ status: "refunded", captured: false });
    expect(bestPayment([back, paymentBody({ status: "created" })])?.rawStatus).toBe("created");
    expect(bestPayment([paymentBody({ status: "failed" }), back])?.status).toBe("expired");
    expect(bestPayment([])).toBeUndefined();
  });

  it("comes with what Checkout needs while it can be paid", () => {
    const { nextAction } = readOrder(orderBody(), "rzp_test_EXAMPLE0000001");
    expect(nextAction).toEqual({
      type: "sdk",
      name: "razorpay_checkout",
      payload: { key: "rzp_test_EXAMPLE0000001", order_id: "order_Demo0000000001", amount: 50000, currency: "INR" },
    });
    expect(readOrder(orderBody({ status: "paid" }), undefined)).not.toHaveProperty("nextAction");
  });

  it("that is new has no amounts that are guessed, and no next action", () => {
    const order = readOrder(orderBody({ status: "brand_new" }), undefined);
    for (const member of ["amountCapturable", "amountRefunded", "nextAction"]) expect(order).not.toHaveProperty(member);
    expect(readOrder(orderBody(), undefined)).toMatchObject({ amountCapturable: inr(0), amountRefunded: inr(0) });
  });

  it("counts what was paid", () => {
    const paid = readOrder(orderBody({ amount_paid: 20000, notes: { reference: "1001", a: "b" } }), undefined);
    expect(paid).toMatchObject({
      amountCaptured: inr(20000),
      groupId: paid.id,
      reference: "1001",
      metadata: { a: "b" },
    });
  });
});
