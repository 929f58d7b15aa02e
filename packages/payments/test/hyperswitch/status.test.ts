import { knownIntentStatus } from "@specie/hyperswitch";
import { describe, expect, it } from "vitest";
import { attemptStatus } from "../../src/hyperswitch/maps/payment-status.ts";
import { readDispute } from "../../src/hyperswitch/read/dispute.ts";
import { readPayment } from "../../src/hyperswitch/read/payment.ts";
import { readRefund } from "../../src/hyperswitch/read/refund.ts";
import { body, refundBody } from "./bodies.ts";

const statuses = {
  succeeded: "succeeded",
  failed: "failed",
  cancelled: "canceled",
  cancelled_post_capture: "canceled",
  processing: "processing",
  requires_customer_action: "requires_action",
  requires_merchant_action: "requires_review",
  requires_payment_method: "requires_payment_method",
  requires_confirmation: "requires_confirmation",
  requires_capture: "authorized",
  partially_authorized_and_requires_capture: "authorized",
  partially_captured: "partially_captured",
  partially_captured_and_capturable: "partially_captured",
  partially_captured_and_processing: "processing",
  conflicted: "requires_review",
  expired: "expired",
  review: "requires_review",
};

describe("the status of a payment", () => {
  it.each(Object.entries(statuses))("%s is %s", (status, expected) => {
    expect(readPayment({ ...body, status })).toMatchObject({ status: expected, rawStatus: status });
  });

  it("is in this table for every status of the contract", () => {
    expect(Object.keys(statuses).sort()).toEqual([...knownIntentStatus].sort());
  });

  it.each(["settled_tomorrow", "constructor", ""])("%j, which is new, is unknown and kept", (status) => {
    expect(readPayment({ ...body, status })).toMatchObject({ status: "unknown", rawStatus: status });
  });

  it("says when it was canceled after the capture", () => {
    expect(readPayment({ ...body, status: "cancelled_post_capture" }).canceledAfterCapture).toBe(true);
    expect(readPayment({ ...body, status: "cancelled" })).not.toHaveProperty("canceledAfterCapture");
  });
});

const attempts = {
  processing: "started authentication_successful authorizing cod_initiated void_initiated capture_initiated pending",
  requires_action: "authentication_pending device_data_collection_pending",
  requires_payment_method: "payment_method_awaited",
  requires_confirmation: "confirmation_awaited",
  authorized: "authorized partially_authorized",
  succeeded: "charged auto_refunded",
  partially_captured: "partial_charged partial_charged_and_chargeable",
  canceled: "voided voided_post_charge",
  expired: "expired",
  requires_review: "unresolved integrity_failure capture_review",
  failed: "authentication_failed authorization_failed router_declined capture_failed void_failed failure",
};

it.each(Object.entries(attempts).flatMap(([to, list]) => list.split(" ").map((from) => [from, to])))(
  "the status %s of an attempt is %s",
  (from = "", to) => expect(new Map<string, string>(Object.entries(attemptStatus)).get(from)).toBe(to),
);

