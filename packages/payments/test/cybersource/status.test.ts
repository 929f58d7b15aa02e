import { describe, expect, it } from "vitest";
import { gatewayOf, id, order, stored } from "./gateway.ts";

describe("the answer to a payment", () => {
  const rows = [
    ["AUTHORIZED", "authorized", "succeeded"],
    ["PARTIAL_AUTHORIZED", "authorized", "partially_captured"],
    ["AUTHORIZED_PENDING_REVIEW", "requires_review", "requires_review"],
    ["AUTHORIZED_RISK_DECLINED", "failed", "failed"],
    ["PENDING_AUTHENTICATION", "requires_action", "requires_action"],
    ["PENDING_REVIEW", "requires_review", "requires_review"],
    ["DECLINED", "failed", "failed"],
    ["INVALID_REQUEST", "failed", "failed"],
    ["ACCEPTED", "processing", "processing"],
    ["PENDING", "processing", "processing"],
    ["SOMETHING_NEW", "unknown", "unknown"],
  ] as const;
  it.each(rows)("%s is %s when only authorized, %s as a sale", async (status, authorization, sale) => {
    const { gateway } = gatewayOf([201, { id, status }]);
    const manual = await gateway.create({ ...order, captureMethod: "manual" });
    const automatic = await gateway.create(order);
    expect([manual.status, automatic.status]).toEqual([authorization, sale]);
    expect([manual.rawStatus, automatic.rawStatus]).toEqual([status, status]);
  });
});

describe("a payment whose status is new", () => {
  it.each(["answered", "stored"])("and %s tells no sums, and is released as a whole", async (how) => {
    const answer = how === "answered" ? { id, status: "SOMETHING_NEW" } : stored(id, "ics_auth", "SOMETHING_NEW");
    const { gateway, sent } = gatewayOf(
      [how === "answered" ? 201 : 200, answer],
      [201, { id: "21", status: "REVERSED" }],
    );
    const manual = { ...order, captureMethod: "manual" } as const;
    const payment = await (how === "answered" ? gateway.create(manual) : gateway.retrieve(id));
    expect(payment).toMatchObject({ status: "unknown", amount: { amount: 10221, currency: "USD" } });
    for (const sum of ["amountAuthorized", "amountCapturable", "amountCaptured"])
      expect(payment).not.toHaveProperty(sum);
    await gateway.cancel(payment);
    expect(sent[1]?.body).toMatchObject({ reversalInformation: { amountDetails: { totalAmount: "102.21" } } });
  });
});

it("a payment under review of which nothing is known to be reserved is released as a whole", async () => {
  const { gateway, sent } = gatewayOf([201, { id, status: "PENDING_REVIEW" }], [201, { id: "21", status: "REVERSED" }]);
  const payment = await gateway.create({ ...order, captureMethod: "manual" });
  expect((await gateway.cancel(payment)).status).toBe("canceled");
  expect(sent[1]?.body).toMatchObject({ reversalInformation: { amountDetails: { totalAmount: "102.21" } } });
});

