import { createHmac, fromBase64, toBase64 } from "@specie/runtime";
import { describe, expect, it } from "vitest";
import { gatewayWith } from "./gateway.ts";

const secret = "Y3liZXJzb3VyY2Utd2ViaG9vay1rZXktMDAwMDAwMDE=";
const time = 1795176000000;
const { gateway } = gatewayWith({ webhookSecret: ["b3RoZXI=", secret], clock: () => time });

async function delivery(body: string, message = body, at: number = time) {
  const mac = await createHmac("SHA-256", fromBase64(secret))(`${at}.${message}`);
  return { headers: { "V-C-Signature": `t=${at};keyId=22222222;sig=${toBase64(mac)}` }, body };
}

const vector =
  '{"eventType":"payments.payments.accept","payload":{"id":"7637530000000000000001","status":"AUTHORIZED"}}';

describe("genuine deliveries", () => {
  it("in the body form show all", async () => {
    const headers = {
      "v-c-signature": `t=${time};keyId=22222222-3333-4444-8555-666666666666;sig=cekY/QKsh7RxHOWFeUyH5o6QD2oDHUBc+Wj6aU+wAUI=`,
    };
    expect(await gateway.verifyWebhook({ headers, body: vector })).toMatchObject({
      provider: "cybersource",
      type: "payment.authorized",
      rawType: "payments.payments.accept",
      paymentId: "7637530000000000000001",
      object: { id: "7637530000000000000001", status: "authorized" },
      raw: JSON.parse(vector),
      verified: true,
    });
  });

  it("in the payload form show the payload alone", async () => {
    const headers = new Headers({
      "v-c-signature": `t=${time};keyId=1;sig=zpGjiijubTCh6RtxzYFLGoX4Izh3Nbe2xv/fDwp0BDs=`,
    });
    const request = new Request("https://shop.example/hook", { method: "POST", headers, body: vector });
    const event = await gateway.verifyWebhook(request);
    expect(event).toMatchObject({ type: "unknown", rawType: "" });
    expect(event.object).toBeUndefined();
    expect(event.raw).toEqual({ payload: { id: "7637530000000000000001", status: "AUTHORIZED" } });
  });
});

describe("event types", () => {
  const rows = [
    ["payments.payments.accept", "payment.authorized"],
    ["payments.payments.partial.approval", "payment.authorized"],
    ["payments.captures.accept", "payment.succeeded"],
    ["payments.payments.reject", "payment.failed"],
    ["risk.profile.decision.reject", "payment.failed"],
    ["payments.payments.updated", "payment.processing"],
    ["payments.payments.review", "payment.requires_review"],
    ["risk.profile.decision.review", "payment.requires_review"],
    ["payments.captures.review", "payment.requires_review"],
    ["payments.reversals.accept", "payment.canceled"],
    ["payments.voids.accept", "payment.canceled"],
    ["payments.refunds.accept", "refund.succeeded"],
    ["payments.credits.accept", "refund.succeeded"],
    ["payments.refunds.reject", "refund.failed"],
    ["payments.credits.reject", "refund.failed"],
    ["payByLink.merchant.payment", "payment_link.paid"],
    ["payments.payments.accepted", "unknown"],
    ["payments.payments.failed", "unknown"],
    ["payments.reversals.reject", "unknown"],
    ["payments.captures.reject", "unknown"],
    ["payments.refunds.partial.approval", "unknown"],
    ["payments.credits.review", "unknown"],
    ["payments.credits.partial.approval", "unknown"],
    ["payments.credits.accepted", "unknown"],
    ["payments.credits.failed", "unknown"],
    ["payments.voids.reject", "unknown"],
    ["payments.voids.accepted", "unknown"],
    ["risk.casemanagement.decision.accept", "unknown"],
    ["risk.casemanagement.decision.reject", "unknown"],
    ["risk.casemanagement.addnote", "unknown"],
    ["risk.profile.decision.monitor", "unknown"],
    ["tms.networktoken.updated", "unknown"],
  ] as const;
  it.each(rows)("%s is %s", async (eventType, type) => {
    const event = await gateway.verifyWebhook(
      await delivery(JSON.stringify({ eventType, payload: { id: "1", status: "PENDING" } })),
    );
    expect([event.type, event.rawType]).toEqual([type, eventType]);
    expect(event.refundId).toBe(type.startsWith("refund.") ? "1" : undefined);
    expect(event.paymentId).toBe(eventType.startsWith("payments.payments.") && type !== "unknown" ? "1" : undefined);
  });

  it.each([{ processingInformation: { capture: true } }, { _links: { void: {}, refund: {} } }])(
    "an accepted payment that shows %j is a sale",
    async (shown) => {
      const payload = { id: "1", status: "AUTHORIZED", ...shown };
      const event = await gateway.verifyWebhook(
        await delivery(JSON.stringify({ eventType: "payments.payments.accept", payload })),
      );
      expect(event).toMatchObject({ type: "payment.succeeded", object: { status: "succeeded" } });
    },
  );

  const about = async (eventType: string, payload: unknown) =>
    gateway.verifyWebhook(await delivery(JSON.stringify({ eventType, payload })));

  it.each([{}, { id: "1" }, { status: "AUTHORIZED" }])("is of no object where it shows %j", async (payload) => {
    for (const type of ["payments.payments.accept", "payments.refunds.accept"])
      expect((await about(type, payload)).object).toBeUndefined();
  });

  it("a sale that is held for review is no success", async () => {
    const payload = { id: "1", status: "AUTHORIZED_PENDING_REVIEW", processingInformation: { capture: true } };
    expect((await about("payments.payments.review", payload)).type).toBe("payment.requires_review");
  });

  it("an update is in the words of the wallet or bank", async () => {
    const event = await about("payments.payments.updated", { id: "1", status: "ABANDONED" });
    expect(event).toMatchObject({ type: "payment.processing", object: { status: "expired", rawStatus: "ABANDONED" } });
  });

  it("a refund is read as one", async () => {
    const payload = { id: "41", status: "PENDING", refundAmountDetails: { refundAmount: "20.00", currency: "usd" } };
    const { object } = await about("payments.refunds.accept", payload);
    expect(object).toMatchObject({ status: "pending", amount: { amount: 2000, currency: "USD" } });
  });

  it("a credit is read as one", async () => {
    const payload = { id: "51", status: "COMPLETED", creditAmountDetails: { creditAmount: "20.00", currency: "usd" } };
    const event = await gateway.verifyWebhook(
      await delivery(JSON.stringify({ eventType: "payments.credits.accept", payload })),
    );
    expect(event.object).toMatchObject({ status: "succeeded", amount: { amount: 2000, currency: "USD" } });
  });
});

