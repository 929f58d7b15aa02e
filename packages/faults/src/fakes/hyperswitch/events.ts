import { createHmac } from "node:crypto";
import type { JsonObject } from "../../json.ts";
import type { Hook } from "../fake.ts";
import { iso } from "./payment.ts";

/** Signs with it: `payment_response_hash_key`. */
export const webhookSecret = "hs_response_hash_key_example_faults";

const named: Readonly<Record<string, string>> = {
  succeeded: "payment_succeeded",
  failed: "payment_failed",
  cancelled: "payment_cancelled",
  cancelled_post_capture: "payment_cancelled_post_capture",
  requires_capture: "payment_authorized",
  partially_captured: "payment_captured",
  partially_captured_and_capturable: "payment_captured",
};

export function paymentEvent(id: string, payment: JsonObject, at: number): Hook | undefined {
  const type = named[String(payment["status"])];
  return type === undefined ? undefined : signed(id, type, "payment_details", payment, at);
}

export function refundEvent(id: string, refund: JsonObject, at: number): Hook {
  return signed(id, "refund_succeeded", "refund_details", refund, at);
}

function signed(id: string, type: string, content: string, object: JsonObject, at: number): Hook {
  const body = JSON.stringify({
    merchant_id: "merchant_demo",
    event_id: id,
    event_type: type,
    content: { type: content, object },
    timestamp: iso(at),
  });
  const signature = createHmac("sha512", webhookSecret).update(body).digest("hex");
  return { name: type, headers: { "x-webhook-signature-512": signature }, body };
}
