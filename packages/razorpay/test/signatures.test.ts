import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { verifyOrderSignature, verifyPaymentLinkSignature, verifySubscriptionSignature } from "../src/index.ts";

const secret = "example_key_secret";
const order = {
  orderId: "order_TESTord000001",
  paymentId: "pay_TESTpay0000001",
  signature: "334fd57045e3f55dc8608872be33bfeecd20d920c1a13ebcbb0b4b14e1d083b7",
};

describe("signatures of callbacks", () => {
  it("of an order are those of the official SDK", async () => {
    expect(await verifyOrderSignature(order, secret)).toBe(true);
  });

  it("of a subscription sign the payment first", async () => {
    const signature = "77778b23a59aeee4cd4ae51b3b38e34a7fa5784e08ddcb5e183990c43773d4e5";
    const callback = { subscriptionId: "sub_TESTsub0000001", paymentId: "pay_TESTpay0000001", signature };
    expect(await verifySubscriptionSignature(callback, secret)).toBe(true);
    expect(
      await verifyOrderSignature(
        { orderId: callback.subscriptionId, paymentId: callback.paymentId, signature },
        secret,
      ),
    ).toBe(false);
  });

  it("of a payment link sign id, reference, status and payment", async () => {
    const callback = {
      paymentLinkId: "plink_TESTlnk00001",
      referenceId: "REF-77",
      status: "paid",
      paymentId: "pay_TESTpay0000001",
      signature: "6e97b9f3b0f8a1f7a7988ebfad47bf2b549c79ea7f439956df6a76f697c3264d",
    };
    expect(await verifyPaymentLinkSignature(callback, secret)).toBe(true);
    expect(await verifyPaymentLinkSignature({ ...callback, status: "cancelled" }, secret)).toBe(false);
  });

  it("are right under any of several secrets, and wrong under others", async () => {
    expect(await verifyOrderSignature(order, ["new_secret", secret])).toBe(true);
    expect(await verifyOrderSignature(order, ["new_secret"])).toBe(false);
    await expect(verifyOrderSignature(order, [])).rejects.toThrow(TypeError);
    await expect(verifyOrderSignature(order, "")).rejects.toThrow(TypeError);
  });

  it("are wrong for every other text", async () => {
    await fc.assert(
      fc.asyncProperty(fc.string(), fc.string(), fc.string(), async (orderId, paymentId, signature) => {
        expect(await verifyOrderSignature({ orderId, paymentId, signature }, secret)).toBe(false);
      }),
      { numRuns: 50 },
    );
  });

  it("are wrong when a bar moves from one part to the other", async () => {
    const moved = { ...order, orderId: "order_TESTord000001|pay_TESTpay0000001", paymentId: "" };
    expect(await verifyOrderSignature(moved, secret)).toBe(false);
  });
});
