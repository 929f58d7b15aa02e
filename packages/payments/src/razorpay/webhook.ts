import { type RazorpayEvent, verifyWebhook as verify, WebhookBodyError, WebhookSignatureError } from "@specie/razorpay";
import { sha256, toHex } from "@specie/runtime";
import { PaymentsError } from "../gateway/payments-error.ts";
import { type Delivery, readDelivery } from "../gateway/webhook-delivery.ts";
import { type Context, PROVIDER } from "./context.ts";
import { refusal } from "./currency.ts";
import { readEvent } from "./read/event.ts";
import type { RazorpayWebhookEvent } from "./types.ts";

const OPERATION = "verifyWebhook";

/** The event of a delivery that Razorpay signed. Of any age: it signs no time, and tries for a day. */
export async function verifyWebhook(context: Context, delivery: Delivery): Promise<RazorpayWebhookEvent> {
  const { webhookSecrets: secret } = context;
  if (secret.length === 0 || secret.includes("")) {
    throw refusal(
      "configuration_error",
      OPERATION,
      "there is no webhookSecret, or an empty one",
      "give it to razorpay({ webhookSecret })",
    );
  }
  const { header, body } = await readDelivery(delivery);
  const event = await verified({ body, signature: header("x-razorpay-signature"), secret });
  // The header is not signed. It is the same for all deliveries of an event; without it, the body is.
  const id = header("x-razorpay-event-id") || toHex(await sha256(body));
  return readEvent(event, id);
}

async function verified(incoming: Parameters<typeof verify>[0]): Promise<RazorpayEvent> {
  try {
    return (await verify(incoming)).event;
  } catch (cause) {
    const operation = OPERATION;
    if (cause instanceof WebhookSignatureError) {
      const problem = "the signature is missing or wrong; is the body raw, and the secret the webhook's?";
      throw new PaymentsError({ code: "webhook_signature_invalid", provider: PROVIDER, operation, problem, cause });
    }
    if (!(cause instanceof WebhookBodyError || cause instanceof TypeError)) throw cause;
    const problem =
      cause instanceof TypeError ? "give the raw body, as text or bytes" : "the signed body is no event of Razorpay";
    throw new PaymentsError({ code: "invalid_request", provider: PROVIDER, operation, problem, cause });
  }
}
