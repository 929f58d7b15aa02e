import document from "@specie/cybersource/openapi.json" with { type: "json" };
import { createHmac, fromBase64, toBase64 } from "@specie/runtime";
import { cybersource } from "../../../src/cybersource/index.ts";
import { events, expected, refusals } from "../expected/cybersource.ts";
import type { Subject } from "../subject.ts";

const webhookSecret = "Y3liZXJzb3VyY2Utd2ViaG9vay1rZXktMDAwMDAwMDE=";
const now = Date.parse("2026-11-20T13:00:00Z");
const payment = "7637530000000000000001";
const capture = "7637530000000000000011";
const sale = "7637530000000000000012";

export const subject: Subject = {
  name: "cybersource",
  document,
  connect: (options) =>
    cybersource({
      ...options,
      // Invented: the secret decodes to `example-shared-secret-0123456789`.
      merchantId: "acme_test",
      keyId: "11111111-2222-4333-8444-555555555555",
      secret: "ZXhhbXBsZS1zaGFyZWQtc2VjcmV0LTAxMjM0NTY3ODk=",
      host: "apitest.cybersource.com",
      webhookSecret,
      retries: 0,
      clock: () => now,
    }),
  deliver: async (body) => {
    const signature = toBase64(await createHmac("SHA-256", fromBase64(webhookSecret))(`${now}.${body}`));
    return { headers: { "v-c-signature": `t=${now};keyId=22222222;sig=${signature}` }, body };
  },
  material: {
    amount: { amount: 10221, currency: "USD" },
    captureMethod: "manual",
    method: { type: "card", number: "4111111111111111", expMonth: "12", expYear: "2031", cvv: "123" },
    customer: { name: "Test Customer", email: "test@example.com", phone: "+15125550100" },
    billing: {
      firstName: "Test",
      lastName: "Customer",
      line1: "1 Demo Street",
      city: "Austin",
      state: "TX",
      postalCode: "78750",
      country: "US",
      email: "test@example.com",
    },
    browser: { userAgent: "Test", ipAddress: "192.0.2.1", colorDepth: 24, javaEnabled: false, timeZoneOffset: -60 },
    payment,
    actions: ["device_data_collected", "returned"],
    refund: "7637530000000000000041",
    link: "link_1",
    customerId: "customer-1",
    savedMethod: "method-1",
    dispute: "dispute-1",
    own: {},
  },
  ways: {
    "create.manual": {},
    // No option asks for it: it is an amount that is too high.
    "capture.over": { refused: "invalid_amount" },
    "capture.partial": { examples: { retrieveTransaction: "detail-authorized" } },
    "capture.multiple": {},
    "cancel.unpaid": {
      given: { payment: "7637530000000000000003" },
      examples: { retrieveTransaction: "detail-challenged" },
    },
    completeAction: { given: { threeDs: "required" }, examples: { enrollPayerAuthentication: "enroll-challenge" } },
  },
  roads: {
    createPayment: { through: "create.manual" },
    "createPayment for a sale": { through: "create", given: { captureMethod: "automatic" } },
    "createPayment for a sale in yen": {
      through: "create",
      given: { captureMethod: "automatic", amount: { amount: 1000, currency: "JPY" } },
    },
    "createPayment after 3-D Secure": {
      through: "completeAction",
      given: { threeDs: "required", actions: ["device_data_collected"] },
      examples: { enrollPayerAuthentication: "enroll-frictionless" },
    },
    incrementPayment: { through: "increment", examples: { retrieveTransaction: "detail-authorized" } },
    refreshPaymentStatus: { through: "retrieve", given: { own: { alternative: "AP_STATUS" } } },
    capturePayment: { through: "capture", examples: { retrieveTransaction: "detail-authorized" } },
    reversePayment: { through: "cancel", examples: { retrieveTransaction: "detail-authorized" } },
    "reversePayment a second time": {
      through: "cancel",
      examples: { retrieveTransaction: ["detail-authorized", "detail-reversed"] },
    },
    createTimeoutReversal: { through: "undo" },
    createTimeoutVoid: { through: "undo", given: { captureMethod: "automatic" } },
    refundPayment: { through: "refund", given: { payment: sale }, examples: { retrieveTransaction: "detail-sold" } },
    refundCapture: {
      through: "refund",
      given: { payment: capture },
      examples: { retrieveTransaction: ["detail-captured", "detail-authorized"] },
    },
    createCredit: { through: "credit" },
    voidPayment: {
      through: "cancel.captured",
      given: { payment: sale },
      examples: { retrieveTransaction: "detail-sold" },
    },
    voidCapture: {
      through: "cancel.captured",
      given: { payment: capture },
      examples: { retrieveTransaction: ["detail-captured", "detail-authorized"] },
    },
    voidRefund: { through: "cancelRefund", examples: { retrieveTransaction: "detail-refunded" } },
    retrieveTransaction: {
      through: "retrieve",
      byOwnId: true,
      examples: { retrieveTransaction: ["$", "detail-authorized"] },
    },
    "retrieveTransaction of what followed a sale": {
      through: "retrieve",
      byOwnId: true,
      examples: { retrieveTransaction: ["$", "detail-sold"] },
    },
    "retrieveTransaction of a refund": { through: "retrieveRefund", byOwnId: true },
    createSearch: { through: "list" },
    "createSearch for refunds": { through: "listRefunds" },
    setupPayerAuthentication: { through: "create", given: { threeDs: "required" }, repeatable: true },
    enrollPayerAuthentication: {
      through: "completeAction",
      given: { threeDs: "required", actions: ["device_data_collected"] },
      repeatable: true,
    },
    validatePayerAuthentication: {
      through: "completeAction",
      given: { threeDs: "required" },
      examples: { enrollPayerAuthentication: "enroll-challenge" },
      repeatable: true,
    },
  },
  apart: {
    voidCredit: "as voidRefund, of a credit: cancelRefund takes the one that credit gave",
    retrieveSearch: "nothing is searched for that is looked at again",
  },
  expected,
  refusals,
  events,
};
