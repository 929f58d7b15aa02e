import { createHmac } from "node:crypto";
import { describe, expect, it } from "vitest";
import { razorpay } from "../../src/razorpay/index.ts";
import { answering } from "../support/answering.ts";
import { collection, errorBody, orderBody, paymentBody } from "./support/bodies.ts";
import { amount, card, connect, customer, idempotencyKey, keyId, keySecret } from "./support/connect.ts";

const order_id = "order_Demo0000000001";
const id = "pay_Demo0000000001";
const sign = (text: string): string => createHmac("sha256", keySecret).update(text).digest("hex");
const returnedFields = {
  razorpay_payment_id: id,
  razorpay_order_id: order_id,
  razorpay_signature: sign(`${order_id}|${id}`),
};
const captured = [200, paymentBody({ status: "captured", captured: true })] as const;
const base = `https://api.razorpay.com/v1/payments/${id}`;
const redirect = { action: "redirect", url: `${base}/authenticate` };
const generate = { action: "otp_generate", url: `${base}/otp_generate?track_id=1&key_id=${keyId}` };
const submit = { action: "otp_submit", url: `${base}/otp_submit/0123?key_id=${keyId}` };
const resend = { action: "otp_resend", url: `${base}/otp_resend/json?key_id=${keyId}` };
const metadata = { issuer: "HDFC", network: "MC", last4: "0003" };

/** A payment that waits for its customer. */
async function waiting(next: readonly object[]) {
  const { gateway } = connect([200, orderBody()], [200, { razorpay_payment_id: id, next }]);
  return JSON.parse(JSON.stringify(await gateway.create({ amount, idempotencyKey, method: card, customer })));
}

describe("the customer came back", () => {
  it("with a right signature: the payment is read", async () => {
    const { gateway, sent } = connect(captured);
    const payment = await gateway.completeAction(await waiting([redirect]), {
      type: "returned",
      amount,
      fields: returnedFields,
    });
    expect(payment).toMatchObject({ id, status: "succeeded" });
    expect(sent.map(({ method, url }) => `${method} ${url.pathname}`)).toEqual([`GET /v1/payments/${id}`]);
  });

  it("with the signature in the address", async () => {
    const url = `https://shop.example/return?${new URLSearchParams(returnedFields)}`;
    const { gateway } = connect(captured);
    const payment = await gateway.completeAction(await waiting([redirect]), { type: "returned", amount, url });
    expect(payment.status).toBe("succeeded");
  });

  it("with a wrong signature in the address: nothing is sent", async () => {
    const wrong = { ...returnedFields, razorpay_signature: "0".repeat(64) };
    const url = `https://shop.example/return?${new URLSearchParams(wrong)}`;
    const { gateway, sent } = connect(captured);
    await expect(
      gateway.completeAction(await waiting([redirect]), { type: "returned", amount, url }),
    ).rejects.toMatchObject({ code: "unauthorized" });
    expect(sent).toEqual([]);
  });

  it("with an address that is none, and with nothing else: the payment says how it stands", async () => {
    const { gateway } = connect(captured);
    const result = { type: "returned", amount, url: "not an address" } as const;
    expect(await gateway.completeAction(await waiting([redirect]), result)).toMatchObject({ status: "succeeded" });
  });

  it("with a signature to a payment that has no order to be signed with", async () => {
    const { gateway } = connect([200, paymentBody({ order_id: null, status: "captured" })]);
    const result = { type: "returned", amount, fields: returnedFields } as const;
    await expect(gateway.completeAction(id, result)).rejects.toMatchObject({
      code: "unauthorized",
      message: expect.stringContaining("without what it signs"),
    });
  });

  it("with a wrong signature: nothing is sent", async () => {
    const { gateway, sent } = connect(captured);
    const fields = { ...returnedFields, razorpay_signature: sign(`${id}|${order_id}`) };
    await expect(
      gateway.completeAction(await waiting([redirect]), { type: "returned", amount, fields }),
    ).rejects.toMatchObject({ code: "unauthorized" });
    expect(sent).toEqual([]);
  });

  it.each([
    [{ ...returnedFields, razorpay_payment_id: "pay_Other000000001" }],
    [{ razorpay_signature: returnedFields.razorpay_signature }],
  ])("with %j, which is not this payment", async (fields) => {
    const { gateway, sent } = connect(captured);
    const result = { type: "returned", amount, fields } as const;
    await expect(gateway.completeAction(await waiting([redirect]), result)).rejects.toMatchObject({
      code: "unauthorized",
    });
    expect(sent).toEqual([]);
  });

  it("with nothing, as after giving up or paying in an app: the payment says how it stands", async () => {
    const failed = paymentBody({ status: "failed", error_reason: "payment_cancelled" });
    const { gateway } = connect([200, failed]);
    const payment = await gateway.completeAction(await waiting([redirect]), { type: "returned", amount });
    expect(payment).toMatchObject({ status: "failed", error: { code: "canceled_by_customer" } });
  });

  it("to an order, from Checkout: the payment that came back is read, and must be of this order", async () => {
    const right = connect(captured);
    const result = { type: "returned", amount, fields: returnedFields } as const;
    expect(await right.gateway.completeAction(order_id, result)).toMatchObject({ id, status: "succeeded" });
    const other = connect([200, paymentBody({ order_id: "order_Other00000001" })]);
    await expect(other.gateway.completeAction(order_id, result)).rejects.toMatchObject({ code: "unauthorized" });
    const nobody = connect([200, collection()], [200, orderBody()]);
    expect(await nobody.gateway.completeAction(order_id, { type: "returned", amount })).toMatchObject({
      id: order_id,
      status: "requires_payment_method",
    });
  });

  it("given only an id: the payment's own order is what must be signed", async () => {
    const right = connect(captured);
    const result = { type: "returned", amount, fields: returnedFields } as const;
    expect(await right.gateway.completeAction(id, result)).toMatchObject({ status: "succeeded" });
    const wrong = connect([200, paymentBody({ order_id: "order_Other00000001" })]);
    await expect(wrong.gateway.completeAction(id, result)).rejects.toMatchObject({ code: "unauthorized" });
  });

  it.each([[{ amount: 50001, currency: "INR" }], [{ amount: 50000, currency: "USD" }]])(
    "and paid another amount than %j",
    async (expected) => {
      const { gateway } = connect(captured);
      await expect(
        gateway.completeAction(await waiting([redirect]), { type: "returned", amount: expected }),
      ).rejects.toMatchObject({ code: "invalid_amount" });
    },
  );

  it("with an access token there is no secret, and the payment alone tells", async () => {
    const { fetch } = answering(captured);
    const gateway = razorpay({ accessToken: "example_token", fetch });
    const fields = { ...returnedFields, razorpay_signature: "0".repeat(64) };
    expect(await gateway.completeAction(id, { type: "returned", amount, fields })).toMatchObject({
      status: "succeeded",
    });
  });
});

