import { createHmac } from "node:crypto";
import { describe, expect, it } from "vitest";
import { PaymentsError } from "../../src/gateway/payments-error.ts";
import { hyperswitch } from "../../src/hyperswitch/index.ts";
import { body, refundBody } from "./bodies.ts";

const secret = "hs_response_hash_key_example_0001";
const gateway = hyperswitch({ apiKey: "snd_EXAMPLE", webhookSecret: ["older_key", secret] });

function delivery(event_type: string, content: object, key = secret) {
  const event = {
    merchant_id: "merchant_demo",
    event_id: "evt_1",
    event_type,
    content,
    timestamp: "2026-11-20T12:00:00.000Z",
  };
  const text = JSON.stringify(event);
  const signature = createHmac("sha512", key).update(text).digest("hex");
  return { headers: { "X-Webhook-Signature-512": signature }, body: text };
}

const payment = (status: string) => ({ type: "payment_details", object: { ...body, status } });
const refund = (status: string) => ({ type: "refund_details", object: { ...refundBody, status } });
const dispute = {
  type: "dispute_details",
  object: {
    dispute_id: "dp_1",
    payment_id: body.payment_id,
    amount: "6540",
    currency: "USD",
    dispute_stage: "dispute",
    dispute_status: "dispute_opened",
    created_at: "2026-11-20T12:00:00.000Z",
  },
};

const rows: readonly (readonly [string, object, string])[] = [
  ["payment_authorized", payment("requires_capture"), "payment.authorized"],
  ["payment_partially_authorized", payment("partially_authorized_and_requires_capture"), "payment.authorized"],
  ["payment_succeeded", payment("succeeded"), "payment.succeeded"],
  ["payment_captured", payment("partially_captured"), "payment.partially_captured"],
  ["payment_failed", payment("failed"), "payment.failed"],
  ["payment_processing", payment("processing"), "payment.processing"],
  ["action_required", payment("requires_customer_action"), "payment.requires_action"],
  ["action_required", payment("requires_merchant_action"), "payment.requires_review"],
  ["action_required", payment("conflicted"), "payment.requires_review"],
  ["action_required", payment("review"), "payment.requires_review"],
  ["payment_cancelled", payment("cancelled"), "payment.canceled"],
  ["payment_cancelled_post_capture", payment("cancelled_post_capture"), "payment.canceled"],
  ["payment_expired", payment("expired"), "payment.expired"],
  ["surcharge_payment_succeeded", payment("succeeded"), "unknown"],
  ["refund_succeeded", refund("succeeded"), "refund.succeeded"],
  ["refund_failed", refund("failed"), "refund.failed"],
  ["surcharge_refund_succeeded", refund("succeeded"), "unknown"],
  ["dispute_opened", dispute, "dispute.opened"],
  ["dispute_challenged", dispute, "dispute.updated"],
  ["dispute_won", dispute, "dispute.won"],
  ["dispute_lost", dispute, "dispute.lost"],
  ["dispute_accepted", dispute, "dispute.lost"],
  ["dispute_cancelled", dispute, "dispute.closed"],
  ["dispute_expired", dispute, "dispute.closed"],
  ["mandate_active", { type: "mandate_details", object: {} }, "mandate.active"],
  ["mandate_revoked", { type: "mandate_details", object: {} }, "mandate.revoked"],
  ["payout_success", { type: "payout_details", object: {} }, "unknown"],
  ["invoice_paid", { type: "subscription_details", object: {} }, "unknown"],
  ["something_new", { type: "novel_details", object: {} }, "unknown"],
  ["something_new", payment("succeeded"), "unknown"],
  ["something_new", refund("succeeded"), "unknown"],
  ["something_new", dispute, "unknown"],
];

