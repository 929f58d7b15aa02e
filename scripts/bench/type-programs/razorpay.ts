import { genericHeading, type Styles } from "./program.ts";

export const razorpay: Styles = {
  named: {
    heading: `import { createRazorpay } from "@specie/razorpay";
const razorpay = createRazorpay({ keyId: "rzp_test_EXAMPLE0000001", keySecret: "example_key_secret" });`,
    calls: [
      (n) => `return (await razorpay.orders.create({ amount: ${n}, currency: "INR", receipt: "order-${n}" })).id`,
      (n) => `return (await razorpay.payments.fetch("pay_${n}")).status`,
      (n) => `return (await razorpay.payments.capture("pay_${n}", { amount: ${n}, currency: "INR" })).id`,
      (n) => `return (await razorpay.refunds.create("pay_${n}", { amount: ${n}, notes: { order: "${n}" } })).id`,
      (n) => `return (await razorpay.orders.payments("order_${n}", { "expand[]": ["card"] })).items[0]?.id`,
    ],
  },
  generic: {
    heading: genericHeading("razorpay", "razorpay.ts"),
    calls: [
      (n) =>
        `return (await razorpay.POST("/v1/orders", { body: { amount: ${n}, currency: "INR", receipt: "order-${n}" } })).data?.id`,
      (n) => `return (await razorpay.GET("/v1/payments/{id}", { params: { path: { id: "pay_${n}" } } })).data?.status`,
      (n) =>
        `return (await razorpay.POST("/v1/payments/{id}/capture", { params: { path: { id: "pay_${n}" } }, body: { amount: ${n}, currency: "INR" } })).data?.id`,
      (n) =>
        `return (await razorpay.POST("/v1/payments/{id}/refund", { params: { path: { id: "pay_${n}" } }, body: { amount: ${n}, notes: { order: "${n}" } } })).data?.id`,
      (n) =>
        `return (await razorpay.GET("/v1/orders/{id}/payments", { params: { path: { id: "order_${n}" }, query: { "expand[]": ["card"] } } })).data?.items[0]?.id`,
    ],
  },
};
