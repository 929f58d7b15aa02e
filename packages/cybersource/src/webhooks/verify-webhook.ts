import { fromBase64, verifyHmac } from "@specie/runtime";
import { readSignatureHeader } from "./signature-header.ts";

export interface WebhookCheck {
  /** The body as it came, never parsed and written again. */
  readonly body: string;
  /** The `v-c-signature` header. */
  readonly signature: string | null | undefined;
  /** The Base64 key that the key request gave; several while one is being replaced. */
  readonly secret: string | readonly string[];
  /** How old or new a message may be. Default: 300,000. `Infinity` takes any. */
  readonly toleranceMs?: number | undefined;
  /** Milliseconds since 1970. Default: `Date.now`. */
  readonly clock?: (() => number) | undefined;
}

/** `header`: no such header, or not readable; `signature`: wrong; `age`: too old or from the future. */
export type WebhookFailure = "header" | "signature" | "age" | "body";

/**
 * Only what is authenticated. Where the whole body is signed (`scope: "body"`) `event` is all of it. Older senders sign
 * the payload alone (`scope: "payload"`): then the envelope around it could be anybody's, and is left out.
 */
export type VerifiedWebhook =
  | {
      readonly verified: true;
      readonly scope: "body";
      readonly event: unknown;
      readonly payload: unknown;
      readonly type: string | undefined;
      readonly id: string | undefined;
      readonly sentAt: Date;
    }
  | {
      readonly verified: true;
      readonly scope: "payload";
      readonly event: undefined;
      readonly payload: unknown;
      readonly type: string | undefined;
      readonly id: string | undefined;
      readonly sentAt: Date;
    }
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
  const { body, secret, toleranceMs = 300_000, clock = Date.now } = check;
  const secrets = (typeof secret === "string" ? [secret] : secret).map(fromBase64);
  const header = readSignatureHeader(check.signature);
  if (header === undefined) return { verified: false, failure: "header" };
  const isRight = (text: string): Promise<boolean> => {
    const message = `${header.time}.${text}`;
    return verifyHmac({ algorithm: "SHA-256", encoding: "base64", secrets, message, signature: header.signature });
  };
  const wholeIsRight = await isRight(body);
  const event = parse(body);
  const payload = member(event, "payload");
  if (!wholeIsRight && (payload === undefined || !(await isRight(JSON.stringify(payload))))) {
    return { verified: false, failure: "signature" };
  }
  if (event === undefined) return { verified: false, failure: "body" };
  const sentAt = new Date(Number(header.time));
  if (!(Math.abs(clock() - sentAt.getTime()) <= toleranceMs)) return { verified: false, failure: "age" };
  const id = textMember(payload, "id");
  return wholeIsRight
    ? { verified: true, scope: "body", event, payload, type: textMember(event, "eventType"), id, sentAt }
    : {
        verified: true,
        scope: "payload",
        event: undefined,
        payload,
        type: textMember(payload, "eventType"),
        id,
        sentAt,
      };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function member(value: unknown, name: string): unknown {
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, name)) return undefined;
  return Reflect.get(value, name);
}

function textMember(value: unknown, name: string): string | undefined {
  const found = member(value, name);
  return typeof found === "string" ? found : undefined;
}
