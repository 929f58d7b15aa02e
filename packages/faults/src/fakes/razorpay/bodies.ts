import type { JsonObject } from "../../json.ts";

export interface KeptOrder {
  readonly id: string;
  readonly amount: number;
  readonly currency: string;
  readonly receipt: string | null;
  readonly capture: "automatic" | "manual";
  readonly notes: JsonObject | undefined;
  readonly createdAt: number;
  readonly payments: KeptPayment[];
}

export interface KeptPayment {
  readonly id: string;
  readonly order: KeptOrder;
  readonly createdAt: number;
  status: "created" | "authorized" | "captured" | "failed" | "refunded";
  readonly refunds: KeptRefund[];
}

export interface KeptRefund {
  readonly id: string;
  readonly paymentId: string;
  readonly amount: number;
  readonly currency: string;
  readonly createdAt: number;
  readonly receipt: string | null;
  readonly notes: JsonObject | undefined;
  status: "pending" | "processed";
}

export function orderBody(order: KeptOrder): JsonObject {
  const isPaid = order.payments.some(({ status }) => status === "captured" || status === "refunded");
  return {
    id: order.id,
    entity: "order",
    amount: order.amount,
    amount_paid: isPaid ? order.amount : 0,
    amount_due: isPaid ? 0 : order.amount,
    currency: order.currency,
    receipt: order.receipt,
    offer_id: null,
    status: isPaid ? "paid" : order.payments.length > 0 ? "attempted" : "created",
    attempts: order.payments.length,
    notes: order.notes ?? [],
    created_at: seconds(order.createdAt),
  };
}

export function paymentBody(payment: KeptPayment, expand: readonly string[] = []): JsonObject {
  const { order, status, refunds } = payment;
  const back = refunds.reduce((sum, { amount }) => sum + amount, 0);
  const isFailed = status === "failed";
  return {
    id: payment.id,
    entity: "payment",
    amount: order.amount,
    currency: order.currency,
    status,
    order_id: order.id,
    invoice_id: null,
    international: false,
    method: "card",
    amount_refunded: back,
    refund_status: back === 0 ? null : back < order.amount ? "partial" : "full",
    captured: status === "captured" || status === "refunded",
    description: null,
    card_id: `card_${payment.id.slice(4)}`,
    bank: null,
    wallet: null,
    vpa: null,
    email: "customer@example.com",
    contact: "+919876500001",
    notes: order.notes ?? [],
    fee: null,
    tax: null,
    error_code: isFailed ? "BAD_REQUEST_ERROR" : null,
    error_description: isFailed ? "The payment was not completed in time." : null,
    error_source: isFailed ? "customer" : null,
    error_step: isFailed ? "payment_authentication" : null,
    error_reason: isFailed ? "payment_timed_out" : null,
    acquirer_data: { auth_code: "548669" },
    ...(expand.includes("refunds")
      ? { refunds: { entity: "collection", count: refunds.length, items: refunds.map(refundBody) } }
      : {}),
    created_at: seconds(payment.createdAt),
  };
}

export function refundBody(refund: KeptRefund): JsonObject {
  return {
    id: refund.id,
    entity: "refund",
    amount: refund.amount,
    currency: refund.currency,
    payment_id: refund.paymentId,
    notes: refund.notes ?? [],
    receipt: refund.receipt,
    acquirer_data: { arn: null },
    created_at: seconds(refund.createdAt),
    batch_id: null,
    status: refund.status,
    speed_processed: "normal",
    speed_requested: "normal",
  };
}

function seconds(at: number): number {
  return Math.floor(at / 1000);
}
