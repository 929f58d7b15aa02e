import { createHmac } from "node:crypto";
import { fileURLToPath } from "node:url";
import { money } from "@specie/payments";
import { cybersource as connect } from "@specie/payments/cybersource";
import { eventOf, type Life } from "./stage.ts";

const contract = fileURLToPath(import.meta.resolve("@specie/cybersource/openapi.json"));
const webhookSecret = "Y3liZXJzb3VyY2Utd2ViaG9vay1rZXktMDAwMDAwMDE=";
const method = { type: "card", number: "4111111111111111", expMonth: "12", expYear: "2031", cvv: "123" } as const;
const billing = {
  firstName: "Test",
  lastName: "Customer",
  line1: "1 Demo Street",
  city: "Austin",
  state: "TX",
  postalCode: "78750",
  country: "US",
  email: "customer@example.com",
};
const order = { amount: money("102.21", "USD"), method, billing, captureMethod: "manual" } as const;

/** Authorize → increment → capture a part → refund, a decline, 3-D Secure in three steps, a webhook. All requests are signed. */
export const cybersource: Life = {
  provider: "CyberSource",
  contract,
  live: async ({ baseUrl, fetch, step }) => {
    const gateway = connect({
      merchantId: "acme_test",
      keyId: "11111111-2222-4333-8444-555555555555",
      secret: "ZXhhbXBsZS1zaGFyZWQtc2VjcmV0LTAxMjM0NTY3ODk=",
      webhookSecret,
      baseUrl,
      fetch,
    });

    const payment = await step("authorize", ["201 authorized"], () =>
      gateway.create({ ...order, reference: "ORDER-1001", idempotencyKey: "order-1001/pay-1" }),
    );
    const more = await step("increment", ["201 incremented"], () =>
      gateway.increment(payment, { newTotal: money("117.21", "USD"), idempotencyKey: "order-1001/increment-1" }),
    );
    const captured = await step("capture a part", ["201 capture-transmitted"], () =>
      gateway.capture(more, { amount: money("60.00", "USD"), idempotencyKey: "order-1001/capture-1" }),
    );
    await step("refund", ["201 refund-pending"], () =>
      gateway.refund(captured, { amount: money("20.00", "USD"), idempotencyKey: "order-1001/refund-1" }),
    );
    await step("decline", ["201 declined-insufficient-fund"], () =>
      gateway.create({ ...order, idempotencyKey: "order-1002/pay-1" }),
    );
    const browser = { userAgent: "Demo", ipAddress: "192.0.2.1" };
    const visit = { browser, returnUrl: "https://shop.example/return" };
    const loading = await step("3-D Secure", ["201 setup-completed"], () =>
      gateway.create({ ...order, ...visit, threeDs: "required", idempotencyKey: "order-1003/pay-1" }),
    );
    const again = { amount: order.amount, method };
    const challenged = await step("device is known", ["201 enroll-challenge"], () =>
      gateway.completeAction(loading, { type: "device_data_collected", completed: true, ...again }),
    );
    await step("customer is back", ["201 validated", "201 authorized"], () =>
      gateway.completeAction(challenged, { type: "returned", ...again }),
    );
    await step("webhook", [], () => {
      const body = eventOf(contract, "PaymentAccepted");
      const time = Date.now();
      const key = Buffer.from(webhookSecret, "base64");
      const signature = createHmac("sha256", key).update(`${time}.${body}`).digest("base64");
      return gateway.verifyWebhook({ headers: { "v-c-signature": `t=${time};keyId=1;sig=${signature}` }, body });
    });
  },
};
