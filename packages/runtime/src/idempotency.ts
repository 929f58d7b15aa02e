import { sha256 } from "./hmac.ts";
import type { Idempotency } from "./operation.ts";
import { Refusal } from "./refusal.ts";

/**
 * An id of 26 lower-case letters and digits that is always the same for the same key: the start of the key's SHA-256 in
 * base 36. Throws a TypeError for an empty key.
 *
 * @example `pay_${await deriveId("order-1001:attempt-1")}`; // "pay_1v547t2d63lsrx16k9upxbw45q"
 */
export async function deriveId(key: string): Promise<string> {
  checkKey(key);
  let number = 0n;
  for (const byte of await sha256(key)) number = number * 256n + BigInt(byte);
  return number.toString(36).padStart(50, "0").slice(0, 26);
}

function checkKey(key: unknown): void {
  if (typeof key !== "string" || key === "") throw new Refusal("idempotencyKey must be text that is not empty");
  if (/\p{Cs}/u.test(key)) throw new Refusal("idempotencyKey holds half a character (a lone surrogate)");
}

/** Refuses a key that the operation has no use for: the caller would believe itself safe. */
export function checkIdempotencyKey(key: string, idempotency: Idempotency | undefined): Idempotency {
  if (idempotency === undefined)
    throw new Refusal("the operation takes no idempotencyKey; the provider would ignore it");
  checkKey(key);
  if ("header" in idempotency && !/^[\x21-\x7e]{1,255}$/.test(key)) {
    throw new Refusal("idempotencyKey is sent as a header: 1 to 255 visible ASCII characters");
  }
  return idempotency;
}

/** The body with the derived id in it. An id of the caller's own stays; the caller's object is not touched. */
export async function bodyWithId(
  body: unknown,
  idempotency: Extract<Idempotency, { readonly body: string }>,
  key: string,
): Promise<unknown> {
  const given = body ?? {};
  if (!isRecord(given)) throw new Refusal("the body must be a plain object to take an idempotencyKey");
  for (const [name, value] of Object.entries(idempotency.with ?? {})) {
    if (given[name] !== undefined && given[name] !== value) {
      throw new Refusal(`body.${name} contradicts idempotencyKey; leave it out`);
    }
  }
  const id = given[idempotency.body] ?? (idempotency.prefix ?? "") + (await deriveId(key));
  return { ...given, ...idempotency.with, [idempotency.body]: id };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== "object" || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