describe("a stored payment", () => {
  const rows = [
    ["AUTHORIZED", "authorized", "succeeded"],
    ["PARTIAL_AUTHORIZED", "authorized", "partially_captured"],
    ["AUTHORIZED_PENDING_REVIEW", "requires_review", "requires_review"],
    ["AUTHORIZED_RISK_DECLINED", "failed", "failed"],
    ["PENDING_AUTHENTICATION", "requires_action", "requires_action"],
    ["PENDING_REVIEW", "requires_review", "requires_review"],
    ["DECLINED", "failed", "failed"],
    ["INVALID_REQUEST", "failed", "failed"],
    ["SUCCEEDED", "authorized", "succeeded"],
    ["PENDING", "processing", "succeeded"],
    ["TRANSMITTED", "authorized", "succeeded"],
    ["SETTLED", "succeeded", "succeeded"],
    ["VOIDED", "canceled", "canceled"],
    ["CANCELLED", "canceled", "canceled"],
    ["REVERSED", "canceled", "canceled"],
    ["REJECTED", "failed", "failed"],
    ["FAILED", "failed", "failed"],
    ["CHALLENGE", "processing", "processing"],
    ["STATUS_NOT_RECEIVED", "processing", "processing"],
    ["ACCEPTED", "processing", "processing"],
    ["SERVER_ERROR", "processing", "processing"],
    ["SOMETHING_NEW", "unknown", "unknown"],
  ] as const;
  it.each(rows)("%s is %s when only authorized, %s as a sale", async (status, authorization, sale) => {
    const manual = await gatewayOf([200, stored(id, "ics_auth", status)]).gateway.retrieve(id);
    const automatic = await gatewayOf([200, stored(id, ["ics_auth", "ics_bill"], status)]).gateway.retrieve(id);
    expect([manual.status, automatic.status]).toEqual([authorization, sale]);
    expect(manual.rawStatus).toBe(status);
  });

  it.each(["VOIDED", "CANCELLED", "REVERSED"])("%s of a sale says that it was captured before", async (status) => {
    const sale = await gatewayOf([200, stored(id, ["ics_auth", "ics_bill"], status)]).gateway.retrieve(id);
    const authorization = await gatewayOf([200, stored(id, "ics_auth", status)]).gateway.retrieve(id);
    expect([sale.canceledAfterCapture, authorization.canceledAfterCapture]).toEqual([true, undefined]);
  });

  it("a server error leaves a warning", async () => {
    const { gateway } = gatewayOf([200, stored(id, "ics_auth", "SERVER_ERROR")]);
    expect((await gateway.retrieve(id)).warnings).toMatchObject([{ field: "status" }]);
  });

  const codes = [
    ["100", "authorized"],
    ["110", "authorized"],
    ["480", "requires_review"],
    ["475", "requires_action"],
    ["203", "failed"],
  ] as const;
  it.each(codes)("without a status, the number %s stands for %s", async (reasonCode, status) => {
    const applications = [{ name: "ics_auth", reasonCode }];
    const body = { ...stored(id, "ics_auth", undefined), applicationInformation: { reasonCode, applications } };
    expect((await gatewayOf([200, body]).gateway.retrieve(id)).status).toBe(status);
  });

  it("an account's debit that is pending is under way, as a sale too", async () => {
    const paymentInformation = { paymentType: { name: "CHECK" } };
    const body = stored(id, ["ics_auth", "ics_bill"], "PENDING", "102.21", { paymentInformation });
    const payment = await gatewayOf([200, body]).gateway.retrieve(id);
    expect([payment.status, payment.paymentMethod?.type]).toEqual(["processing", "bank_debit"]);
  });
});

describe("a wallet or bank payment that is asked again", () => {
  const rows = [
    ["AUTHORIZED", "authorized"],
    ["PARTIAL_AUTHORIZED", "authorized"],
    ["AUTHORIZED_PENDING_REVIEW", "requires_review"],
    ["AUTHORIZED_RISK_DECLINED", "failed"],
    ["PENDING_AUTHENTICATION", "requires_action"],
    ["PENDING_REVIEW", "requires_review"],
    ["DECLINED", "failed"],
    ["INVALID_REQUEST", "failed"],
    ["ABANDONED", "expired"],
    ["CANCELLED", "canceled"],
    ["COMPLETED", "succeeded"],
    ["FAILED", "failed"],
    ["PENDING", "processing"],
    ["REFUNDED", "succeeded"],
    ["SETTLED", "succeeded"],
    ["SOMETHING_NEW", "unknown"],
  ] as const;
  it.each(rows)("%s is %s", async (status, unified) => {
    const { gateway, sent } = gatewayOf([201, { id, status }]);
    const payment = await gateway.retrieve(id, { alternative: "AP_STATUS" });
    expect(payment.status).toBe(unified);
    expect(payment.refundState).toBe(status === "REFUNDED" ? "full" : "none");
    expect(sent[0]?.url.pathname).toBe(`/pts/v2/refresh-payment-status/${id}`);
  });
});