describe("amounts", () => {
  const usd = (amount: number) => ({ amount, currency: "USD" });

  it.each([
    ["requires_capture", 6540, 6540, null, usd(6540), usd(6540), usd(0)],
    ["partially_authorized_and_requires_capture", 6540, 4000, null, usd(4000), usd(4000), usd(0)],
    ["partially_authorized_and_requires_capture", 6540, 3000, 1000, usd(4000), usd(3000), usd(1000)],
    ["succeeded", 6540, 0, 6540, usd(6540), usd(0), usd(6540)],
    ["succeeded", 6540, 0, null, usd(6540), usd(0), undefined],
    ["partially_captured", 6540, 0, 3000, usd(6540), usd(0), usd(3000)],
    ["partially_captured_and_capturable", 6540, 3540, 3000, usd(6540), usd(3540), usd(3000)],
    // Of the rest, 20.00 are on their way.
    ["partially_captured_and_capturable", 6540, 1540, 3000, usd(6540), usd(1540), usd(3000)],
    ["partially_captured_and_processing", 6540, 1540, 3000, usd(6540), usd(1540), usd(3000)],
    ["partially_captured", 6540, 0, null, usd(6540), usd(0), undefined],
    // Whatever the sum says: what was not captured is released.
    ["partially_captured", 6540, 3540, 3000, usd(6540), usd(0), usd(3000)],
    ["partially_captured_and_capturable", 6540, 3540, null, usd(6540), usd(3540), undefined],
    ["partially_captured_and_processing", 6540, 3540, null, usd(6540), usd(3540), undefined],
    ["cancelled_post_capture", 6540, 0, null, undefined, usd(0), undefined],
    ["something_new", 6540, 6540, null, undefined, usd(6540), undefined],
    ["requires_customer_action", 6540, 6540, null, undefined, usd(0), usd(0)],
    ["requires_payment_method", 6540, 6540, null, undefined, usd(0), usd(0)],
    ["requires_confirmation", 6540, 6540, null, undefined, usd(0), usd(0)],
    ["processing", 6540, 6540, null, undefined, usd(6540), usd(0)],
    ["requires_merchant_action", 6540, 6540, null, undefined, usd(6540), usd(0)],
    ["conflicted", 6540, 6540, null, undefined, usd(6540), usd(0)],
    ["review", 6540, 0, null, undefined, usd(0), usd(0)],
    ["cancelled", 6540, 6540, null, undefined, usd(0), usd(0)],
    ["cancelled_post_capture", 6540, 0, 6540, undefined, usd(0), usd(6540)],
    ["failed", 6540, 6540, null, undefined, usd(0), usd(0)],
    ["expired", 6540, 6540, null, undefined, usd(0), usd(0)],
  ])(
    "of %s with %d net, %d capturable and %s received",
    (status, net_amount, amount_capturable, amount_received, ...expected) => {
      const payment = readPayment({ ...body, status, net_amount, amount_capturable, amount_received });
      expect([payment.amountAuthorized, payment.amountCapturable, payment.amountCaptured]).toEqual(expected);
      expect(payment.amount).toEqual(usd(6540));
      expect(payment.warnings).toEqual([]);
    },
  );

  it("sum up what went back, and no refund changes the status", () => {
    const refunds = [
      { ...refundBody, status: "succeeded" },
      { ...refundBody, refund_id: "ref_2", status: "failed" },
      { ...refundBody, refund_id: "ref_3", status: "pending" },
      { ...refundBody, refund_id: "ref_4", status: "succeeded", amount: 40 },
    ];
    const paid = { ...body, status: "succeeded", amount_capturable: 0, amount_received: 6540 };
    expect(readPayment({ ...paid, refunds })).toMatchObject({
      status: "succeeded",
      refundState: "partial",
      amountRefunded: usd(1540),
    });
    expect(readPayment({ ...paid, refunds: [] })).toMatchObject({ refundState: "none", amountRefunded: usd(0) });
    const all = [{ ...refundBody, status: "succeeded", amount: 6540 }];
    expect(readPayment({ ...paid, refunds: all })).toMatchObject({ status: "succeeded", refundState: "full" });
    expect(readPayment({ ...paid, state_metadata: { total_refunded_amount: 40 } })).toMatchObject({
      refundState: "partial",
      amountRefunded: usd(40),
    });
  });

  it("that a number can't hold are left out with a warning, and raw has them", () => {
    const raw = { ...body, amount_capturable: 65.4 };
    const payment = readPayment(raw);
    expect(payment).not.toHaveProperty("amountCapturable");
    expect(payment.warnings).toEqual([
      { field: "amountCapturable", problem: "65.4 USD has no exact form in the currency's smallest unit" },
    ]);
    expect(payment.raw).toBe(raw);
  });
});

it.each([
  ["pending", "pending"],
  ["succeeded", "succeeded"],
  ["failed", "failed"],
  ["review", "requires_review"],
  ["something_new", "unknown"],
])("a refund that is %s is %s", (status, expected) => {
  expect(readRefund({ ...refundBody, status })).toMatchObject({ status: expected, rawStatus: status });
});

