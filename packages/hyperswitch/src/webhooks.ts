import { parseExact, verifyHmac } from "@specie/runtime";
import type {
  DisputeEvent,
  MandateEvent,
  PaymentEvent,
  PayoutEvent,
  RefundEvent,
  SubscriptionEvent,
} from "./generated/schemas.ts";
import { WebhookError } from "./webhook-error.ts";

/** What Hyperswitch tells a merchant; `event_type` says what happened, `content.type` what about. */
export type WebhookEvent = PaymentEvent | RefundEvent | DisputeEvent | MandateEvent | PayoutEvent | SubscriptionEvent;

/** The `payment_response_hash_key` of the business profile, or several while it is being replaced. */
export type HashKey = string | readonly string[];

/** Headers of a request: the web's `Headers`, Node's object, or anything alike. Names in any case. */
export type WebhookHeaders =
  | { get(name: string): string | null }
  | Readonly<Record<string, string | readonly string[] | undefined>>;

/** A delivery as it came. */
export interface WebhookDelivery {
  /** The raw body, byte for byte: never parsed and written again. */
  readonly body: string | Uint8Array;
  readonly headers: WebhookHeaders;
}

const header = "x-webhook-signature-512";

/**
 * Did Hyperswitch send this? The header `X-Webhook-Signature-512` is the HMAC-SHA512 of the raw body in hexadecimal.
 * Compared in constant time. Throws a TypeError without a key, and for a body that was parsed already.
 *
 * @example
 * const genuine = await verifyWebhook({ body: rawBody, headers: request.headers }, hashKey);
 */
export async function verifyWebhook({ body, headers }: WebhookDelivery, hashKey: HashKey): Promise<boolean> {
  if (typeof body !== "string" && !(body instanceof Uint8Array)) {
    throw new TypeError("verifyWebhook: give the raw body, as text or bytes, not a parsed one");
  }
  const secrets = typeof hashKey === "string" ? [hashKey] : hashKey;
  return verifyHmac({ algorithm: "SHA-512", encoding: "hex", secrets, message: body, signature: find(headers) ?? "" });
}

/**
 * The event of a delivery that is genuine. Throws a WebhookError when its signature is wrong or missing, or its body is
 * no event. A number that a double can't hold is kept as text. The same event may come several times and late: tell them apart by `event_id`, and retrieve the payment
 * before goods leave the house.
 *
 * @example
 * const event = await readWebhook({ body: rawBody, headers: request.headers }, hashKey);
 * if (event.event_type === "payment_succeeded") ship(event.content.object.payment_id);
 */
export async function readWebhook(delivery: WebhookDelivery, hashKey: HashKey): Promise<WebhookEvent> {
  if (find(delivery.headers) === undefined) throw new WebhookError("unsigned", "there is no X-Webhook-Signature-512");
  if (!(await verifyWebhook(delivery, hashKey))) throw new WebhookError("signature", "the signature is wrong");
  const { body } = delivery;
  let event: unknown;
  try {
    event = parseExact(typeof body === "string" ? body : new TextDecoder("utf-8", { fatal: true }).decode(body));
  } catch {
    throw new WebhookError("body", "the body is not JSON");
  }
  if (!isEvent(event)) throw new WebhookError("body", "the body is no event");
  return event;
}

/** The signature has been checked: the sender is the one who promises the rest. */
function isEvent(value: unknown): value is WebhookEvent {
  if (typeof value !== "object" || value === null || !("content" in value)) return false;
  const { content } = value;
  return (
    "event_type" in value &&
    "event_id" in value &&
    typeof content === "object" &&
    content !== null &&
    "object" in content &&
    typeof content.object === "object" &&
    content.object !== null
  );
}

function find(headers: WebhookHeaders): string | undefined {
  if (isHeaders(headers)) return headers.get(header) ?? undefined;
  const [, found] = Object.entries(headers).find(([name]) => name.toLowerCase() === header) ?? [];
  return typeof found === "string" ? found : found?.[0];
}

function isHeaders(headers: WebhookHeaders): headers is { get(name: string): string | null } {
  return typeof headers["get"] === "function";
}
