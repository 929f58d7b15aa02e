import { createHmac } from "node:crypto";
import { fileURLToPath } from "node:url";
import { money } from "@specie/payments";
import { razorpay as connect } from "@specie/payments/razorpay";
import { eventOf, type Life } from "./stage.ts";

const contract = fileURLToPath(import.meta.resolve("@specie/razorpay/openapi.json"));
const webhookSecret = "whsec_example_1";
const method = {
  type: "card",
  number: "4100280000001007",
  expMonth: "03",
  expYear: "2030",
  cvv: "123",
  holderName: "Test Customer",
} as const;
const customer = { name: "Test Customer", email: "customer@example.com", phone: "+919876500001" };
const order = { amount: money("500.00", "INR"), method, customer, captureMethod: "manual" } as const;

/** An order and its payment → one-time password → capture → refund, a decline, a webhook. There are no parts and no increments. */
export const razorpay: Life = {
  provider: "Razorpay",
  contract,
  live: async ({ baseUrl, fetch, step }) => {
    const keyId = "rzp_test_EXAMPLE0000001";
    const gateway = connect({ keyId, keySecret: "example_key_secret", webhookSecret, baseUrl, fetch });

    const payment = await step("order and pay", ["200 order-created", "200 redirect-or-otp"], () =>
      gateway.create({ ...order, reference: "order-1001", idempotencyKey: "order-1001/pay-1" }),
    );
    const { amount } = order;
    const asked = await step("send a password", ["200 otp-generated"], () =>
      gateway.completeAction(payment, { type: "otp_generate", amount }),
    );
    const authorized = await step(
      "password is typed",
      ["200 card-created", "200 otp-accepted", "200 card-authorized"],
      () =>
        // An id is enough: then the gateway looks first.
        gateway.completeAction(asked.id, { type: "otp_submit", amount, otp: "123456" }),
    );
    const captured = await step("capture", ["200 card-captured"], () =>
      gateway.capture(authorized, { idempotencyKey: "order-1001/capture-1" }),
    );
    await step("refund", ["200 normal-pending"], () =>
      gateway.refund(captured, { amount: money("200.00", "INR"), idempotencyKey: "order-1001/refund-1" }),
    );
    await step("decline", ["200 order-created", "400 card-refused-at-once"], () =>
      gateway.create({ ...order, idempotencyKey: "order-1002/pay-1" }),
    );
    await step("webhook", [], () => {
      const body = eventOf(contract, "PaymentCapturedExample");
      const signature = createHmac("sha256", webhookSecret).update(body).digest("hex");
      return gateway.verifyWebhook({
        headers: { "x-razorpay-signature": signature, "x-razorpay-event-id": "evt_1" },
        body,
      });
    });
  },
};
