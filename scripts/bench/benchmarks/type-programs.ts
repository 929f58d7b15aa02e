/** The same calls in two styles. `n` makes each call's arguments its own, so that nothing is checked only once. */
interface Style {
  readonly heading: string;
  readonly calls: readonly ((n: number) => string)[];
}

const styles: { readonly named: Style; readonly generic: Style } = {
  named: {
    heading: `import { createRazorpay } from "@specie/razorpay";
const razorpay = createRazorpay({ keyId: "rzp_test_EXAMPLE0000001", keySecret: "example_key_secret" });`,
    calls: [
      (n) => `(await razorpay.orders.create({ amount: ${n}, currency: "INR", receipt: "order-${n}" })).id`,
      (n) => `(await razorpay.payments.fetch("pay_${n}")).status`,
      (n) => `(await razorpay.payments.capture("pay_${n}", { amount: ${n}, currency: "INR" })).id`,
      (n) => `(await razorpay.refunds.create("pay_${n}", { amount: ${n}, notes: { order: "${n}" } })).id`,
      (n) => `(await razorpay.orders.payments("order_${n}", { "expand[]": ["card"] })).items[0]?.id`,
    ],
  },
  generic: {
    heading: `import createClient from "openapi-fetch";
import type { paths } from "../schema.ts";
const razorpay = createClient<paths>({ baseUrl: "https://api.example.com" });`,
    calls: [
      (n) =>
        `(await razorpay.POST("/v1/orders", { body: { amount: ${n}, currency: "INR", receipt: "order-${n}" } })).data?.id`,
      (n) => `(await razorpay.GET("/v1/payments/{id}", { params: { path: { id: "pay_${n}" } } })).data?.status`,
      (n) =>
        `(await razorpay.POST("/v1/payments/{id}/capture", { params: { path: { id: "pay_${n}" } }, body: { amount: ${n}, currency: "INR" } })).data?.id`,
      (n) =>
        `(await razorpay.POST("/v1/payments/{id}/refund", { params: { path: { id: "pay_${n}" } }, body: { amount: ${n}, notes: { order: "${n}" } } })).data?.id`,
      (n) =>
        `(await razorpay.GET("/v1/orders/{id}/payments", { params: { path: { id: "order_${n}" }, query: { "expand[]": ["card"] } } })).data?.items[0]?.id`,
    ],
  },
};

/** A program that makes so many calls to named methods. */
export function named(calls: number): string {
  return program(styles.named, calls);
}

/** The same calls through openapi-fetch's generic client. */
export function generic(calls: number): string {
  return program(styles.generic, calls);
}

function program({ heading, calls }: Style, count: number): string {
  const lines = Array.from({ length: count }, (_, n) => {
    const call = calls[n % calls.length]?.(n + 100) ?? "";
    return `export async function call${n}(): Promise<string | undefined> {\n  return ${call};\n}`;
  });
  return [heading, ...lines, ""].join("\n");
}
