import { createHmac } from "node:crypto";
import document from "@specie/hyperswitch/openapi.json" with { type: "json" };
import { hyperswitch } from "../../../src/hyperswitch/index.ts";
import { events, expected, refusals } from "../expected/hyperswitch.ts";
import type { Subject } from "../subject.ts";

const webhookSecret = "hs_response_hash_key_example_0001";
const payment = "pay_demo0000000000000000000001";
const otherProduct = "left to @specie/hyperswitch: no other provider has a counterpart";
const browserOnly = "for the customer's browser, not for a server";

export const subject: Subject = {
  name: "hyperswitch",
  document,
  connect: (options) =>
    hyperswitch({ ...options, apiKey: "snd_EXAMPLE", publishableKey: "pk_snd_EXAMPLE", webhookSecret, retries: 0 }),
  deliver: async (body) => ({
    headers: { "x-webhook-signature-512": createHmac("sha512", webhookSecret).update(body).digest("hex") },
    body,
  }),
  material: {
    amount: { amount: 6540, currency: "USD" },
    captureMethod: "automatic",
    method: { type: "card", number: "4242424242424242", expMonth: "12", expYear: "2030", cvv: "123" },
    customer: { name: "Test Customer", email: "test@shop.example", phone: "+919000090000" },
    billing: { firstName: "Test", lastName: "Customer", line1: "1 Demo Street", city: "Pune", country: "IN" },
    browser: { userAgent: "Test", ipAddress: "192.0.2.1", language: "en-IN", colorDepth: 24, screenWidth: 800 },
    payment,
    actions: ["returned"],
    refund: "ref_demo0000000000000000000001",
    link: "plink_demo_1",
    customerId: "cus_demo_1",
    savedMethod: "pm_demo_1",
    dispute: "dp_demo_1",
    own: {},
  },
  ways: {
    "create.withoutMethod": { examples: { createPayment: "requires-payment-method" } },
    "create.manual": { examples: { createPayment: "requires-capture" } },
    "capture.partial": { examples: { capturePayment: "partially-captured" } },
    "capture.multiple": {
      examples: { createPayment: "requires-capture", capturePayment: "partially-captured-and-capturable" },
    },
    "capture.over": {},
    "cancel.unpaid": { examples: { retrievePayment: "requires-payment-method" } },
    "refund.instant": {},
    createLink: { examples: { createPayment: "with-payment-link" } },
    cancelLink: {},
  },
  roads: {
    createPayment: { through: "create" },
    "createPayment for a link": { through: "createLink" },
    createSessionTokens: {
      through: "sessionTokens",
      given: { own: { wallets: ["google_pay"], clientSecret: `${payment}_secret_demo` } },
    },
    listPayments: { through: "list" },
    retrievePayment: { through: "retrieve", given: { own: { sync: true } } },
    updatePayment: { through: "update" },
    confirmPayment: { through: "confirm" },
    capturePayment: { through: "capture", examples: { retrievePayment: "requires-capture" } },
    cancelPayment: { through: "cancel", examples: { retrievePayment: "requires-capture" } },
    cancelPaymentPostCapture: { through: "cancel.captured", examples: { retrievePayment: "succeeded" } },
    extendAuthorization: { through: "extend" },
    incrementAuthorization: { through: "increment" },
    updatePaymentMetadata: { through: "updateMetadata" },
    completeAuthorization: {
      through: "completeAction",
      given: { actions: ["device_data_collected"] },
      examples: { retrievePayment: "invoke-ddc" },
    },
    authenticatePayment: {
      through: "completeAction",
      given: { actions: ["device_data_collected"] },
      examples: { retrievePayment: ["three-ds-invoke", "succeeded"] },
    },
    "authenticatePayment that fails": {
      through: "completeAction",
      given: { actions: ["device_data_collected"] },
      examples: { retrievePayment: ["three-ds-invoke", "authentication-failed"] },
    },
    retrievePaymentLink: { through: "retrieveLink" },
    createRefund: { through: "refund" },
    "createRefund a second time": { through: "refund", given: { amount: { amount: 6000, currency: "USD" } } },
    listRefunds: { through: "listRefunds" },
    retrieveRefund: { through: "retrieveRefund" },
    updateRefund: { through: "updateRefund" },
    createCustomer: { through: "customers.create" },
    listCustomers: { through: "customers.list" },
    retrieveCustomer: { through: "customers.retrieve" },
    updateCustomer: { through: "customers.update" },
    deleteCustomer: { through: "customers.remove" },
    listCustomerPaymentMethods: { through: "savedMethods.list" },
    retrievePaymentMethod: { through: "savedMethods.retrieve" },
    deletePaymentMethod: { through: "savedMethods.remove" },
    listAccountPaymentMethods: { through: "listMethods" },
    listDisputes: { through: "disputes.list" },
    retrieveDispute: { through: "disputes.retrieve" },
  },
  apart: {
    retrievePostCaptureCancellation: "retrieve shows the same",
    createPostSessionTokens: browserOnly,
    listClientPaymentMethods: browserOnly,
    retrieveEligibility: otherProduct,
    checkEligibility: otherProduct,
    retrievePoll: "retrieve shows the same",
    retrieveMandate: otherProduct,
    revokeMandate: otherProduct,
    listCustomerMandates: otherProduct,
    listSavedPaymentMethods: browserOnly,
    setDefaultPaymentMethod: "needs the customer's own key",
    createPaymentMethod: otherProduct,
    updatePaymentMethod: otherProduct,
    acceptDispute: otherProduct,
    submitEvidence: otherProduct,
  },
  expected,
  refusals,
  events,
};
