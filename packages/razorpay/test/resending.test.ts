import type { Fetch } from "@specie/runtime";
import { describe, expect, it } from "vitest";
import { createRazorpay, type RazorpayClient } from "../src/index.ts";

const id = "pay_TESTpay0000001";
const amount = { amount: 50000, currency: "INR" };

/** A client whose first answers are these, and what it sent. `lost`: the connection breaks. */
function client(...answers: readonly (number | "lost")[]): { razorpay: RazorpayClient; keys: (string | undefined)[] } {
  const keys: (string | undefined)[] = [];
  const fetch: Fetch = async (_, init) => {
    const answer = answers[keys.length] ?? 200;
    keys.push(init.headers["x-refund-idempotency"]);
    if (answer === "lost") throw Object.assign(new Error("reset"), { code: "ECONNRESET" });
    return Response.json({}, { status: answer });
  };
  const sleep = async (): Promise<void> => {};
  return { razorpay: createRazorpay({ keyId: "rzp_test_EXAMPLE0000001", keySecret: "example", fetch, sleep }), keys };
}

describe("sending again", () => {
  it("is never done with a capture, throttled or lost", async () => {
    for (const answer of [429, 503, "lost"] as const) {
      const { razorpay, keys } = client(answer);
      expect((await razorpay.payments.capture(id, amount).result()).ok).toBe(false);
      expect(keys).toHaveLength(1);
    }
  });

  it("is never done with what starts or signs a payment", async () => {
    const { razorpay, keys } = client(429, 429);
    const input = { ...amount, order_id: "order_1", email: "customer@example.com", contact: "+919876500001" } as const;
    expect((await razorpay.payments.create({ ...input, method: "wallet", wallet: "example" }).result()).status).toBe(
      429,
    );
    expect((await razorpay.payments.submitOtp(id, { otp: "012345" }).result()).status).toBe(429);
    expect(keys).toHaveLength(2);
  });

  it("is done with a refund that has a key, under the same key", async () => {
    const { razorpay, keys } = client("lost", 503);
    await razorpay.refunds.create(id, { amount: 20000 }, { idempotencyKey: "order-1001-refund-1" });
    expect(keys).toEqual(Array(3).fill("order-1001-refund-1"));
  });

  it("is done with a refund without a key only when Razorpay was too busy to take it", async () => {
    const lost = client("lost");
    expect((await lost.razorpay.refunds.create(id, {}).result()).status).toBe("network");
    expect(lost.keys).toEqual([undefined]);
    const busy = client(429);
    await busy.razorpay.refunds.create(id, {});
    expect(busy.keys).toEqual([undefined, undefined]);
  });

  it("is done with whatever only looks", async () => {
    const { razorpay, keys } = client(503, "lost");
    await razorpay.payments.fetch(id);
    expect(keys).toHaveLength(3);
  });
});

describe("lists", () => {
  it("skip what was read, and stop at a page that is not full", async () => {
    const asked: string[] = [];
    const fetch: Fetch = async (url) => {
      asked.push(new URL(url).search);
      const items = Array.from({ length: asked.length < 3 ? 2 : 1 }, (_, index) => ({
        id: `pay_${asked.length}_${index}`,
      }));
      return Response.json({ entity: "collection", count: items.length, items });
    };
    const razorpay = createRazorpay({ keyId: "rzp_test_EXAMPLE0000001", keySecret: "example", fetch });
    const ids: string[] = [];
    for await (const payment of razorpay.payments.list({ from: 1795176000, count: 2 })) ids.push(payment.id);
    expect(ids).toEqual(["pay_1_0", "pay_1_1", "pay_2_0", "pay_2_1", "pay_3_0"]);
    expect(asked).toEqual([
      "?from=1795176000&count=2",
      "?from=1795176000&count=2&skip=2",
      "?from=1795176000&count=2&skip=4",
    ]);
  });
});
