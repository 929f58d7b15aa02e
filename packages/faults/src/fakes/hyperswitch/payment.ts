import type { JsonObject } from "../../json.ts";

/** A payment as the server keeps it. Minor units. */
export interface Kept {
  readonly id: string;
  readonly currency: string;
  readonly captureMethod: string;
  readonly mayIncrement: boolean;
  readonly reference: string | undefined;
  readonly createdAt: number;
  amount: number;
  received: number;
  status: string;
  updatedAt: number;
  cancellationReason?: string | undefined;
  readonly captures: KeptCapture[];
  readonly increments: { readonly before: number; readonly total: number }[];
  readonly refunds: KeptRefund[];
}

/** Accepted at once, and charged now or a while later. */
export interface KeptCapture {
  readonly amount: number;
  isCharged: boolean;
}

export interface KeptRefund {
  readonly id: string;
  readonly paymentId: string;
  readonly amount: number;
  readonly currency: string;
  readonly createdAt: number;
  status: "pending" | "succeeded";
}

export const capturable: ReadonlySet<string> = new Set(["requires_capture", "partially_captured_and_capturable"]);

/** What was captured, or will be for certain. */
export function taken({ captures }: Kept): number {
  return captures.reduce((sum, { amount }) => sum + amount, 0);
}

/** What the captures so far make of a payment. */
export function statusAfterCapture(kept: Kept): string {
  if (kept.captures.some(({ isCharged }) => !isCharged)) return "processing";
  if (kept.received === kept.amount) return "succeeded";
  return kept.captureMethod === "manual_multiple" ? "partially_captured_and_capturable" : "partially_captured";
}

/** Known to the run, which looks for it where it must not be. */
export const clientSecretMark = "Qm3ZpT8sLx1VbN6KcW2R";

export function paymentBody(kept: Kept, withCaptures: boolean): JsonObject {
  const isOpen = capturable.has(kept.status);
  return {
    payment_id: kept.id,
    merchant_id: "merchant_demo",
    processor_merchant_id: "merchant_demo",
    status: kept.status,
    amount: kept.amount,
    net_amount: kept.amount,
    amount_capturable: isOpen ? kept.amount - kept.received : 0,
    amount_received: kept.received === 0 ? null : kept.received,
    connector: "stripe_test",
    client_secret: `${kept.id}_secret_${clientSecretMark}`,
    created: iso(kept.createdAt),
    updated: iso(kept.updatedAt),
    currency: kept.currency,
    capture_method: kept.captureMethod,
    payment_method: "card",
    payment_method_type: "credit",
    attempt_count: 1,
    connector_transaction_id: `pi_${kept.id.slice(4)}`,
    incremental_authorization_allowed: kept.mayIncrement,
    merchant_order_reference_id: kept.reference ?? null,
    cancellation_reason: kept.cancellationReason ?? null,
    ...(kept.status === "failed" ? { error_code: "card_declined", error_message: "The card was declined." } : {}),
    incremental_authorizations: kept.increments.map(({ before, total }, at) => ({
      authorization_id: `auth_${at + 1}`,
      amount: total,
      status: "success",
      error_code: null,
      error_message: null,
      previously_authorized_amount: before,
    })),
    refunds: kept.refunds.map(refundBody),
    ...(withCaptures && kept.captureMethod === "manual_multiple"
      ? { captures: kept.captures.map((capture, at) => captureBody(kept, capture, at + 1)) }
      : {}),
  };
}

function captureBody({ id, currency }: Kept, { amount, isCharged }: KeptCapture, sequence: number): JsonObject {
  return {
    capture_id: `${id}_1_${sequence}`,
    status: isCharged ? "charged" : "pending",
    amount,
    currency,
    connector: "stripe_test",
    authorized_attempt_id: `${id}_1`,
    connector_capture_id: `ch_${sequence}`,
    capture_sequence: sequence,
  };
}

export function refundBody({ id, paymentId, amount, currency, status, createdAt }: KeptRefund): JsonObject {
  return {
    refund_id: id,
    payment_id: paymentId,
    amount,
    currency,
    status,
    connector: "stripe_test",
    created_at: iso(createdAt),
    updated_at: iso(createdAt),
  };
}

export function iso(at: number): string {
  return new Date(at).toISOString();
}
