import { createHmac } from "node:crypto";
import { describe, expect, it } from "vitest";
import { razorpay } from "../../src/razorpay/index.ts";
import { paymentBody, refundBody } from "./support/bodies.ts";
import { keyId, keySecret, webhookSecret } from "./support/connect.ts";

const gateway = razorpay({ keyId, keySecret, webhookSecret });
const sign = (body: string, secret = webhookSecret): string => createHmac("sha256", secret).update(body).digest("hex");

function delivery(event: string, payload: object, headers: Readonly<Record<string, string>> = {}) {
  const contains = Object.keys(payload);
  const body = JSON.stringify({
    entity: "event",
    account_id: "acc_1",
    event,
    contains,
    payload,
    created_at: 1795176000,
  });
  return { body, headers: { "X-Razorpay-Signature": sign(body), "x-razorpay-event-id": `evt_${event}`, ...headers } };
}

const payment = { entity: paymentBody({ status: "captured", captured: true }) };
const refund = { entity: refundBody() };
const dispute = {
  entity: {
    id: "disp_1",
    entity: "dispute",
    payment_id: "pay_1",
    amount: 1,
    currency: "INR",
    status: "open",
    phase: "fraud",
  },
};
const payment_link = {
  entity: {
    id: "plink_1",
    amount: 1,
    amount_paid: 0,
    currency: "INR",
    status: "paid",
    short_url: "https://rzp.io/i/1",
  },
};

describe("the type of an event", () => {
  it.each<[string, object, string]>([
    ["payment.authorized", { payment }, "payment.authorized"],
    ["payment.captured", { payment }, "payment.succeeded"],
    ["order.paid", { payment }, "payment.succeeded"],
    ["payment.failed", { payment }, "payment.failed"],
    ["refund.created", { refund, payment }, "refund.created"],
    ["refund.processed", { refund, payment }, "refund.succeeded"],
    ["refund.failed", { refund, payment }, "refund.failed"],
    ["refund.speed_changed", { refund, payment }, "refund.updated"],
    ["payment.dispute.created", { payment, dispute }, "dispute.opened"],
    ["payment.dispute.under_review", { payment, dispute }, "dispute.updated"],
    ["payment.dispute.action_required", { payment, dispute }, "dispute.updated"],
    ["payment.dispute.won", { payment, dispute }, "dispute.won"],
    ["payment.dispute.lost", { payment, dispute }, "dispute.lost"],
    ["payment.dispute.closed", { payment, dispute }, "dispute.closed"],
    ["payment_link.paid", { payment_link, payment }, "payment_link.paid"],
    ["payment_link.partially_paid", { payment_link }, "payment_link.partially_paid"],
    ["payment_link.cancelled", { payment_link }, "payment_link.canceled"],
    ["payment_link.expired", { payment_link }, "payment_link.expired"],
    ["payment.downtime.started", {}, "downtime.started"],
    ["payment.downtime.updated", {}, "downtime.updated"],
    ["payment.downtime.resolved", {}, "downtime.resolved"],
    ["token.confirmed", {}, "mandate.active"],
    ["subscription.charged", {}, "unknown"],
    ["invoice.paid", {}, "unknown"],
    ["brand.new", {}, "unknown"],
    ["constructor", {}, "unknown"],
  ])("%s is that of %j: %s", async (rawType, payload, type) => {
    const event = await gateway.verifyWebhook(delivery(rawType, payload));
    expect(event).toMatchObject({ id: `evt_${rawType}`, provider: "razorpay", type, rawType, verified: true });
    expect(event.occurredAt).toBe(new Date(1795176000 * 1000).toISOString());
    expect(event.raw).toMatchObject({ event: rawType, payload });
  });
});

