import { fromBase64, parseExact, verifyHmac } from "@specie/runtime";
import type { WebhookEvent } from "../generated/schemas.ts";
import { readSignatureHeader } from "./signature-header.ts";

export interface WebhookCheck {
  /** The body as it came, never parsed and written again. */
  readonly body: string | Uint8Array;
  /** The `v-c-signature` header. */
  readonly signature: string | null | undefined;
  /** The Base64 key that the key request gave; several while one is being replaced. */
  readonly secret: string | readonly string[];
  /** How old or new a message may be. Default: 300,000. `Infinity` takes any. */
  readonly toleranceMs?: number | undefined;
  /** Milliseconds since 1970. Default: `Date.now`. */
  readonly clock?: (() => number) | undefined;
}

/** `header`: absent or not readable; `signature`: wrong; `age`: too old or from the future; `body`: signed, and no JSON. */
export type WebhookFailure = "header" | "signature" | "age" | "body";

interface Verified {
  readonly verified: true;
  readonly payload: WebhookEvent["payload"];
  /** What happened: `payments.payments.accept`. */
  readonly type: WebhookEvent["eventType"];
  /** Id of the payment, capture, refund, reversal, void or credit. */
  readonly id: string | undefined;
  readonly sentAt: Date;
}

/** The whole body is signed. */
export interface VerifiedBody extends Verified {
  readonly scope: "body";
  readonly event: WebhookEvent;
}

/** Older senders sign the payload alone. The envelope around it could be anybody's, and is left out. */
export interface VerifiedPayload extends Verified {
  readonly scope: "payload";
  readonly event: undefined;
}

/** Only what is authenticated. */
export type VerifiedWebhook =
  | VerifiedBody
  | VerifiedPayload
  | { readonly verified: false; readonly failure: WebhookFailure };

/**
 * Verifies a webhook. A verified one is still only a hint: retrieve the transaction before acting on it. Throws a
 * TypeError for a secret that is missing or not Base64.
 *
 * @example
 * const webhook = await verifyWebhook({ body, signature: request.headers.get("v-c-signature"), secret });
 * if (webhook.verified) console.log(webhook.type, webhook.id);
 */
export async function verifyWebhook(check: WebhookCheck): Promise<VerifiedWebhook> {
  const { secret, toleranceMs = 300_000, clock = Date.now } = check;
  const secrets = (typeof secret === "string" ? [secret] : secret).map(fromBase64);
  const body =
    typeof check.body === "string" ? check.body : new TextDecoder("utf-8", { ignoreBOM: true }).decode(check.body);
  const header = readSignatureHeader(check.signature);
  if (header === undefined) return { verified: false, failure: "header" };
  const isRight = (text: string): Promise<boolean> => {
    const message = `${header.time}.${text}`;
    return verifyHmac({ algorithm: "SHA-256", encoding: "base64", secrets, message, signature: header.signature });
  };
  const event = parse(body);
  const payload = event?.payload;
  const isWhole = await isRight(body);
  if (!isWhole && (payload === undefined || !(await isRight(JSON.stringify(payload))))) {
    return { verified: false, failure: "signature" };
  }
  if (event === undefined) return { verified: false, failure: "body" };
  const sentAt = new Date(Number(header.time));
  if (!(Math.abs(clock() - sentAt.getTime()) <= toleranceMs)) return { verified: false, failure: "age" };
  const verified = { verified: true, payload, id: textMember(payload, "id"), sentAt } as const;
  return isWhole
    ? { ...verified, scope: "body", event, type: textMember(event, "eventType") }
    : { ...verified, scope: "payload", event: undefined, type: textMember(payload, "eventType") };
}

/** Undefined where it is no JSON object. */
function parse(text: string): WebhookEvent | undefined {
  try {
    const value: unknown = parseExact(text);
    return typeof value === "object" && value !== null && !Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function textMember(value: object | undefined, name: string): string | undefined {
  const found: unknown = Object.hasOwn(value ?? {}, name) ? Reflect.get(Object(value), name) : undefined;
  return typeof found === "string" ? found : undefined;
}
