import type { FetchOrderResponse, FetchPaymentResponse, FetchRefundResponse } from "@specie/razorpay";

/** Invented bodies, as Razorpay sends them. */
export function paymentBody(change: Partial<FetchPaymentResponse> = {}): FetchPaymentResponse {
  return {
    id: "pay_Demo0000000001",
    entity: "payment",
    amount: 50000,
    currency: "INR",
    status: "authorized",
    order_id: "order_Demo0000000001",
    invoice_id: null,
    international: false,
    method: "card",
    amount_refunded: 0,
    refund_status: null,
    captured: false,
    description: "Order 1001",
    card_id: "card_Demo00000001",
    bank: null,
    wallet: null,
    vpa: null,
    email: "customer@example.com",
    contact: "+919876500001",
    notes: [],
    fee: null,
    tax: null,
    error_code: null,
    error_description: null,
    error_source: null,
    error_step: null,
    error_reason: null,
    acquirer_data: { auth_code: "548669" },
    created_at: 1795176000,
    ...change,
  };
}

export function orderBody(change: Partial<FetchOrderResponse> = {}): FetchOrderResponse {
  return {
    id: "order_Demo0000000001",
    entity: "order",
    amount: 50000,
    amount_paid: 0,
    amount_due: 50000,
    currency: "INR",
    receipt: "rcpt-1001",
    offer_id: null,
    status: "created",
    attempts: 0,
    notes: [],
    created_at: 1795175900,
    ...change,
  };
}

export function refundBody(change: Partial<FetchRefundResponse> = {}): FetchRefundResponse {
  return {
    id: "rfnd_Demo0000000001",
    entity: "refund",
    amount: 20000,
    currency: "INR",
    payment_id: "pay_Demo0000000001",
    notes: [],
    receipt: null,
    acquirer_data: { arn: null },
    created_at: 1795180000,
    batch_id: null,
    status: "pending",
    speed_processed: "normal",
    speed_requested: "normal",
    ...change,
  };
}

/** A list as Razorpay sends it. */
export function collection<T>(...items: readonly T[]) {
  return { entity: "collection", count: items.length, items };
}

/** An error as Razorpay sends it. */
export function errorBody(description: string, details: object = {}) {
  return {
    error: { code: "BAD_REQUEST_ERROR", description, source: "business", step: "NA", metadata: {}, ...details },
  };
}