describe("a one-time password", () => {
  it("is asked for, sent again and handed in at the addresses that the payment carries", async () => {
    const { gateway, sent } = connect(
      [200, { razorpay_payment_id: id, next: [submit, resend], metadata }],
      [200, { razorpay_payment_id: id, next: ["otp_submit", "otp_resend"] }],
      [200, { razorpay_payment_id: id, razorpay_order_id: order_id, razorpay_signature: "x" }],
      captured,
    );
    const asked = await gateway.completeAction(await waiting([generate]), { type: "otp_generate", amount });
    const hints = metadata;
    expect(asked).toMatchObject({
      id,
      groupId: order_id,
      status: "requires_action",
      captureMethod: "automatic",
      nextAction: { type: "otp", submitUrl: submit.url, resendUrl: resend.url, hints },
    });
    const again = await gateway.completeAction(asked, { type: "otp_resend", amount });
    expect(again.nextAction).toEqual({ type: "otp", submitUrl: submit.url, resendUrl: resend.url, hints });
    const paid = await gateway.completeAction(JSON.parse(JSON.stringify(again)), {
      type: "otp_submit",
      amount,
      otp: "0123",
    });
    expect(paid).toMatchObject({ id, status: "succeeded", captureMethod: "automatic" });
    expect(sent.map(({ method, url }) => `${method} ${url.pathname}`)).toEqual([
      `POST /v1/payments/${id}/otp_generate`,
      `POST /v1/payments/${id}/otp_resend/json`,
      `POST /v1/payments/${id}/otp_submit/0123`,
      `GET /v1/payments/${id}`,
    ]);
    expect(sent[2]?.body).toEqual({ otp: "0123" });
  });

  it("is found among the alternatives of a redirect", async () => {
    const { gateway, sent } = connect([200, { razorpay_payment_id: id, next: [submit] }]);
    await gateway.completeAction(await waiting([redirect, generate]), { type: "otp_generate", amount });
    expect(sent[0]?.url.search).toContain("track_id=1");
  });

  it("can be handled by the payment's id alone", async () => {
    const { gateway, sent } = connect(
      [200, paymentBody({ status: "created" })],
      [200, { razorpay_payment_id: id, next: [submit] }],
    );
    await gateway.completeAction(id, { type: "otp_generate", amount });
    expect(sent[1]?.url.pathname).toBe(`/v1/payments/${id}/otp_generate`);
  });

  const wrongOtp = (reason: string, next?: readonly string[]) =>
    [
      400,
      { ...errorBody("No.", { reason, metadata: { payment_id: id } }), ...(next === undefined ? {} : { next }) },
    ] as const;

  it.each([
    [429, errorBody("Too many requests")],
    [401, errorBody("Authentication failed")],
    [400, errorBody("The id provided does not exist")],
    [500, {}],
  ] as const)(
    "that was taken is never told as safe to repeat, when the look after it is answered with %d",
    async (status, said) => {
      const { gateway } = connect([200, { razorpay_payment_id: id }], [status, said]);
      const error = gateway.completeAction(await waiting([submit]), { type: "otp_submit", amount, otp: "0123" });
      await expect(error).rejects.toMatchObject({
        code: "outcome_unknown",
        safeToRetry: false,
        outcome: { operation: "completeAction", paymentId: id },
      });
    },
  );

  it("that is wrong leaves the payment waiting, with the reason", async () => {
    const { gateway, sent } = connect(wrongOtp("incorrect_otp", ["otp_submit", "otp_resend"]));
    const before = await waiting([submit, resend]);
    const payment = await gateway.completeAction(before, { type: "otp_submit", amount, otp: "0123" });
    expect(payment).toMatchObject({
      status: "requires_action",
      error: { code: "incorrect_pin_or_otp" },
      nextAction: { type: "otp", submitUrl: submit.url, resendUrl: resend.url },
    });
    expect(sent).toHaveLength(1);
  });

  it.each([
    ["otp_attempts_exceeded", "incorrect_pin_or_otp"],
    ["payment_timed_out", "session_expired"],
  ])("that ends with %s is a payment that failed", async (reason, code) => {
    const { gateway } = connect(wrongOtp(reason));
    const payment = await gateway.completeAction(await waiting([submit]), { type: "otp_submit", amount, otp: "0123" });
    expect(payment).toMatchObject({ status: "failed", error: { code } });
    expect(payment).not.toHaveProperty("nextAction");
  });

  it("that is still being looked at is a payment under way", async () => {
    const { gateway } = connect(wrongOtp("payment_pending", ["otp_resend"]));
    const payment = await gateway.completeAction(await waiting([submit]), { type: "otp_submit", amount, otp: "0123" });
    expect(payment.status).toBe("processing");
    expect(payment).not.toHaveProperty("error");
  });

  it("is not handed in for another amount", async () => {
    const { gateway, sent } = connect(captured);
    const other = { amount: 1, currency: "INR" };
    for (const result of [
      { type: "otp_submit", amount: other, otp: "0123" },
      { type: "otp_generate", amount: other },
    ] as const) {
      const payment = await waiting([generate]);
      await expect(gateway.completeAction(payment, result)).rejects.toMatchObject({ code: "invalid_amount" });
    }
    expect(sent).toEqual([]);
  });

  it("whose answer is lost is an unknown outcome, and handed in once", async () => {
    const { gateway, sent } = connect(new Error("cut"));
    const result = { type: "otp_submit", amount, otp: "0123" } as const;
    await expect(gateway.completeAction(await waiting([submit]), result)).rejects.toMatchObject({
      code: "outcome_unknown",
      outcome: { operation: "completeAction", paymentId: id, amount },
    });
    expect(sent).toHaveLength(1);
  });

  it("throws what is no refusal of the password", async () => {
    const { gateway } = connect([400, errorBody("The id provided does not exist")]);
    const result = { type: "otp_submit", amount, otp: "0123" } as const;
    await expect(gateway.completeAction(await waiting([submit]), result)).rejects.toMatchObject({ code: "not_found" });
  });
});

it("refuses an action that Razorpay does not have", async () => {
  const { gateway, sent } = connect(captured);
  const result = { type: "device_data_collected", amount, completed: true } as never;
  await expect(gateway.completeAction(id, result)).rejects.toMatchObject({ code: "unsupported_operation" });
  expect(sent).toEqual([]);
});
