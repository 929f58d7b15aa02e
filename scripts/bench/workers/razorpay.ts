import { join } from "node:path";
import { pathToFileURL } from "node:url";

/** The built package, as users load it. */
export function loadRazorpay(folder: string): Promise<typeof import("@specie/razorpay")> {
  return import(pathToFileURL(join(folder, "dist/index.js")).href);
}

export const credentials = { keyId: "rzp_test_EXAMPLE0000001", keySecret: "example_key_secret" };
export const authorization: string = `Basic ${btoa(`${credentials.keyId}:${credentials.keySecret}`)}`;

export const order: object = {
  id: "order_EXAMPLE0000001",
  entity: "order",
  amount: 50000,
  amount_paid: 0,
  amount_due: 50000,
  currency: "INR",
  receipt: "order-1001",
  offer_id: null,
  status: "created",
  attempts: 0,
  notes: [],
  created_at: 1767225600,
};

export const payment: object = {
  id: "pay_EXAMPLE00000001",
  entity: "payment",
  amount: 50000,
  currency: "INR",
  status: "captured",
  order_id: "order_EXAMPLE0000001",
  invoice_id: null,
  international: false,
  method: "card",
  amount_refunded: 0,
  refund_status: null,
  captured: true,
  description: "Order 1001",
  card_id: "card_EXAMPLE0000001",
  bank: null,
  wallet: null,
  vpa: null,
  email: "customer@example.com",
  contact: "+919876500001",
  notes: { order: "1001", customer: "Test Customer" },
  fee: 1180,
  tax: 180,
  error_code: null,
  error_description: null,
  error_source: null,
  error_step: null,
  error_reason: null,
  acquirer_data: { auth_code: "828553" },
  created_at: 1767225600,
};
