import { fileURLToPath } from "node:url";
import { createHyperswitch } from "@specie/hyperswitch";
import { type Life, type Step, showing, shown } from "./life.ts";

const card = { card_number: "4242424242424242", card_exp_month: "03", card_exp_year: "2030", card_cvc: "737" };

/** Authorize → capture a part → refund → look, a decline, and one refusal handled. */
export const hyperswitch: Life = {
  provider: "Hyperswitch",
  contract: fileURLToPath(import.meta.resolve("@specie/hyperswitch/openapi.json")),
  run: async (baseUrl) => {
    const client = createHyperswitch({ apiKey: "snd_EXAMPLE", baseUrl });
    const steps: Step[] = [];
    const order = { amount: 6540, currency: "USD", confirm: true, payment_method: "card" } as const;
    const request = { ...order, capture_method: "manual", payment_method_data: { card } } as const;

    const key = { idempotencyKey: "order-1001/payment-1" };
    const payment = await client.payments.create(request, { ...key, ...showing("requires-capture") });
    if ("error" in payment) return [["authorize", "payments.create", "200", `blocked: ${payment.error.code}`]];
    const reserved = `${payment.payment_id} ${payment.status}, ${shown(payment.amount_capturable, "USD")} reserved`;
    steps.push(["authorize", "payments.create", "200", reserved]);

    const part = { amount_to_capture: 3000 };
    const captured = await client.payments.capture(
      payment.payment_id,
      part,
      showing("partially-captured-and-capturable"),
    );
    steps.push([
      "capture",
      "payments.capture",
      "200",
      `${captured.status}, ${shown(captured.amount_received ?? 0, "USD")} so far`,
    ]);

    const back = { payment_id: payment.payment_id, amount: 1500 };
    const refund = await client.refunds.create(back, {
      idempotencyKey: "order-1001/refund-1",
      ...showing("refund-pending"),
    });
    steps.push([
      "refund",
      "refunds.create",
      "200",
      `${refund.refund_id} ${refund.status}, ${shown(refund.amount, "USD")}`,
    ]);

    const declined = await client.payments.create(request, showing("insufficient-funds"));
    if (!("error" in declined)) {
      steps.push([
        "decline",
        "payments.create",
        "200",
        `${declined.status}: ${declined.error_code} ${declined.error_message}`,
      ]);
    }

    // A refusal is a value, typed per declared status: nothing to catch, nothing to forget.
    const unknown = await client.payments.retrieve("pay_unknown", {}, { headers: { prefer: "code=404" } }).result();
    if (unknown.status === 404) steps.push(["refused", "payments.retrieve", "404", unknown.error.message]);
    return steps;
  },
};
