import { createHmac } from "node:crypto";
import type { JsonObject } from "../../json.ts";
import type { Hook } from "../fake.ts";

export const webhookSecret = "whsec_example_faults";

/** An event about the entities given: `payment.captured` about a payment. */
export function event(id: string, type: string, entities: Readonly<Record<string, JsonObject>>, at: number): Hook {
  const body = JSON.stringify({
    entity: "event",
    account_id: "acc_Demo0000000001",
    event: type,
    contains: Object.keys(entities),
    payload: Object.fromEntries(Object.entries(entities).map(([name, entity]) => [name, { entity }])),
    created_at: Math.floor(at / 1000),
  });
  const signature = createHmac("sha256", webhookSecret).update(body).digest("hex");
  return { name: type, headers: { "x-razorpay-signature": signature, "x-razorpay-event-id": id }, body };
}
