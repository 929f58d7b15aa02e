import { parseExact, verifyHmac } from "@specie/runtime";
import { WebhookBodyError, WebhookSignatureError } from "./errors.ts";
import type { RazorpayEvent } from "./event.ts";

/** A webhook as it came. */
export interface IncomingWebhook {
  /** The raw body, as bytes or as their text. A parsed and rewritten body has other bytes, and is refused. */
  readonly body: string | Uint8Array;
  /** Header `x-razorpay-signature`. */
  readonly signature: string | null | undefined;
  /** The webhook's own secret, which is not the key secret; several while it is being replaced. */
  readonly secret: string | readonly string[];
  /** Header `x-razorpay-event-id`: the same when an event comes again, so keep it and take each once. */
  readonly eventId?: string | null | undefined;
}

export interface VerifiedWebhook {
  readonly event: RazorpayEvent;
  /** The event id that was given; undefined when there was none. */
  readonly id: string | undefined;
}

/**
 * The event of a webhook that Razorpay signed. The signature is HMAC-SHA256 over the body's bytes, compared in constant
 * time. Throws `WebhookSignatureError` when it is wrong or missing, `WebhookBodyError` when the signed body is no event,
 * and a TypeError when your own side is at fault: no secret, or a body that was parsed already.
 *
 * @example
 * const { event, id } = await verifyWebhook({
 *   body: await request.text(),
 *   signature: request.headers.get("x-razorpay-signature"),
 *   eventId: request.headers.get("x-razorpay-event-id"),
 *   secret: webhookSecret,
 * });
 */
export async function verifyWebhook({ body, signature, secret, eventId }: IncomingWebhook): Promise<VerifiedWebhook> {
  if (typeof body !== "string" && !(body instanceof Uint8Array)) {
    throw new TypeError("verifyWebhook: give the raw body, as text or bytes, not a parsed one");
  }
  const secrets = typeof secret === "string" ? [secret] : secret;
  if (!secrets?.length || secrets.includes("")) throw new TypeError("verifyWebhook: the webhook secret is empty");
  if (!signature) throw new WebhookSignatureError("razorpay webhook: no signature; is x-razorpay-signature passed on?");
  if (!(await verifyHmac({ algorithm: "SHA-256", encoding: "hex", secrets, message: body, signature }))) {
    throw new WebhookSignatureError(
      "razorpay webhook: wrong signature; is the body raw, and the secret the webhook's?",
    );
  }
  return { event: parse(typeof body === "string" ? body : new TextDecoder().decode(body)), id: eventId || undefined };
}

function parse(text: string): RazorpayEvent {
  try {
    const event: unknown = parseExact(text);
    if (isEvent(event)) return event;
  } catch {
    // The parser's own message quotes the body.
  }
  throw new WebhookBodyError("razorpay webhook: the signature is right, and the body is no event");
}

function isEvent(value: unknown): value is RazorpayEvent {
  if (typeof value !== "object" || value === null || !("event" in value) || !("payload" in value)) return false;
  return typeof value.event === "string" && typeof value.payload === "object" && value.payload !== null;
}
