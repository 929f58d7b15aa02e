import { type RazorpayGateway, razorpay } from "../../../src/razorpay/index.ts";
import { type Answering, answering, type Sent } from "../../support/answering.ts";

export const keyId = "rzp_test_EXAMPLE0000001";
export const keySecret = "example_key_secret";
export const webhookSecret = "whsec_example_1";

/** A gateway whose network answers in turn, and what was sent to it. */
export function connect(...answers: readonly Answering[]): {
  readonly gateway: RazorpayGateway;
  readonly sent: Sent[];
} {
  const { fetch, sent } = answering(...answers);
  const sleep = async (): Promise<void> => {};
  return { gateway: razorpay({ keyId, keySecret, webhookSecret, fetch, sleep }), sent };
}

export const customer = { name: "Test Customer", email: "customer@example.com", phone: "+919876500001" } as const;
export const card = {
  type: "card",
  number: "4100280000001007",
  expMonth: "03",
  expYear: "2030",
  cvv: "123",
  holderName: "Test Customer",
} as const;
export const amount = { amount: 50000, currency: "INR" } as const;
export const idempotencyKey = "order-1001/attempt-1";
