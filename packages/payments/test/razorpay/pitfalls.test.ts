import { createHmac } from "node:crypto";
import { inspect } from "node:util";
import { verifySubscriptionSignature } from "@specie/razorpay";
import { describe, expect, it } from "vitest";
import type { Capability } from "../../src/gateway/capabilities/capability.ts";
import { capabilityTitles } from "../../src/gateway/capabilities/titles.ts";
import { PaymentsError } from "../../src/gateway/payments-error.ts";
import { readPayment } from "../../src/razorpay/read/payment.ts";
import { collection, errorBody, orderBody, paymentBody, refundBody } from "./support/bodies.ts";
import { amount, card, connect, customer, idempotencyKey, keySecret, webhookSecret } from "./support/connect.ts";

const id = "pay_Demo0000000001";
const captured = paymentBody({ status: "captured", captured: true });

describe("pitfalls", () => {
  it("3: not found is a 400", async () => {
    const { gateway } = connect([
      400,
      errorBody("The id provided does not exist", { reason: "input_validation_failed" }),
    ]);
    await expect(gateway.retrieve(id)).rejects.toMatchObject({ code: "not_found", httpStatus: 400 });
  });

  it("7: refunds do not change a payment that was paid", () => {
    const refunded = { captured: true, amount_refunded: 20000 };
    const partly = readPayment(paymentBody({ ...refunded, status: "captured", refund_status: "partial" }));
    expect(partly).toMatchObject({ status: "succeeded", refundState: "partial", amountCaptured: amount });
    const fully = readPayment(paymentBody({ ...refunded, status: "refunded", refund_status: "full" }));
    expect(fully).toMatchObject({ status: "succeeded", refundState: "full", amountCaptured: amount });
  });

  it("8: a payment that failed may be authorized later, and nothing remembers the failure", async () => {
    const { gateway } = connect(
      [200, paymentBody({ status: "failed", error_reason: "payment_timed_out" })],
      [200, paymentBody()],
    );
    const failed = await gateway.retrieve(id);
    const later = await gateway.retrieve(failed);
    expect([failed.status, later.status]).toEqual(["failed", "authorized"]);
    expect(later).not.toHaveProperty("error");
  });

  it.each([
    [{ amount: 49999, currency: "INR" }, "capture.partial"],
    [{ amount: 50001, currency: "INR" }, "capture.over"],
    [{ amount: 50000, currency: "USD" }, "capture.partial"],
  ])("9: a capture of %j is refused, as it must be of the whole amount", async (other, operation) => {
    const { gateway, sent } = connect([200, captured]);
    const input = { idempotencyKey, amount: other } as never;
    await expect(gateway.capture(readPayment(paymentBody()), input)).rejects.toMatchObject({
      code: "unsupported_operation",
      operation,
    });
    expect(sent).toEqual([]);
  });

  it("9: a capture that names the same amount is one of the whole", async () => {
    const { gateway, sent } = connect([200, captured]);
    await gateway.capture(readPayment(paymentBody()), { idempotencyKey, amount } as never);
    expect(sent).toHaveLength(1);
  });

  it("10: notes are an empty list, contacts a number, steps names or objects", async () => {
    const payment = readPayment(paymentBody({ notes: [], contact: 919876500001 }));
    expect(payment).not.toHaveProperty("metadata");
    expect(payment.customer?.phone).toBe("919876500001");
    const { gateway } = connect([200, { razorpay_payment_id: id, next: ["otp_submit", "otp_resend"] }]);
    const asked = await gateway.completeAction(readPayment(paymentBody()), { type: "otp_resend", amount });
    expect(asked.nextAction).toEqual({ type: "otp" });
  });

  it("14: three decimals end in 0", async () => {
    const { gateway, sent } = connect([200, orderBody()]);
    const wrong = { amount: { amount: 295991, currency: "KWD" }, idempotencyKey };
    await expect(gateway.create(wrong)).rejects.toMatchObject({ code: "invalid_amount" });
    expect(sent).toEqual([]);
  });

  it("15: the signature is of the raw bytes, in hexadecimal, with the secret as text", async () => {
    const { gateway } = connect([200, {}]);
    const body = '{ "event": "payment.failed", "payload": {}, "notes": {"name":"\\u091c"} }';
    const sign = (text: string) => createHmac("sha256", webhookSecret).update(text).digest("hex");
    const right = { body, headers: { "x-razorpay-signature": sign(body) } };
    expect((await gateway.verifyWebhook(right)).type).toBe("payment.failed");
    const rewritten = { body: JSON.stringify(JSON.parse(body)), headers: right.headers };
    await expect(gateway.verifyWebhook(rewritten)).rejects.toMatchObject({ code: "webhook_signature_invalid" });
  });

  it("16: a subscription's signature, which has its parts the other way round, is not one of an order", async () => {
    const orderId = "order_Demo0000000001";
    const signature = createHmac("sha256", keySecret).update(`${id}|${orderId}`).digest("hex");
    expect(await verifySubscriptionSignature({ subscriptionId: orderId, paymentId: id, signature }, keySecret)).toBe(
      true,
    );
    const { gateway, sent } = connect([200, captured]);
    const fields = { razorpay_payment_id: id, razorpay_signature: signature };
    const result = { type: "returned", amount, fields } as const;
    await expect(gateway.completeAction(orderId, result)).rejects.toMatchObject({ code: "unauthorized" });
    expect(sent).toEqual([]);
  });

  it("20: cancelled is canceled", async () => {
    const { gateway } = connect([
      200,
      { id: "plink_1", amount: 1, currency: "INR", status: "cancelled", short_url: "" },
    ]);
    expect(await gateway.retrieveLink("plink_1")).toMatchObject({ status: "canceled", rawStatus: "cancelled" });
  });

  it("21: UPI collect is possible where it is asked for, and never a default", async () => {
    const started = [200, { razorpay_payment_id: id, next: [{ action: "intent", url: "upi://pay?pa=demo" }] }] as const;
    const { gateway, sent } = connect([200, orderBody()], started);
    const payment = await gateway.create({ amount, idempotencyKey, customer, method: { type: "upi", flow: "intent" } });
    expect(sent[1]?.body).toMatchObject({ method: "upi", upi: { flow: "intent" } });
    expect(payment.nextAction).toEqual({ type: "app_intent", uri: "upi://pay?pa=demo" });
    const off = connect([200, orderBody()], [400, errorBody("No.", { reason: "upi_collect_not_enabled" })]);
    const collect = { type: "upi", flow: "collect", vpa: "customer@exampleupi" } as const;
    await expect(off.gateway.create({ amount, idempotencyKey, customer, method: collect })).rejects.toMatchObject({
      code: "payment_method_not_enabled",
    });
  });

  it("22: payment.captured and order.paid have two ids and one dedupeKey", async () => {
    const { gateway } = connect([200, {}]);
    const told = async (event: string) => {
      const body = JSON.stringify({ event, payload: { payment: { entity: captured } }, created_at: 1795176000 });
      const signature = createHmac("sha256", webhookSecret).update(body).digest("hex");
      const headers = { "x-razorpay-signature": signature, "x-razorpay-event-id": `evt_${event}` };
      return gateway.verifyWebhook({ body, headers });
    };
    const [first, second, other] = [
      await told("payment.captured"),
      await told("order.paid"),
      await told("payment.failed"),
    ];
    expect(first?.id).not.toBe(second?.id);
    expect(first?.dedupeKey).toBe(second?.dedupeKey);
    expect(other?.dedupeKey).not.toBe(first?.dedupeKey);
  });

  it("23: an error shows neither card nor secret nor the provider's text", async () => {
    const body = errorBody("Card 4100280000001007 is wrong", { reason: "invalid_request" });
    const { gateway } = connect([200, orderBody()], [400, body]);
    const error = await gateway
      .create({ amount, idempotencyKey, method: card, customer })
      .catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(PaymentsError);
    for (const shown of [String(error), JSON.stringify(error), inspect(error, { depth: 9 })]) {
      expect(shown).not.toMatch(/4100280000001007|example_key_secret|customer@example.com/);
    }
  });

  it("25: an authorized payment with captured true is authorized", () => {
    expect(readPayment(paymentBody({ status: "authorized", captured: true }))).toMatchObject({
      status: "authorized",
      amountCapturable: amount,
      amountCaptured: { amount: 0, currency: "INR" },
    });
  });

  it("28: a refund of all always says how much that is", async () => {
    const { gateway, sent } = connect([200, refundBody()]);
    const partly = paymentBody({
      status: "captured",
      captured: true,
      refund_status: "partial",
      amount_refunded: 20000,
    });
    await gateway.refund(readPayment(captured), { idempotencyKey });
    await gateway.refund(readPayment(partly), { idempotencyKey });
    expect(sent.map(({ body }) => body)).toMatchObject([{ amount: 50000 }, { amount: 30000 }]);
  });
});

