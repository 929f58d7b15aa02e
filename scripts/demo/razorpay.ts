import { fileURLToPath } from "node:url";
import { createRazorpay } from "@specie/razorpay";

/** One step of a payment's life: what, the call, the status, what the answer says. */
type Step = readonly [step: string, call: string, answer: string, says: string];

/** Razorpay: order → payment → capture → refund → the order's payments, and one error handled. */
export const razorpay = {
  provider: "Razorpay",
  contract: fileURLToPath(import.meta.resolve("@specie/razorpay/openapi.json")),
  run: async (baseUrl: string): Promise<Step[]> => {
    const client = createRazorpay({ keyId: "rzp_test_EXAMPLE0000001", keySecret: "example_key_secret", baseUrl });
    const steps: Step[] = [];

    const order = await client.orders.create({ amount: 50000, currency: "INR", receipt: "order-1001" });
    steps.push(["order", "orders.create", "200", `${order.id} ${order.status}, ${rupees(order.amount)} due`]);

    const started = await client.payments.create({
      amount: order.amount,
      currency: order.currency,
      order_id: order.id,
      email: "customer@example.com",
      contact: "+919876500001",
      method: "upi",
      upi: { flow: "intent" },
      ip: "192.0.2.10",
      user_agent: "Mozilla/5.0",
    });
    const next = started.next?.map((step) => (typeof step === "string" ? step : step.action)).join(", ") ?? "nothing";
    steps.push(["pay", "payments.create", "200", `${started.razorpay_payment_id}, next: ${next}`]);

    const captured = await client.payments.capture(started.razorpay_payment_id, {
      amount: order.amount,
      currency: "INR",
    });
    steps.push(["capture", "payments.capture", "200", `${captured.id} ${captured.status} by ${captured.method}`]);

    const refund = await client.refunds.create(
      captured.id,
      { amount: 20000 },
      { idempotencyKey: "order-1001-refund-1" },
    );
    steps.push(["refund", "refunds.create", "200", `${refund.id} ${refund.status}, ${rupees(refund.amount)}`]);

    const payments = await client.orders.payments(order.id, { "expand[]": ["card"] });
    const first = payments.items[0];
    steps.push([
      "look",
      "orders.payments",
      "200",
      `${payments.count} payment, ${first?.status}, card ${first?.card?.last4 ?? "–"}`,
    ]);

    // A refusal is a value, typed per declared status: nothing to catch, nothing to forget.
    const options = { headers: { prefer: "code=400" } };
    const again = await client.payments.capture(captured.id, { amount: 1, currency: "INR" }, options).result();
    if (again.status === 400) {
      steps.push(["refused", "payments.capture", "400", `${again.data.error.code}: ${again.data.error.description}`]);
    }
    return steps;
  },
};

function rupees(paise: number): string {
  return new Intl.NumberFormat("en-IN", { style: "currency", currency: "INR" }).format(paise / 100);
}
