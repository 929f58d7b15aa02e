import { sha256 } from "./hmac.ts";
import { Refusal } from "./refusal.ts";

/**
 * Throws a TypeError for what no id can be made of: an empty key, and one with half characters, which would all be hashed
 * as the same replacement character, so that two keys become one id.
 *
 * @example checkKeyText("order-1001:attempt-1");
 */
export function checkKeyText(key: string): void {
  if (typeof key !== "string" || key === "" || /\p{Cs}/u.test(key)) {
    throw new Refusal("an idempotency key must be text, not empty, without lone surrogates");
  }
}

/**
 * An id of 26 lower-case letters and digits that is always the same for the same key: the start of the key's SHA-256 in
 * base 36. Throws a TypeError where `checkKeyText` does.
 *
 * @example `pay_${await deriveId("order-1001:attempt-1")}`; // "pay_1v547t2d63lsrx16k9upxbw45q"
 */
export async function deriveId(key: string): Promise<string> {
  checkKeyText(key);
  let number = 0n;
  for (const byte of await sha256(key)) number = number * 256n + BigInt(byte);
  return number.toString(36).padStart(50, "0").slice(0, 26);
}
