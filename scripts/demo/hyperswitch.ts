import { createHmac } from "node:crypto";
import { fileURLToPath } from "node:url";
import { money } from "@specie/payments";
import { hyperswitch as connect } from "@specie/payments/hyperswitch";
import { eventOf, type Life } from "./stage.ts";

const contract = fileURLToPath(import.meta.resolve("@specie/hyperswitch/openapi.json"));
const webhookSecret = "hs_response_hash_key_example_0001";
const method = { type: "card", number: "4242424242424242", expMonth: "12", expYear: "2030", cvv: "123" } as const;
const order = { amount: money("65.40", "USD"), method, captureMethod: "manual" } as const;

/** Authorize → increment → capture a part → refund, a decline, a redirect to 3-D Secure, a webhook. */
export const hyperswitch: Life = {
  provider: "Hyperswitch",
  contract,
  live: async ({ baseUrl, fetch, step }) => {
    const gateway = connect({ apiKey: "snd_EXAMPLE", webhookSecret, baseUrl, fetch });

    const payment = await step("authorize", ["200 requires-capture"], () =>
      gateway.create({ ...order, reference: "order-1001", idempotencyKey: "order-1001/pay-1" }),
    );
    const more = await step("increment", ["200 incremented"], () =>
      gateway.increment(payment, { newTotal: money("80.00", "USD"), idempotencyKey: "order-1001/increment-1" }),
    );
    const captured = await step("capture a part", ["200 partially-captured"], () =>
      gateway.capture(more, { amount: money("30.00", "USD"), idempotencyKey: "order-1001/capture-1" }),
    );
    await step("refund", ["200 refund-pending"], () =>
      gateway.refund(captured, { amount: money("15.00", "USD"), idempotencyKey: "order-1001/refund-1" }),
    );
    await step("decline", ["200 insufficient-funds"], () =>
      gateway.create({ ...order, idempotencyKey: "order-1002/pay-1" }),
    );
    const waiting = await step("3-D Secure", ["200 requires-customer-action"], () =>
      gateway.create({ ...order, threeDs: "required", idempotencyKey: "order-1003/pay-1" }),
    );
    await step("customer is back", ["200 requires-capture"], () =>
      gateway.completeAction(waiting, { type: "returned", amount: order.amount }),
    );
    await step("webhook", [], () => {
      const body = eventOf(contract, "OnPaymentSucceeded");
      const signature = createHmac("sha512", webhookSecret).update(body).digest("hex");
      return gateway.verifyWebhook({ headers: { "x-webhook-signature-512": signature }, body });
    });
  },
};
