import {
  type WebhookEvent as EventBody,
  type VerifiedBody,
  type VerifiedPayload,
  verifyWebhook as verify,
} from "@specie/cybersource";
import { sha256, toHex } from "@specie/runtime";
import { compact } from "../gateway/compact.ts";
import { given } from "../gateway/given.ts";
import { lookUp } from "../gateway/look-up.ts";
import { PaymentsError } from "../gateway/payments-error.ts";
import { text, textIn, time } from "../gateway/reading.ts";
import { type Delivery, readDelivery } from "../gateway/webhook-delivery.ts";
import type { WebhookEvent } from "../model/webhook-event.ts";
import { provider } from "./context.ts";
import { unlistedWebhookEvent, webhookEvent } from "./maps/webhook-event.ts";
import { type CybersourceEventType, type CybersourceWebhookBody, readEvent } from "./read/event.ts";

const operation = "verifyWebhook";

export interface WebhookSettings {
  readonly secret: string | readonly string[] | undefined;
  readonly toleranceMs: number | undefined;
  readonly clock: () => number;
}

/** Verifies a delivery in either form, and reads only what is authenticated. */
export async function verifyWebhook(
  settings: WebhookSettings,
  delivery: Delivery,
): Promise<WebhookEvent<CybersourceWebhookBody>> {
  const { header, body } = await readDelivery(delivery);
  const verified = await verifiedBody(settings, body, header("v-c-signature"));
  const rawType = text(verified.type) ?? "";
  const type = lookUp<CybersourceEventType>({ ...unlistedWebhookEvent, ...webhookEvent }, rawType, "unknown");
  const id = await eventId(verified.event, rawType, verified.payload);
  const payload = Array.isArray(verified.payload) ? verified.payload[0] : verified.payload;
  return readEvent(type, rawType, payload, {
    id,
    occurredAt: time(verified.event?.eventDate) ?? time(textIn(payload, "submitTimeUtc")),
    raw: verified.event ?? given({ payload: verified.payload }),
  });
}

async function verifiedBody(
  { secret, toleranceMs, clock }: WebhookSettings,
  body: string | Uint8Array,
  signature: string | undefined,
): Promise<VerifiedBody | VerifiedPayload> {
  if (secret === undefined || secret.length === 0) throw misconfigured("give the gateway a webhookSecret");
  const verified = await verify({ body, signature, secret, toleranceMs, clock }).catch((cause: unknown) => {
    throw misconfigured("webhookSecret: must be Base64", cause);
  });
  if (verified.verified) return verified;
  const problem = `the delivery is not genuine: ${verified.failure}`;
  throw new PaymentsError({ code: "webhook_signature_invalid", provider, operation, problem });
}

function misconfigured(problem: string, cause?: unknown): PaymentsError {
  return new PaymentsError({ code: "configuration_error", provider, operation, problem, cause });
}

/** The same for each delivery: what counts the tries is left out. */
async function eventId(event: EventBody | undefined, type: string, payload: unknown): Promise<string> {
  const [webhook, trace] = [text(event?.webhookId), text(event?.transactionTraceId)];
  if (webhook !== undefined && trace !== undefined) return `${webhook}:${trace}`;
  return toHex(await sha256(JSON.stringify(compact({ type, payload }))));
}