describe("an event", () => {
  it.each(rows)("%s about %o is %s", async (rawType, content, type) => {
    const event = await gateway.verifyWebhook(delivery(rawType, content));
    expect(event).toMatchObject({
      id: "evt_1",
      type,
      rawType,
      provider: "hyperswitch",
      verified: true,
      occurredAt: "2026-11-20T12:00:00.000Z",
    });
    expect(event.raw).toMatchObject({ event_type: rawType, content });
    // What is not understood is not shown as if it were.
    const isUnderstood = type !== "unknown" && !type.startsWith("mandate.");
    expect(event.object === undefined).toBe(!isUnderstood);
    expect(JSON.parse(JSON.stringify(event))).toEqual(JSON.parse(JSON.stringify({ ...event })));
  });

  it("carries the payment, the refund or the dispute as the model has them", async () => {
    const paid = await gateway.verifyWebhook(delivery("payment_succeeded", payment("succeeded")));
    if (paid.type !== "payment.succeeded") throw new Error("another event");
    expect(paid).toMatchObject({
      paymentId: body.payment_id,
      object: { status: "succeeded", amount: { amount: 6540, currency: "USD" } },
    });
    const back = await gateway.verifyWebhook(delivery("refund_failed", refund("failed")));
    expect(back).toMatchObject({
      paymentId: body.payment_id,
      refundId: refundBody.refund_id,
      object: { status: "failed" },
    });
    const contested = await gateway.verifyWebhook(delivery("dispute_opened", dispute));
    expect(contested).toMatchObject({ disputeId: "dp_1", object: { status: "open", stage: "chargeback" } });
  });
});

describe("a delivery", () => {
  const genuine = delivery("payment_succeeded", payment("succeeded"));

  it("may be text, bytes or a Request, its header in any case", async () => {
    const signature = genuine.headers["X-Webhook-Signature-512"];
    const request = new Request("https://shop.example/hook", {
      method: "POST",
      body: genuine.body,
      headers: { "x-webhook-signature-512": signature },
    });
    const bytes = { headers: { "x-webhook-signature-512": [signature] }, body: new TextEncoder().encode(genuine.body) };
    for (const one of [genuine, bytes, request, { ...genuine, headers: request.headers }]) {
      expect((await gateway.verifyWebhook(one)).id).toBe("evt_1");
    }
  });

  it("is right for the vector that was computed elsewhere", async () => {
    const text =
      '{"merchant_id":"merchant_1700000000","event_id":"evt_0199aaaa0000","event_type":"payment_succeeded","content":{"type":"payment_details","object":{"payment_id":"pay_aaaaaaaaaaaaaaaaaaaaaaaaaa","status":"succeeded","amount":6540,"currency":"USD"}},"timestamp":"2026-11-20T12:00:00.000Z"}';
    const signature =
      "742612851a52d5e1b57f42e7878d9c8ce4bb76bc9bf2e797a308d5d877d7856f54403c223063c4b78dfe52918a0a28d1c52abd4860a38176469f6178315e9412";
    const event = await gateway.verifyWebhook({ headers: { "X-Webhook-Signature-512": signature }, body: text });
    expect(event).toMatchObject({
      id: "evt_0199aaaa0000",
      type: "payment.succeeded",
      paymentId: "pay_aaaaaaaaaaaaaaaaaaaaaaaaaa",
    });
  });

  it.each([
    ["changed", { ...genuine, body: genuine.body.replace("6540", "6541") }],
    ["signed with another key", delivery("payment_succeeded", payment("succeeded"), "another_key")],
    ["not signed", { ...genuine, headers: {} }],
  ])("that is %s is refused", async (_, one) => {
    await expect(gateway.verifyWebhook(one)).rejects.toThrow(PaymentsError);
    await expect(gateway.verifyWebhook(one)).rejects.toMatchObject({
      code: "webhook_signature_invalid",
      category: "auth",
      provider: "hyperswitch",
      operation: "verifyWebhook",
    });
  });

  it("that is signed and no event, or one of nothing, is refused too", async () => {
    const ofNothing = {
      event_id: "1",
      event_type: "payment_succeeded",
      content: { type: "payment_details", object: null },
    };
    for (const body of ["[]", JSON.stringify(ofNothing)]) {
      const signature = createHmac("sha512", secret).update(body).digest("hex");
      const one = { headers: { "x-webhook-signature-512": signature }, body };
      await expect(gateway.verifyWebhook(one)).rejects.toMatchObject({ code: "invalid_request" });
    }
  });

  it("is never believed without a secret", async () => {
    for (const webhookSecret of [undefined, "", [], [""], [secret, ""]]) {
      const bare = hyperswitch({ apiKey: "snd_EXAMPLE", webhookSecret });
      await expect(bare.verifyWebhook(genuine)).rejects.toMatchObject({ code: "configuration_error" });
    }
  });
});
