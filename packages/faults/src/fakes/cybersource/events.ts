import { createHmac } from "node:crypto";
import type { JsonObject } from "../../json.ts";
import type { Hook } from "../fake.ts";
import { iso } from "./transaction.ts";

/** Base64, as CyberSource gives it. */
export const webhookSecret = "Y3liZXJzb3VyY2Utd2ViaG9vay1rZXktMDAwMDAwMDE=";

/** An event about what was accepted: `payments.captures.accept`. */
export function event(number: number, type: string, payload: JsonObject, at: number): Hook {
  const tail = String(number).padStart(12, "0");
  const body = JSON.stringify({
    eventType: type,
    webhookId: "33333333-4444-4555-8666-777777777777",
    productId: "payments",
    organizationId: "acme_test",
    eventDate: iso(at),
    retryNumber: 0,
    transactionTraceId: `44444444-5555-4666-8777-${tail}`,
    payload,
  });
  const signature = createHmac("sha256", Buffer.from(webhookSecret, "base64")).update(`${at}.${body}`).digest("base64");
  const keyId = "22222222-3333-4444-8555-666666666666";
  return { name: "transaction", headers: { "v-c-signature": `t=${at};keyId=${keyId};sig=${signature}` }, body };
}