it.each([
  ["started", "pending"],
  ["pending", "pending"],
  ["charged", "succeeded"],
  ["failed", "failed"],
  ["something_new", "unknown"],
])("a capture that is %s is %s", (status, expected) => {
  const capture = {
    capture_id: "cap_1",
    status,
    amount: 3000,
    connector: "stripe_test",
    authorized_attempt_id: "att_1",
    capture_sequence: 2,
  };
  expect(readPayment({ ...body, captures: [capture] }).captures).toMatchObject([
    { id: "cap_1", status: expected, rawStatus: status, sequence: 2, amount: { amount: 3000, currency: "USD" } },
  ]);
});

it.each([
  ["success", "succeeded"],
  ["processing", "pending"],
  ["unresolved", "pending"],
  ["failure", "failed"],
  ["something_new", "unknown"],
])("an increment that is %s is %s", (status, expected) => {
  const increment = { authorization_id: "auth_1", amount: 8000, status, previously_authorized_amount: 6540 };
  expect(readPayment({ ...body, incremental_authorizations: [increment] }).increments).toMatchObject([
    {
      id: "auth_1",
      status: expected,
      delta: { amount: 1460, currency: "USD" },
      newTotal: { amount: 8000, currency: "USD" },
    },
  ]);
});

it.each([
  ["cancelled", undefined, "void", "succeeded"],
  ["cancelled_post_capture", undefined, "post_capture_void", "succeeded"],
  ["succeeded", "pending", "post_capture_void", "pending"],
  ["succeeded", "failed", "post_capture_void", "failed"],
  ["cancelled_post_capture", "succeeded", "post_capture_void", "succeeded"],
  ["succeeded", "something_new", "post_capture_void", "unknown"],
])("a payment that is %s with a void that is %s has a %s that is %s", (status, late, kind, expected) => {
  const post_capture_void = late === undefined ? null : { status: late, updated_at: "2026-11-20T12:00:00.000Z" };
  const { cancellations } = readPayment({ ...body, status, state_metadata: { post_capture_void } });
  expect(cancellations).toMatchObject([{ kind, status: expected }]);
});

const dispute = {
  dispute_id: "dp_1",
  payment_id: body.payment_id,
  attempt_id: "att_1",
  amount: "6540",
  currency: "USD",
  dispute_stage: "dispute",
  dispute_status: "dispute_opened",
  connector: "stripe_test",
  connector_status: "open",
  connector_dispute_id: "cdp_1",
  created_at: "2026-11-20T12:00:00.000Z",
  is_already_refunded: false,
};

it.each([
  ["dispute_opened", "open"],
  ["dispute_challenged", "under_review"],
  ["dispute_won", "won"],
  ["dispute_lost", "lost"],
  ["dispute_accepted", "accepted"],
  ["dispute_cancelled", "closed"],
  ["dispute_expired", "closed"],
  ["something_new", "unknown"],
])("a dispute that is %s is %s", (dispute_status, expected) => {
  expect(readDispute({ ...dispute, dispute_status })).toMatchObject({
    status: expected,
    rawStatus: dispute_status,
    amount: { amount: 6540, currency: "USD" },
  });
});

it.each([
  ["pre_dispute", "inquiry"],
  ["dispute", "chargeback"],
  ["pre_arbitration", "pre_arbitration"],
  ["arbitration", "arbitration"],
  ["dispute_reversal", "reversal"],
  ["something_new", "unknown"],
])("a dispute at the stage %s is at %s", (dispute_stage, expected) => {
  expect(readDispute({ ...dispute, dispute_stage }).stage).toBe(expected);
});

it.each([
  ["automatic", "automatic"],
  ["sequential_automatic", "automatic"],
  ["manual", "manual"],
  ["scheduled", "manual"],
  ["manual_multiple", "manual_multiple"],
  ["something_new", undefined],
])("the capture method %s is %s", (capture_method, expected) => {
  expect(readPayment({ ...body, capture_method }).captureMethod).toBe(expected);
});
