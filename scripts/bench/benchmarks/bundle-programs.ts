/** What a page does with each client: make it, and call it once. */
export const programs = {
  razorpay: {
    grouped: `import { createRazorpay } from "@specie/razorpay";
const razorpay = createRazorpay({ keyId: globalThis.id, keySecret: globalThis.secret });
console.log(await razorpay.payments.fetch("pay_EXAMPLE00000001"));`,
    shaken: `import { connectRazorpay, fetchPayment } from "@specie/razorpay/operations";
const razorpay = connectRazorpay({ keyId: globalThis.id, keySecret: globalThis.secret });
console.log(await fetchPayment(razorpay, "pay_EXAMPLE00000001"));`,
    official: `import Razorpay from "razorpay";
const razorpay = new Razorpay({ key_id: globalThis.id, key_secret: globalThis.secret });
console.log(await razorpay.payments.fetch("pay_EXAMPLE00000001"));`,
  },
  hyperswitch: {
    grouped: `import { createHyperswitch } from "@specie/hyperswitch";
const hyperswitch = createHyperswitch({ apiKey: globalThis.secret });
console.log(await hyperswitch.payments.retrieve("pay_demo0000000000000000000001"));`,
    shaken: `import { connectHyperswitch, retrievePayment } from "@specie/hyperswitch/operations";
const hyperswitch = connectHyperswitch({ apiKey: globalThis.secret });
console.log(await retrievePayment(hyperswitch, "pay_demo0000000000000000000001"));`,
  },
  cybersource: {
    grouped: `import { createCybersource } from "@specie/cybersource";
const { merchantId, keyId, secret } = globalThis;
const cybersource = createCybersource({ merchantId, keyId, secret });
console.log(await cybersource.payments.create({ clientReferenceInformation: { code: "TEST-1001" } }));`,
    shaken: `import { connectCybersource, createPayment } from "@specie/cybersource/operations";
const { merchantId, keyId, secret } = globalThis;
const cybersource = connectCybersource({ merchantId, keyId, secret });
console.log(await createPayment(cybersource, { clientReferenceInformation: { code: "TEST-1001" } }));`,
    official: `import { ApiClient, PaymentsApi } from "cybersource-rest-client";
const payments = new PaymentsApi(globalThis.settings, new ApiClient());
payments.createPayment({ clientReferenceInformation: { code: "TEST-1001" } }, console.log);`,
  },
  stripe: `import Stripe from "stripe";
const stripe = new Stripe(globalThis.secret);
console.log(await stripe.charges.retrieve("ch_EXAMPLE00000001"));`,
  fetch: `import createClient from "openapi-fetch";
const client = createClient({ baseUrl: "https://api.example.com" });
console.log(await client.GET("/v1/payments/{id}", { params: { path: { id: "pay_EXAMPLE00000001" } } }));`,
} as const;
