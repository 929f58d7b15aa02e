import type { FetchPaymentResponse } from "@specie/razorpay";
import { expect, it } from "vitest";
import { readOrder } from "../../src/razorpay/read/order.ts";
import { readPayment } from "../../src/razorpay/read/payment.ts";
import { readRefund } from "../../src/razorpay/read/refund.ts";
import { orderBody, paymentBody, refundBody } from "./support/bodies.ts";

// Whole answers, member for member: what the model has a place for is there, and nothing beside it.

const inr = (amount: number) => ({ amount, currency: "INR" });
const facts = { httpStatus: 200, requestId: "req_1" };
const provider = "razorpay";
const nothing = { captures: [], cancellations: [], increments: [], refunds: [], warnings: [] };

const refund = refundBody({
  status: "processed",
  notes: { reason: "damaged", shelf: "7" },
  receipt: "rma-7",
  acquirer_data: { arn: "arn_1" },
});
const readOfRefund = {
  id: refund.id,
  provider,
  paymentId: "pay_Demo0000000001",
  status: "succeeded",
  rawStatus: "processed",
  amount: inr(20000),
  reason: "damaged",
  reference: "rma-7",
  speed: "normal",
  acquirerReference: "arn_1",
  metadata: { shelf: "7" },
  createdAt: "2026-11-20T13:06:40.000Z",
  warnings: [],
  raw: refund,
};

/** What a payment is, captured or not. */
const common = {
  ...facts,
  ...nothing,
  id: "pay_Demo0000000001",
  provider,
  reference: "order-1001",
  groupId: "order_Demo0000000001",
  amount: inr(50000),
  amountAuthorized: inr(50000),
  paymentMethod: { type: "card" },
  customer: { id: "cust_1", email: "customer@example.com", phone: "+919876500001" },
  metadata: { shelf: "7" },
  description: "Order 1001",
  createdAt: "2026-11-20T12:00:00.000Z",
};
const payment: FetchPaymentResponse = paymentBody({
  customer_id: "cust_1",
  notes: { reference: "order-1001", shelf: "7" },
});

it("a payment that is authorized", () => {
  expect(readPayment(payment, facts)).toEqual({
    ...common,
    status: "authorized",
    rawStatus: "authorized",
    amountCapturable: inr(50000),
    amountCaptured: inr(0),
    amountRefunded: inr(0),
    refundState: "none",
    captureBefore: "2026-11-23T12:00:00.000Z",
    raw: payment,
  });
});

it("a payment that is captured, and refunded in part", () => {
  const raw: FetchPaymentResponse = {
    ...payment,
    status: "captured",
    captured: true,
    amount_refunded: 20000,
    refund_status: "partial",
    refunds: { entity: "collection", count: 1, items: [refund] },
  };
  expect(readPayment(raw, facts)).toEqual({
    ...common,
    status: "succeeded",
    rawStatus: "captured",
    amountCapturable: inr(0),
    amountCaptured: inr(50000),
    amountRefunded: inr(20000),
    refundState: "partial",
    captures: [
      {
        id: payment.id,
        paymentId: payment.id,
        amount: inr(50000),
        status: "succeeded",
        rawStatus: "captured",
        sequence: 1,
        isFinal: true,
      },
    ],
    refunds: [readOfRefund],
    raw,
  });
});

it("a refund", () => {
  expect(readRefund(refund, facts)).toEqual({ ...readOfRefund, ...facts });
});

it.each([
  ["created", 0, "requires_payment_method"],
  ["paid", 50000, "succeeded"],
])("an order that is %s", (rawStatus, paid, status) => {
  const raw = orderBody({ status: rawStatus, amount_paid: paid, notes: { reference: "order-1001", shelf: "7" } });
  const payload = { key: "rzp_test_EXAMPLE0000001", order_id: raw.id, amount: 50000, currency: "INR" };
  expect(readOrder(raw, payload.key, facts)).toEqual({
    ...facts,
    ...nothing,
    id: raw.id,
    provider,
    reference: "order-1001",
    groupId: raw.id,
    status,
    rawStatus,
    amount: inr(50000),
    amountAuthorized: inr(paid),
    amountCapturable: inr(0),
    amountCaptured: inr(paid),
    amountRefunded: inr(0),
    refundState: "none",
    ...(paid === 0 ? { nextAction: { type: "sdk", name: "razorpay_checkout", payload } } : {}),
    metadata: { shelf: "7" },
    createdAt: "2026-11-20T11:58:20.000Z",
    raw,
  });
});
