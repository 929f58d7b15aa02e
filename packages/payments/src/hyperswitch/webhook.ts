import { readWebhook, type WebhookEvent as ServerEvent, WebhookError } from "@specie/hyperswitch";
import { compact } from "../gateway/compact.ts";
import { lookUp } from "../gateway/look-up.ts";
import { PaymentsError } from "../gateway/payments-error.ts";
import { time } from "../gateway/reading.ts";
import { type Delivery, readDelivery } from "../gateway/webhook-delivery.ts";
import type {
  DisputeEventType,
  OtherEventType,
  PaymentEventType,
  RefundEventType,
  WebhookEvent,
} from "../model/webhook-event.ts";
import { type Context, provider } from "./context.ts";
import { disputeEvent, mandateEvent, paymentEvent, refundEvent } from "./maps/event.ts";
import { readDispute } from "./read/dispute.ts";
import { readPayment } from "./read/payment.ts";
import { readRefund } from "./read/refund.ts";

const operation = "verifyWebhook";

/** The server signs no time and delivers for a day: no event is refused for its age. Tell repeats by `id`. */
export async function verifyWebhook(
  { webhookSecret }: Context,
  delivery: Delivery,
): Promise<WebhookEvent<ServerEvent>> {
  const secrets = [webhookSecret ?? []].flat();
  if (secrets.length === 0 || secrets.includes("")) {
    const problem = "the gateway was made without a webhookSecret, or with an empty one";
    throw new PaymentsError({ code: "configuration_error", provider, operation, problem });
  }
  const { header, body } = await readDelivery(delivery);
  try {
    const headers = { get: (name: string) => header(name) ?? null };
    return readEvent(await readWebhook({ headers, body }, secrets));
  } catch (error) {
    if (!(error instanceof WebhookError)) throw error;
    const code = error.reason === "body" ? "invalid_request" : "webhook_signature_invalid";
    throw new PaymentsError({ code, provider, operation, problem: error.message, cause: error });
  }
}

/** An event whose signature was right. What its type or content says that is new becomes `unknown`. */
export function readEvent(raw: ServerEvent): WebhookEvent<ServerEvent> {
  const { event_id: id, event_type: rawType, timestamp, content } = raw;
  const event = { id, provider, rawType, occurredAt: time(timestamp), raw, verified: true } as const;
  switch (content.type) {
    case "payment_details": {
      const object = readPayment(content.object);
      const told = lookUp<PaymentEventType | "by_status" | "unknown">(paymentEvent, rawType, "unknown");
      const paymentId = object.id;
      if (told === "unknown") return compact({ ...event, type: told, paymentId, object: undefined });
      const action = object.status === "requires_action" ? "payment.requires_action" : "payment.requires_review";
      return compact({ ...event, type: told === "by_status" ? action : told, paymentId, object });
    }
    case "refund_details": {
      const object = readRefund(content.object);
      const type = lookUp<RefundEventType | "unknown">(refundEvent, rawType, "unknown");
      const ids = { paymentId: object.paymentId, refundId: object.id };
      if (type === "unknown") return compact({ ...event, ...ids, type, object: undefined });
      return compact({ ...event, ...ids, type, object });
    }
    case "dispute_details": {
      const object = readDispute(content.object);
      const type = lookUp<DisputeEventType | "unknown">(disputeEvent, rawType, "unknown");
      const ids = { paymentId: object.paymentId, disputeId: object.id };
      if (type === "unknown") return compact({ ...event, ...ids, type, object: undefined });
      return compact({ ...event, ...ids, type, object });
    }
    default:
      return compact({ ...event, type: lookUp<OtherEventType>(mandateEvent, rawType, "unknown"), object: undefined });
  }
}
