import { describe, expect, it } from "vitest";
import { textAt } from "../src/json.ts";
import { at, type Counter } from "./support/provider.ts";

const order = { amount: 50000, currency: "INR", receipt: "receipt-of-a-key", unique_receipt: true };

async function pay(counter: Counter, capture: "automatic" | "manual"): Promise<{ id: string; orderId: string }> {
  const { body } = await counter.send("POST", "/v1/orders", { ...order, payment: { capture } });
  const orderId = textAt(body, "id") ?? "";
  const started = await payOrder(counter, orderId);
  return { id: textAt(started.body, "razorpay_payment_id") ?? "", orderId };
}

function payOrder(counter: Counter, orderId: string) {
  return counter.send("POST", "/v1/payments/create/json", {
    amount: 50000,
    currency: "INR",
    order_id: orderId,
    email: "customer@example.com",
    contact: "+919876500001",
    method: "card",
    card: { number: "4100280000001007", name: "Test Customer", expiry_month: "12", expiry_year: "31", cvv: "123" },
  });
}

describe("the fake of Razorpay", () => {
  it("gives the order of the first time to a second with its unique receipt", () =>
    at("razorpay", async (counter) => {
      const [first, second] = [
        await counter.send("POST", "/v1/orders", order),
        await counter.send("POST", "/v1/orders", order),
      ];
      expect(textAt(second.body, "id")).toBe(textAt(first.body, "id"));
      expect(counter.broken).toEqual([]);
    }));

  it("executes create/json as often as it comes, until the order is paid", () =>
    at("razorpay", async (counter) => {
      const { orderId } = await pay(counter, "manual");
      expect((await payOrder(counter, orderId)).status).toBe(200);
      expect(counter.ledger.duplicates("intent-1")).toBe(1);
    }));

  it("refuses to pay what is paid, and to capture what is captured", () =>
    at("razorpay", async (counter) => {
      const { id, orderId } = await pay(counter, "automatic");
      expect((await payOrder(counter, orderId)).body).toMatchObject({ error: { reason: "order_already_paid" } });
      const again = await counter.send("POST", `/v1/payments/${id}/capture`, { amount: 50000, currency: "INR" });
      expect(textAt(again.body, "error", "description")).toMatch(/already been captured/);
      expect(counter.ledger.effects).toHaveLength(1);
    }));

  it("makes a refund once for its key: 409 while it is busy or of another body, the same refund later", () =>
    at("razorpay", async (counter) => {
      const { id } = await pay(counter, "automatic");
      const refund = (amount: number) =>
        counter.send("POST", `/v1/payments/${id}/refund`, { amount }, { "x-refund-idempotency": "refund-key-0001" });
      const first = await refund(100);
      expect([(await refund(100)).status, (await refund(200)).status]).toEqual([409, 409]);
      await counter.time.sleep(2_000);
      expect(textAt((await refund(100)).body, "id")).toBe(textAt(first.body, "id"));
      expect(counter.ledger.effects.filter(({ operation }) => operation === "refund")).toHaveLength(1);
    }));

  it("may fail first and authorize late", () =>
    at(
      "razorpay",
      async (counter) => {
        const { id } = await pay(counter, "manual");
        const status = async () => textAt((await counter.send("GET", `/v1/payments/${id}`)).body, "status");
        expect(await status()).toBe("created");
        await counter.time.sleep(35_000);
        expect(await status()).toBe("failed");
        await counter.time.sleep(240_000);
        expect(await status()).toBe("authorized");
      },
      { isLate: true },
    ));
});
