import type { FetchDisputeResponse, FetchPaymentLinkResponse } from "@specie/razorpay";
import { describe, expect, it } from "vitest";
import { readDispute } from "../../src/razorpay/read/dispute.ts";
import { readLink } from "../../src/razorpay/read/link.ts";
import { readRefund } from "../../src/razorpay/read/refund.ts";
import { refundBody } from "./support/bodies.ts";

const inr = (amount: number) => ({ amount, currency: "INR" });

const link: FetchPaymentLinkResponse = {
  id: "plink_Demo0000000001",
  amount: 50000,
  amount_paid: 0,
  currency: "INR",
  accept_partial: false,
  status: "created",
  short_url: "https://rzp.io/i/demo0001",
  reference_id: "REF-77",
  description: "Order 1001",
  customer: [],
  notify: {},
  notes: null,
  payments: null,
  reminders: [],
  expire_by: 0,
  created_at: 1795176000,
};

describe("a payment link", () => {
  it.each([
    ["created", "requires_payment_method"],
    ["partially_paid", "partially_captured"],
    ["paid", "succeeded"],
    ["expired", "expired"],
    ["cancelled", "canceled"],
    ["brand_new", "unknown"],
  ])("that is %s is %s", (status, unified) => {
    expect(readLink({ ...link, status })).toMatchObject({ status: unified, rawStatus: status });
  });

  it("is read with its address, amounts, reference and payment", () => {
    expect(readLink(link)).toMatchObject({
      url: link.short_url,
      amount: inr(50000),
      amountPaid: inr(0),
      reference: "REF-77",
    });
    expect(readLink(link)).not.toHaveProperty("expiresAt");
    const paid = {
      ...link,
      expire_by: 1795180000,
      payments: ["pay_0", "pay_1", "pay_2"].map((payment_id) => ({ payment_id })),
    };
    expect(readLink({ ...paid, notes: { reference: "1001" } })).toMatchObject({
      paymentId: "pay_2",
      expiresAt: "2026-11-20T13:06:40.000Z",
      reference: "1001",
    });
  });
});

describe("a refund", () => {
  it.each([
    ["pending", "pending"],
    ["created", "pending"],
    ["processed", "succeeded"],
    ["failed", "failed"],
    ["brand_new", "unknown"],
  ])("that is %s is %s", (status, unified) => {
    expect(readRefund(refundBody({ status }))).toMatchObject({ status: unified, rawStatus: status });
  });

  it("of an early year has no status, and is unknown", () => {
    const { status: _, ...old } = refundBody();
    expect(readRefund(old)).toMatchObject({ status: "unknown", rawStatus: "" });
  });

  it.each([
    [{ speed_processed: "instant", speed_requested: "optimum" }, "instant"],
    [{ speed_processed: "normal", speed_requested: "optimum" }, "normal"],
    [{ speed_processed: "optimum", speed_requested: "optimum" }, "instant"],
    [{ speed_processed: "new", speed_requested: "normal" }, "normal"],
  ])("%j is %s", (change, speed) => {
    expect(readRefund(refundBody(change)).speed).toBe(speed);
  });

  it.each([
    [{ arn: "arn1", rrn: "rrn1" }, "arn1"],
    [{ arn: null, rrn: "rrn1" }, "rrn1"],
    [{ utr: "utr1" }, "utr1"],
  ])("is found at banks by %j", (acquirer_data, reference) => {
    expect(readRefund(refundBody({ acquirer_data })).acquirerReference).toBe(reference);
  });

  it("has its reason and metadata from the notes", () => {
    const refund = readRefund(
      refundBody({ notes: { reason: "damaged", shelf: "7" }, receipt: "rma-7", status: "failed" }),
    );
    expect(refund).toMatchObject({
      reason: "damaged",
      metadata: { shelf: "7" },
      reference: "rma-7",
      amount: inr(20000),
    });
    expect(refund.error?.code).toBe("processing_error");
    expect(readRefund(refundBody())).not.toHaveProperty("error");
  });
});

const dispute: FetchDisputeResponse = {
  id: "disp_Demo0000000001",
  entity: "dispute",
  payment_id: "pay_Demo0000000001",
  amount: 50000,
  currency: "INR",
  amount_deducted: 0,
  reason_code: "chargeback",
  reason_description: "Goods not received",
  respond_by: 1795600000,
  status: "open",
  phase: "chargeback",
  created_at: 1795190000,
};

describe("a dispute", () => {
  it.each([
    ["open", "open"],
    ["under_review", "under_review"],
    ["won", "won"],
    ["lost", "lost"],
    ["closed", "closed"],
    ["brand_new", "unknown"],
  ])("that is %s is %s", (status, unified) => {
    expect(readDispute({ ...dispute, status })).toMatchObject({ status: unified, rawStatus: status });
  });

  it.each([
    ["fraud", "inquiry"],
    ["retrieval", "inquiry"],
    ["chargeback", "chargeback"],
    ["pre_arbitration", "pre_arbitration"],
    ["arbitration", "arbitration"],
    ["brand_new", "unknown"],
  ])("in the phase %s is at the stage %s", (phase, stage) => {
    expect(readDispute({ ...dispute, phase })).toMatchObject({ stage, rawStage: phase });
  });

  it("says until when to answer, and why it was made", () => {
    expect(readDispute(dispute)).toMatchObject({
      paymentId: "pay_Demo0000000001",
      amount: inr(50000),
      respondBy: "2026-11-25T09:46:40.000Z",
      reasonCode: "chargeback",
      reason: "Goods not received",
    });
  });
});
