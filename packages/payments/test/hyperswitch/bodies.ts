import type { HyperswitchBody } from "../../src/hyperswitch/types.ts";

/** A payment as the server answers it, authorized and not captured. */
export const body: HyperswitchBody = {
  payment_id: "pay_demo0000000000000000000001",
  merchant_id: "merchant_demo",
  processor_merchant_id: "merchant_demo",
  status: "requires_capture",
  amount: 6540,
  net_amount: 6540,
  amount_capturable: 6540,
  amount_received: null,
  currency: "USD",
  payment_method: "card",
  attempt_count: 1,
};

export const card = { type: "card", number: "4242424242424242", expMonth: "3", expYear: "2030", cvv: "737" } as const;

export const refundBody = {
  refund_id: "ref_demo0000000000000000000001",
  payment_id: body.payment_id,
  amount: 1500,
  currency: "USD",
  status: "pending",
  connector: "stripe_test",
} as const;

export function errorBody(code: string, message = "said", type = "invalid_request"): object {
  return { error: { type, message, code } };
}