describe("the object of an event", () => {
  it("is the entity that it is about, with the ids of all", async () => {
    const paid = await gateway.verifyWebhook(delivery("payment.captured", { payment }));
    expect(paid).toMatchObject({
      paymentId: "pay_Demo0000000001",
      object: { status: "succeeded", amount: { amount: 50000 } },
    });
    expect(paid.object).not.toHaveProperty("httpStatus");
    const refunded = await gateway.verifyWebhook(delivery("refund.processed", { refund, payment }));
    expect(refunded).toMatchObject({
      paymentId: "pay_Demo0000000001",
      refundId: "rfnd_Demo0000000001",
      object: { status: "pending", amount: { amount: 20000 } },
    });
    const disputed = await gateway.verifyWebhook(delivery("payment.dispute.created", { dispute }));
    expect(disputed).toMatchObject({ paymentId: "pay_1", disputeId: "disp_1", object: { stage: "inquiry" } });
    const linked = await gateway.verifyWebhook(delivery("payment_link.paid", { payment_link }));
    expect(linked).toMatchObject({ object: { id: "plink_1", status: "succeeded" } });
  });

  it.each([undefined, null, {}, { entity: 7 }, { entity: null }, { entity: {} }, { entity: { id: 7 } }])(
    "is absent where the snapshot is %j",
    async (snapshot) => {
      const types = ["payment.captured", "refund.processed", "payment.dispute.created", "payment_link.paid"];
      for (const type of types) {
        const payload = { payment: snapshot, refund: snapshot, dispute: snapshot, payment_link: snapshot };
        const event = await gateway.verifyWebhook(delivery(type, payload));
        expect(event.object, type).toBeUndefined();
        expect(event.dedupeKey).toBe(event.id);
        for (const id of ["paymentId", "refundId", "disputeId"]) expect(event).not.toHaveProperty(id);
      }
    },
  );
});

describe("the signature", () => {
  const good = delivery("payment.captured", { payment });

  it("is checked over the raw body, as text, as bytes and in a Request", async () => {
    const bytes = { ...good, body: new TextEncoder().encode(good.body) };
    const request = new Request("https://shop.example/hook", { method: "POST", ...good });
    for (const one of [good, bytes, request]) expect((await gateway.verifyWebhook(one)).type).toBe("payment.succeeded");
  });

  it.each([
    ["of another secret", { "X-Razorpay-Signature": sign(good.body, "other") }],
    ["that is missing", { "X-Razorpay-Signature": "" }],
    ["in base64", { "X-Razorpay-Signature": Buffer.from(sign(good.body), "hex").toString("base64") }],
  ])("%s is refused", async (_, headers) => {
    await expect(gateway.verifyWebhook({ ...good, headers })).rejects.toMatchObject({
      code: "webhook_signature_invalid",
      category: "auth",
      provider: "razorpay",
      operation: "verifyWebhook",
    });
  });

  it("is refused where the body was changed, if only by a space", async () => {
    const changed = { ...good, body: `${good.body} ` };
    await expect(gateway.verifyWebhook(changed)).rejects.toMatchObject({ code: "webhook_signature_invalid" });
  });

  it("may be of any of several secrets, and needs one", async () => {
    const rotating = razorpay({ keyId, keySecret, webhookSecret: ["new_secret", webhookSecret] });
    expect((await rotating.verifyWebhook(good)).verified).toBe(true);
    for (const none of [undefined, "", [], [webhookSecret, ""]]) {
      const without = razorpay({ keyId, keySecret, webhookSecret: none });
      await expect(without.verifyWebhook(good)).rejects.toMatchObject({ code: "configuration_error" });
    }
  });

  it("agrees with an independent one", async () => {
    const body =
      '{"entity":"event","account_id":"acc_TESTacct000001","event":"payment.captured","contains":["payment"],"payload":{"payment":{"entity":{"id":"pay_TESTpay0000001","entity":"payment","amount":50000,"currency":"INR","status":"captured"}}},"created_at":1795176000}';
    const signature = "30f7906fc56dd87661f1bb62404a03712128484c1a4f26e0c9a464d7a82b97b1";
    const event = await gateway.verifyWebhook({ body, headers: { "x-razorpay-signature": signature } });
    expect(event).toMatchObject({ paymentId: "pay_TESTpay0000001", object: { status: "succeeded" } });
  });

  it("needs the raw body, not a parsed one", async () => {
    const parsed = { ...good, body: JSON.parse(good.body) };
    const error = await gateway.verifyWebhook(parsed).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: "invalid_request", message: expect.stringContaining("give the raw body") });
  });

  it("is right on what is no event", async () => {
    const body = "[]";
    const one = { body, headers: { "x-razorpay-signature": sign(body) } };
    await expect(gateway.verifyWebhook(one)).rejects.toMatchObject({ code: "invalid_request" });
  });
});

it("an event without an id has one made of its body, the same for each delivery", async () => {
  const { body, headers } = delivery("payment.captured", { payment });
  const nameless = { body, headers: { "x-razorpay-signature": headers["X-Razorpay-Signature"] ?? "" } };
  const [first, second] = [await gateway.verifyWebhook(nameless), await gateway.verifyWebhook(nameless)];
  expect(first?.id).toMatch(/^[0-9a-f]{64}$/);
  expect(second?.id).toBe(first?.id);
});
