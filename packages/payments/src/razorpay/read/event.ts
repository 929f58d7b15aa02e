import type {
  FetchDisputeResponse,
  FetchPaymentLinkResponse,
  FetchPaymentResponse,
  FetchRefundResponse,
  RazorpayEvent,
} from "@specie/razorpay";
import { compact } from "../../gateway/compact.ts";
import { lookUp } from "../../gateway/look-up.ts";
import { member, textIn, unixTime } from "../../gateway/reading.ts";
import type {
  DisputeEventType,
  LinkEventType,
  OtherEventType,
  PaymentEventType,
  RefundEventType,
} from "../../model/webhook-event.ts";
import { disputeEvent, linkEvent, otherEvent, paymentEvent, refundEvent, unlistedEvent } from "../maps/event-type.ts";
import type { RazorpayWebhookEvent } from "../types.ts";
import { readDispute } from "./dispute.ts";
import { readLink } from "./link.ts";
import { readPayment } from "./payment.ts";
import { readRefund } from "./refund.ts";

/** A verified event in the model's words. Its entities are snapshots. */
export function readEvent(event: RazorpayEvent, id: string): RazorpayWebhookEvent {
  const rawType = String(event.event);
  const payment = entityOf(event, "payment", isPayment);
  const refund = entityOf(event, "refund", isRefund);
  const dispute = entityOf(event, "dispute", isDispute);
  const link = entityOf(event, "payment_link", isLink);
  const common = {
    id,
    provider: "razorpay",
    rawType,
    occurredAt: unixTime(event.created_at),
    paymentId: payment?.id ?? refund?.payment_id ?? dispute?.payment_id,
    refundId: refund?.id,
    disputeId: dispute?.id,
    dedupeKey: id,
    raw: event,
    verified: true,
  } as const;

  const paid = lookUp<PaymentEventType | undefined>(paymentEvent, rawType, undefined);
  if (paid !== undefined) {
    const object = payment && readPayment(payment);
    return compact({ ...common, type: paid, object, dedupeKey: payment === undefined ? id : `${payment.id} ${paid}` });
  }
  const refunded = lookUp<RefundEventType | undefined>(refundEvent, rawType, undefined);
  if (refunded !== undefined) return compact({ ...common, type: refunded, object: refund && readRefund(refund) });
  const disputed = lookUp<DisputeEventType | undefined>(disputeEvent, rawType, undefined);
  if (disputed !== undefined) return compact({ ...common, type: disputed, object: dispute && readDispute(dispute) });
  const linked = lookUp<LinkEventType | undefined>(linkEvent, rawType, undefined);
  if (linked !== undefined) return compact({ ...common, type: linked, object: link && readLink(link) });
  const type = lookUp<OtherEventType>({ ...otherEvent, ...unlistedEvent }, rawType, "unknown");
  return compact({ ...common, type, object: undefined });
}

function entityOf<T>({ payload }: RazorpayEvent, name: string, is: (value: unknown) => value is T): T | undefined {
  const entity = member(member(payload, name), "entity");
  return is(entity) ? entity : undefined;
}

// An entity is believed to be one by its id. What else is missing is read as absent.
function isPayment(value: unknown): value is FetchPaymentResponse {
  return hasId(value);
}
function isRefund(value: unknown): value is FetchRefundResponse {
  return hasId(value);
}
function isDispute(value: unknown): value is FetchDisputeResponse {
  return hasId(value);
}
function isLink(value: unknown): value is FetchPaymentLinkResponse {
  return hasId(value);
}
function hasId(value: unknown): boolean {
  return textIn(value, "id") !== undefined;
}