describe("the steps of 3-D Secure", () => {
  const kept = [
    ["ics_pa_setup", undefined, "requires_action"],
    ["ics_pa_setup", "FAILED", "failed"],
    ["ics_pa_enroll", undefined, "requires_confirmation"],
    ["ics_pa_enroll", "PENDING_AUTHENTICATION", "requires_action"],
    ["ics_pa_validate", "AUTHENTICATION_SUCCESSFUL", "requires_confirmation"],
    ["ics_pa_validate", "AUTHENTICATION_FAILED", "failed"],
  ] as const;
  it.each(kept)("a stored %s that is %s is %s, and authorizes nothing", async (name, status, unified) => {
    const payment = await gatewayOf([200, stored(id, name, status)]).gateway.retrieve(id);
    expect([payment.status, payment.amountAuthorized?.amount]).toEqual([unified, 0]);
    expect(payment.amountCapturable?.amount).toBe(0);
  });

  const rows = [
    ["COMPLETED", "requires_action"],
    ["FAILED", "failed"],
    ["SOMETHING_NEW", "unknown"],
  ] as const;
  it.each(rows)("a set-up that is %s is %s", async (status, unified) => {
    const { gateway } = gatewayOf([201, { id: "17", status }]);
    expect((await gateway.create({ ...order, threeDs: "required" })).status).toBe(unified);
  });
});

describe("refunds and credits", () => {
  const refunds = [
    ["PENDING", "pending"],
    ["DECLINED", "failed"],
    ["INVALID_REQUEST", "failed"],
    ["SERVER_ERROR", "unknown"],
    ["SOMETHING_NEW", "unknown"],
  ] as const;
  it.each(refunds)("a refund that is %s is %s", async (status, unified) => {
    const sale = await gatewayOf([201, { id, status: "AUTHORIZED" }]).gateway.create(order);
    const { gateway } = gatewayOf([201, { id: "41", status }]);
    const refund = await gateway.refund(sale, { idempotencyKey: "refund-1" });
    expect([refund.status, refund.rawStatus]).toEqual([unified, status]);
    expect(refund.error === undefined).toBe(unified !== "failed");
  });

  const credits = [
    ["PENDING", "pending"],
    ["AUTHORIZED", "pending"],
    ["COMPLETED", "succeeded"],
    ["DECLINED", "failed"],
    ["INVALID_REQUEST", "failed"],
    ["SOMETHING_NEW", "unknown"],
  ] as const;
  it.each(credits)("a credit that is %s is %s", async (status, unified) => {
    const { gateway } = gatewayOf([201, { id: "51", status }]);
    expect((await gateway.credit(order)).status).toBe(unified);
  });

  const kept = [
    ["PENDING", "pending"],
    ["AUTHORIZED", "pending"],
    ["TRANSMITTED", "succeeded"],
    ["SUCCEEDED", "succeeded"],
    ["SETTLED", "succeeded"],
    ["FAILED", "failed"],
    ["DECLINED", "failed"],
    ["REJECTED", "failed"],
    ["INVALID_REQUEST", "failed"],
    ["VOIDED", "canceled"],
    ["CANCELLED", "canceled"],
    ["PENDING_REVIEW", "requires_review"],
    ["SERVER_ERROR", "unknown"],
    ["SOMETHING_NEW", "unknown"],
  ] as const;
  it.each(kept)("a stored refund that is %s is %s", async (status, unified) => {
    const { gateway } = gatewayOf([200, stored("41", "ics_credit", status, "20.00")]);
    const refund = await gateway.retrieveRefund("41");
    expect(refund).toMatchObject({ id: "41", paymentId: id, status: unified, amount: { amount: 2000 } });
  });

  const voids = [
    ["VOIDED", "canceled"],
    ["CANCELLED", "canceled"],
    ["FAILED", "pending"],
    ["SOMETHING_NEW", "unknown"],
  ] as const;
  it.each(voids)("a refund whose void is %s is %s", async (status, unified) => {
    const { gateway } = gatewayOf([200, stored("41", "ics_credit", "PENDING")], [201, { id: "31", status }]);
    expect((await gateway.cancelRefund("41")).status).toBe(unified);
  });
});

