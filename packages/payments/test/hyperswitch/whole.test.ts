import { expect, it } from "vitest";
import { linkOf } from "../../src/hyperswitch/read/link.ts";
import { readPayment } from "../../src/hyperswitch/read/payment.ts";
import { readRefund } from "../../src/hyperswitch/read/refund.ts";
import type { HyperswitchBody } from "../../src/hyperswitch/types.ts";
import { body, refundBody } from "./bodies.ts";

// Whole answers, member for member: what the model has a place for is there, and nothing beside it.

const usd = (amount: number) => ({ amount, currency: "USD" });
const answer = { httpStatus: 200, requestId: "req_1" };

const refund = {
  ...refundBody,
  status: "succeeded",
  reason: "out of stock",
  metadata: { line: "2" },
  created_at: "2026-11-20T13:00:00Z",
  updated_at: "2026-11-20T13:00:01Z",
};
const readOfRefund = {
  id: refund.refund_id,
  provider: "hyperswitch",
  paymentId: body.payment_id,
  status: "succeeded",
  rawStatus: "succeeded",
  amount: usd(1500),
  reason: "out of stock",
  metadata: { line: "2" },
  createdAt: "2026-11-20T13:00:00.000Z",
  updatedAt: "2026-11-20T13:00:01.000Z",
  warnings: [],
  raw: refund,
};

const payment: HyperswitchBody = {
  ...body,
  status: "partially_captured",
  amount_capturable: 0,
  amount_received: 3000,
  capture_method: "manual",
  merchant_order_reference_id: "order-1001",
  customer_id: "cus_1",
  billing: { address: { city: "Pune" } },
  shipping: { address: { city: "Goa" } },
  next_action: { type: "redirect_to_url", redirect_to_url: "https://bank.example/step" },
  captures: [
    {
      capture_id: "cap_1",
      status: "charged",
      amount: 3000,
      connector: "stripe_test",
      authorized_attempt_id: "att_1",
      capture_sequence: 1,
    },
  ],
  incremental_authorizations: [
    { authorization_id: "auth_1", amount: 6540, status: "success", previously_authorized_amount: 6000 },
  ],
  state_metadata: {
    post_capture_void: {
      status: "pending",
      connector_reference_id: "void_1",
      updated_at: "2026-11-20T12:00:00.000Z",
    },
  },
  cancellation_reason: "no longer wanted",
  refunds: [refund],
  metadata: { basket: 7 },
  description: "Two books",
  capture_before: "2026-11-27T12:00:00Z",
  network_transaction_id: "nti_1",
  client_secret: "secret_1",
  created: "2026-11-20T12:00:00Z",
  updated: "2026-11-20T12:00:02Z",
  modified_at: "2026-11-20T12:00:01Z",
};
const paymentId = body.payment_id;

it("a payment", () => {
  expect(readPayment(payment, answer)).toEqual({
    ...answer,
    id: paymentId,
    provider: "hyperswitch",
    reference: "order-1001",
    status: "partially_captured",
    rawStatus: "partially_captured",
    amount: usd(6540),
    amountAuthorized: usd(6540),
    amountCapturable: usd(0),
    amountCaptured: usd(3000),
    amountRefunded: usd(1500),
    refundState: "partial",
    captureMethod: "manual",
    paymentMethod: { type: "card" },
    customer: { id: "cus_1" },
    billing: { city: "Pune" },
    shipping: { city: "Goa" },
    nextAction: {
      type: "redirect",
      url: "https://bank.example/step",
      method: "GET",
      raw: payment.next_action,
    },
    captures: [{ id: "cap_1", paymentId, amount: usd(3000), status: "succeeded", rawStatus: "charged", sequence: 1 }],
    increments: [
      { id: "auth_1", paymentId, delta: usd(540), newTotal: usd(6540), status: "succeeded", rawStatus: "success" },
    ],
    cancellations: [
      {
        id: "void_1",
        paymentId,
        kind: "post_capture_void",
        status: "pending",
        rawStatus: "pending",
        reason: "no longer wanted",
      },
    ],
    refunds: [readOfRefund],
    metadata: { basket: "7" },
    description: "Two books",
    captureBefore: "2026-11-27T12:00:00.000Z",
    networkTransactionId: "nti_1",
    clientSecret: "secret_1",
    createdAt: "2026-11-20T12:00:00.000Z",
    updatedAt: "2026-11-20T12:00:02.000Z",
    warnings: [],
    raw: payment,
  });
});

it("a payment of a server that says when it was modified and not when it was updated", () => {
  const { updated: _, ...older } = payment;
  expect(readPayment(older).updatedAt).toBe("2026-11-20T12:00:01.000Z");
});

it.each([undefined, null, []])("a payment of which nothing followed: %j", (none) => {
  const lists = none === undefined ? {} : { captures: none, refunds: none, incremental_authorizations: none };
  expect(readPayment({ ...body, ...lists })).toMatchObject({
    captures: [],
    refunds: [],
    increments: [],
    cancellations: [],
  });
});

it.each(["cancelled", "cancelled_post_capture"])("a payment that is %s", (status) => {
  const { cancellations } = readPayment({ ...body, status, cancellation_reason: "no longer wanted" });
  const kind = status === "cancelled" ? "void" : "post_capture_void";
  expect(cancellations).toEqual([
    { paymentId, kind, status: "succeeded", rawStatus: status, reason: "no longer wanted" },
  ]);
  expect(readPayment({ ...body, cancellation_reason: "asked for, and not done" }).cancellations).toEqual([]);
});

it("a refund", () => {
  expect(readRefund(refund, answer)).toEqual({ ...readOfRefund, ...answer });
});

it("the link of a payment", () => {
  const payment_link = { link: "https://pay.example/1", payment_link_id: "plink_1" };
  const raw = { ...payment, payment_link, expires_on: "2026-11-21T12:00:00Z" };
  expect(linkOf(readPayment(raw, answer))).toEqual({
    ...answer,
    id: "plink_1",
    provider: "hyperswitch",
    url: "https://pay.example/1",
    paymentId,
    status: "partially_captured",
    rawStatus: "partially_captured",
    amount: usd(6540),
    amountPaid: usd(3000),
    reference: "order-1001",
    description: "Two books",
    expiresAt: "2026-11-21T12:00:00.000Z",
    createdAt: "2026-11-20T12:00:00.000Z",
    warnings: [],
    raw,
  });
  expect(linkOf(readPayment(payment))).toBeUndefined();
  expect(linkOf(readPayment({ ...payment, payment_link: null }))).toBeUndefined();
});