describe("an event's id", () => {
  const shared = { eventType: "payments.payments.accept", payload: { id: "1", status: "AUTHORIZED" } };
  it("is the provider's, where it has one", async () => {
    const body = JSON.stringify({ ...shared, webhookId: "w", transactionTraceId: "t" });
    expect((await gateway.verifyWebhook(await delivery(body))).id).toBe("w:t");
  });

  it("is the same for each try, and another for another event", async () => {
    const ids = [];
    for (const change of [{ retryNumber: 0 }, { retryNumber: 1 }, { eventType: "payments.payments.review" }]) {
      ids.push((await gateway.verifyWebhook(await delivery(JSON.stringify({ ...shared, ...change })))).id);
    }
    expect(ids[0]).toMatch(/^[0-9a-f]{64}$/);
    expect(ids[1]).toBe(ids[0]);
    expect(ids[2]).not.toBe(ids[0]);
  });

  it("comes with the time of the event", async () => {
    const body = JSON.stringify({ ...shared, eventDate: "2026-11-20T12:00:00" });
    expect((await gateway.verifyWebhook(await delivery(body))).occurredAt).toBe("2026-11-20T12:00:00.000Z");
    const told = JSON.stringify({ ...shared, payload: { ...shared.payload, submitTimeUtc: "2026-11-20T13:00:00Z" } });
    expect((await gateway.verifyWebhook(await delivery(told))).occurredAt).toBe("2026-11-20T13:00:00.000Z");
  });
});

describe("any other delivery", () => {
  it("with a wrong signature is refused", async () => {
    const { headers } = await delivery(vector);
    const refused = gateway.verifyWebhook({ headers, body: `${vector} ` });
    await expect(refused).rejects.toMatchObject({
      code: "webhook_signature_invalid",
      category: "auth",
      provider: "cybersource",
      operation: "verifyWebhook",
    });
  });

  it.each([-300_001, 300_001])("that is %d ms off is refused", async (off) => {
    const late = await delivery(vector, vector, time + off);
    await expect(gateway.verifyWebhook(late)).rejects.toMatchObject({ code: "webhook_signature_invalid" });
  });

  it("is taken at any age when told so", async () => {
    const { gateway: patient } = gatewayWith({ webhookSecret: secret, webhookToleranceMs: Number.POSITIVE_INFINITY });
    expect(await patient.verifyWebhook(await delivery(vector, vector, 1))).toMatchObject({ verified: true });
  });

  it("without a header is refused", async () => {
    await expect(gateway.verifyWebhook({ headers: {}, body: vector })).rejects.toMatchObject({
      code: "webhook_signature_invalid",
      safeToRetry: false,
    });
  });

  it.each([undefined, [], "%"])("with the secret %j is a matter of configuration", async (webhookSecret) => {
    const { gateway: wrong } = gatewayWith({ webhookSecret });
    await expect(wrong.verifyWebhook(await delivery(vector))).rejects.toMatchObject({ code: "configuration_error" });
  });
});
