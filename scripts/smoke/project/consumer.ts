import { createCybersource } from "@specie/cybersource";
import { createHyperswitch } from "@specie/hyperswitch";
import { ApiError, createRazorpay, type Payment } from "@specie/razorpay";
import { connectRazorpay, createOrder } from "@specie/razorpay/operations";

const razorpay = createRazorpay({ keyId: "rzp_test_EXAMPLE0000001", keySecret: "example_key_secret" });

export async function capture(id: string): Promise<Payment> {
  const result = await razorpay.payments.capture(id, { amount: 50000, currency: "INR" }).result();
  if (result.status === 200) return result.data;
  if (result.status === "network") throw result.error;
  throw new Error(result.ok ? "undeclared" : result.error.message);
}

export async function reference(): Promise<string> {
  try {
    const order = await createOrder(connectRazorpay({ accessToken: "example_token" }), {
      amount: 50000,
      currency: "INR",
    });
    return order.id;
  } catch (error) {
    return error instanceof ApiError ? `${error.status} ${error.code}` : "";
  }
}

// @ts-expect-error an amount is needed
razorpay.orders.create({ currency: "INR" });
// @ts-expect-error this operation takes no idempotency key
razorpay.orders.create({ amount: 50000, currency: "INR" }, { idempotencyKey: "order-1001" });

const hyperswitch = createHyperswitch({ publishableKey: "pk_snd_EXAMPLE", clientSecret: "pay_1_secret_EXAMPLE" });
// @ts-expect-error a publishable key creates no payments
hyperswitch.payments.create({ amount: 6540, currency: "USD" });

export const cybersource = createCybersource({ merchantId: "acme_test", keyId: "key", secret: "c2VjcmV0" });
