import { fileURLToPath } from "node:url";
import { createRazorpay } from "@specie/razorpay";
import { type Life, type Step, showing, shown } from "./life.ts";

/** Order → payment → capture → refund → the order's payments, and one refusal handled. */
export const razorpay: Life = {
  provider: "Razorpay",
  contract: fileURLToPath(import.meta.resolve("@specie/razorpay/openapi.json")),
  run: async (baseUrl) => {
    const client = createRazorpay({ keyId: "rzp_test_EXAMPLE0000001", keySecret: "example_key_secret", baseUrl });
    const steps: Step[] = [];

    const order = await client.orders.create({ amount: 50000, currency: "INR", receipt: "order-1001" });
    steps.push(["order", "orders.create", "200", `${order.id} ${order.status}, ${shown(order.amount, "INR")} due`]);

    const buyer = {
      email: "customer@example.com",
      contact: "+919876500001",
      ip: "192.0.2.10",
      user_agent: "Mozilla/5.0",
    };
    const started = await client.payments.create(
      {
        amount: order.amount,
        currency: order.currency,
        order_id: order.id,
        method: "upi",
        upi: { flow: "intent" },
        ...buyer,
      },
      showing("upi-intent"),
    );
    const next = started.next?.map((step) => (typeof step === "string" ? step : step.action)).join(", then ");
    steps.push(["pay", "payments.create", "200", `${started.razorpay_payment_id} started, next: ${next ?? "nothing"}`]);

    const amount = { amount: order.amount, currency: "INR" };
    const captured = await client.payments.capture(started.razorpay_payment_id, amount, showing("upi-captured"));
    steps.push(["capture", "payments.capture", "200", `${captured.id} ${captured.status} by ${captured.method}`]);

    const refund = await client.refunds.create(
      captured.id,
      { amount: 20000 },
      { idempotencyKey: "order-1001-refund-1" },
    );
    steps.push([
      "refund",
      "refunds.create",
      "200",
      `${refund.id} ${refund.status ?? ""}, ${shown(refund.amount, "INR")}`,
    ]);

    const payments = await client.orders.payments(order.id, { "expand[]": ["card"] }, showing("payments-with-cards"));
    const cards = payments.items.map((payment) => `${payment.status} by card ${payment.card?.last4 ?? "–"}`);
    steps.push(["look", "orders.payments", "200", `${payments.count} in this page: ${cards.join(", ")}`]);

    // A refusal is a value, typed per declared status: nothing to catch, nothing to forget.
    const again = await client.payments.capture(captured.id, amount, { headers: { prefer: "code=400" } }).result();
    if (again.status === 400) {
      steps.push(["refused", "payments.capture", "400", `${again.data.error.code}: ${again.data.error.description}`]);
    }
    return steps;
  },
};