describe("captures", () => {
  const rows = [
    ["PENDING", "pending", "succeeded"],
    ["TRANSMITTED", "succeeded", "succeeded"],
    ["DECLINED", "failed", "authorized"],
    ["SOMETHING_NEW", "unknown", "succeeded"],
  ] as const;
  it.each(rows)("one that is %s is %s, its payment %s", async (status, unified, payment) => {
    const manual = { ...order, captureMethod: "manual" } as const;
    const before = await gatewayOf([201, { id, status: "AUTHORIZED" }]).gateway.create(manual);
    const after = await gatewayOf([201, { id: "11", status }]).gateway.capture(before, { idempotencyKey: "capture-1" });
    expect(after.captures).toMatchObject([{ id: "11", status: unified, rawStatus: status }]);
    expect(after.status).toBe(payment);
  });

  it("one with error information has failed, whatever its status", async () => {
    const manual = { ...order, captureMethod: "manual" } as const;
    const before = await gatewayOf([201, { id, status: "AUTHORIZED" }]).gateway.create(manual);
    const body = { id: "11", status: "PENDING", errorInformation: { reason: "PROCESSOR_ERROR" } };
    const { captures } = await gatewayOf([201, body]).gateway.capture(before, { idempotencyKey: "capture-1" });
    expect(captures).toMatchObject([{ status: "failed", error: { code: "processing_error" } }]);
  });

  const kept = [
    ["PENDING", "pending"],
    ["TRANSMITTED", "succeeded"],
    ["SETTLED", "succeeded"],
    ["FAILED", "failed"],
  ] as const;
  it.each(kept)("a stored one that is %s is %s", async (status, unified) => {
    const { gateway } = gatewayOf(
      [200, stored(id, "ics_auth", "AUTHORIZED", "102.21", {}, ["11"])],
      [200, stored("11", "ics_bill", status)],
    );
    const payment = await gateway.retrieve(id);
    expect(payment.captures).toMatchObject([{ id: "11", status: unified }]);
    expect(payment.status).toBe(unified === "failed" ? "authorized" : "succeeded");
  });
});

describe("cancellations", () => {
  const reversals = [
    ["REVERSED", "succeeded", "canceled"],
    ["ACCEPTED", "pending", "authorized"],
    ["PENDING", "pending", "authorized"],
    ["FAILED", "failed", "authorized"],
    ["DECLINED", "failed", "authorized"],
    ["INVALID_REQUEST", "failed", "authorized"],
    ["SOMETHING_NEW", "unknown", "authorized"],
  ] as const;
  it.each(reversals)("a reversal that is %s is %s, its payment %s", async (status, unified, payment) => {
    const manual = { ...order, captureMethod: "manual" } as const;
    const before = await gatewayOf([201, { id, status: "AUTHORIZED" }]).gateway.create(manual);
    const after = await gatewayOf([201, { id: "21", status }]).gateway.cancel(before);
    expect(after.cancellations).toMatchObject([{ id: "21", kind: "reversal", status: unified, rawStatus: status }]);
    expect(after.status).toBe(payment);
  });

  const voids = [
    ["VOIDED", "succeeded", "canceled"],
    ["CANCELLED", "succeeded", "canceled"],
    ["FAILED", "failed", "succeeded"],
  ] as const;
  it.each(voids)("a void that is %s is %s, its payment %s", async (status, unified, payment) => {
    const before = await gatewayOf([201, { id, status: "AUTHORIZED" }]).gateway.create(order);
    const { gateway } = gatewayOf([201, { id: "31", status }], [201, { id: "21", status: "REVERSED" }]);
    const after = await gateway.cancel(before);
    expect(after.cancellations[0]).toMatchObject({ id: "31", kind: "post_capture_void", status: unified });
    expect([after.status, after.canceledAfterCapture]).toEqual([payment, payment === "canceled" ? true : undefined]);
  });
});

describe("increments", () => {
  const rows = [
    ["AUTHORIZED", "succeeded", 11721, 11721],
    ["AUTHORIZED_PENDING_REVIEW", "pending", 11721, 10221],
    ["DECLINED", "failed", 10221, 10221],
    ["SOMETHING_NEW", "unknown", 10221, 10221],
  ] as const;
  it.each(rows)("one that is %s is %s", async (status, unified, authorized, capturable) => {
    const manual = { ...order, captureMethod: "manual" } as const;
    const before = await gatewayOf([201, { id, status: "AUTHORIZED" }]).gateway.create(manual);
    const newTotal = { amount: 11721, currency: "USD" };
    const after = await gatewayOf([201, { id, status }]).gateway.increment(before, { newTotal, idempotencyKey: "up" });
    expect(after.increments).toMatchObject([{ status: unified, delta: { amount: 1500 }, newTotal }]);
    expect([after.amountAuthorized?.amount, after.amountCapturable?.amount]).toEqual([authorized, capturable]);
  });
});
