import type { WebhookEvent as EventBody, WebhookPayload } from "@specie/cybersource";
import { compact } from "../../gateway/compact.ts";
import { member, text } from "../../gateway/reading.ts";
import type {
  LinkEventType,
  OtherEventType,
  PaymentEventType,
  RefundEventType,
  WebhookEvent,
} from "../../model/webhook-event.ts";
import type { CreditBody, CybersourcePayment, PaymentBody, RefreshedBody, RefundBody } from "./bodies.ts";
import { readPayment } from "./payment.ts";
import { readRefreshed } from "./refreshed.ts";
import { readCredit, readRefund } from "./refund.ts";

/** The event; of older senders only its payload, which is all they sign. */
export type CybersourceWebhookBody = EventBody;

/** CyberSource tells of no disputes. */
export type CybersourceEventType = PaymentEventType | RefundEventType | LinkEventType | OtherEventType;

interface Envelope {
  readonly id: string;
  readonly occurredAt: string | undefined;
  readonly raw: CybersourceWebhookBody;
}

/** A hint, with what the payload shows of its object. */
export function readEvent(
  type: CybersourceEventType,
  rawType: string,
  payload: WebhookPayload | undefined,
  envelope: Envelope,
): WebhookEvent<CybersourceWebhookBody> {
  const shared = compact({ ...envelope, provider: "cybersource" as const, rawType, verified: true as const });
  const id = text(payload?.id);
  if (isPaymentEvent(type)) {
    const isPayment = rawType.startsWith("payments.payments.");
    const isSale = isPayment && isSaleShown(payload);
    const object = isPayment && isBody(payload) ? readObject(rawType, payload, isSale) : undefined;
    const own = type === "payment.authorized" && isSale ? "payment.succeeded" : type;
    return compact({ ...shared, type: own, paymentId: isPayment ? id : undefined, object });
  }
  if (isRefundEvent(type)) {
    const isCredit = rawType.startsWith("payments.credits.");
    const object = isBody(payload) ? (isCredit ? readCredit : readRefund)({ data: payload }, {}) : undefined;
    return compact({ ...shared, type, refundId: id, object });
  }
  return compact({ ...shared, type, object: undefined });
}

/** Updates are of wallets and bank payments, in the words of their own providers. */
function readObject(rawType: string, data: PaymentBody & RefreshedBody, isSale: boolean): CybersourcePayment {
  return rawType === "payments.payments.updated"
    ? readRefreshed({ data })
    : readPayment({ data }, { captureMethod: isSale ? "automatic" : undefined });
}

/** A payload that is what an answer would be: answers are read without trust in anything but their id and status. */
function isBody(
  payload: WebhookPayload | undefined,
): payload is WebhookPayload & PaymentBody & RefreshedBody & RefundBody & CreditBody {
  return text(payload?.id) !== undefined && text(payload?.status) !== undefined;
}

/** A sale can be voided and refunded, an authorization captured. */
function isSaleShown(payload: WebhookPayload | undefined): boolean {
  const processing = member(payload, "processingInformation");
  if (member(processing, "capture") === true) return true;
  const links = member(payload, "_links");
  return member(links, "capture") === undefined && (member(links, "refund") ?? member(links, "void")) !== undefined;
}

function isPaymentEvent(type: CybersourceEventType): type is PaymentEventType {
  return type.startsWith("payment.");
}
function isRefundEvent(type: CybersourceEventType): type is RefundEventType {
  return type.startsWith("refund.");
}