describe("rows of the mapping table", () => {
  it("13: another request with the same key is a duplicate", async () => {
    const text = "Different request with the same idempotency key has already been processed";
    const { gateway } = connect([409, errorBody(text)]);
    await expect(gateway.refund(readPayment(captured), { idempotencyKey })).rejects.toMatchObject({
      code: "duplicate",
    });
  });
});

describe("what Razorpay can't do", () => {
  const { gateway, sent } = connect([200, collection()]);
  const lacking = (Object.keys(capabilityTitles) as Capability[]).filter(
    (capability) => gateway.capabilities.operations[capability].support === "none",
  );
  const groups = new Set(["customers", "savedMethods", "disputes"]);
  const operations = lacking.filter((name) => !name.includes(".") || groups.has(name.split(".")[0] ?? ""));

  it("is these operations", () => {
    expect(operations).toEqual([
      "update",
      "cancel",
      "increment",
      "extend",
      "credit",
      "cancelRefund",
      "customers.remove",
      "undo",
      "sessionTokens",
    ]);
  });

  it.each(operations)("%s is refused before anything is sent", async (operation) => {
    const [first = "", second] = operation.split(".");
    const owner: object = second === undefined ? gateway : Reflect.get(gateway, first);
    const call: unknown = Reflect.get(owner, second ?? first);
    if (typeof call !== "function") throw new Error(`${operation} is no function`);
    await expect(call(readPayment(paymentBody()), { idempotencyKey })).rejects.toMatchObject({
      code: "unsupported_operation",
      operation,
    });
    expect(sent).toEqual([]);
    expect(Object.keys(owner)).not.toContain(second ?? first);
  });

  it("is not what the gateway has: each operation of the matrix is there", () => {
    for (const capability of Object.keys(capabilityTitles) as Capability[]) {
      const [first = "", second] = capability.split(".");
      const has = gateway.capabilities.operations[capability].support !== "none";
      const owner: object = second !== undefined && groups.has(first) ? Reflect.get(gateway, first) : gateway;
      const name = second !== undefined && groups.has(first) ? second : first;
      if (has) expect(Object.keys(owner), capability).toContain(name);
    }
  });
});
