import { toBase64, toHex, utf8 } from "./encoding.ts";
import type { Bytes } from "./network.ts";

export type HmacAlgorithm = "SHA-256" | "SHA-512";
export type HmacEncoding = "hex" | "base64";

/**
 * SHA-256 of bytes, or of a text's UTF-8.
 *
 * @example toBase64(await sha256("{}")); // "RBNvo1WzZ4oRRq0W9+hknpT7T8If536DEMBg9hyq/4o="
 */
export async function sha256(data: string | Uint8Array): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.digest("SHA-256", utf8(data)));
}

/**
 * A function that makes the HMAC of messages under one key. The key is imported once and lives as long as the function.
 * Throws a TypeError for an empty key.
 *
 * @example
 * const mac = createHmac("SHA-256", "secret");
 * toHex(await mac("message"));
 */
export function createHmac(
  algorithm: HmacAlgorithm,
  key: string | Uint8Array,
): (message: string | Uint8Array) => Promise<Bytes> {
  if ((typeof key !== "string" && !(key instanceof Uint8Array)) || key.length === 0) {
    throw new TypeError("the HMAC secret is empty");
  }
  const imported = crypto.subtle.importKey("raw", utf8(key), { name: "HMAC", hash: algorithm }, false, ["sign"]);
  return async (message) => new Uint8Array(await crypto.subtle.sign("HMAC", await imported, utf8(message)));
}

/**
 * Whether two texts or byte strings are equal, in a time that depends on their lengths only.
 *
 * @example timingSafeEqual(expectedSignature, givenSignature);
 */
export function timingSafeEqual(left: string | Uint8Array, right: string | Uint8Array): boolean {
  const a = utf8(left);
  const b = utf8(right);
  let difference = a.length ^ b.length;
  for (let index = 0; index < b.length; index++) difference |= (a[index] ?? 0) ^ (b[index] ?? 0);
  return difference === 0;
}

/** What to verify. Give `secrets` while a secret is being replaced: any of them is right. */
export interface HmacCheck {
  readonly algorithm: HmacAlgorithm;
  readonly encoding: HmacEncoding;
  readonly secret?: string | Uint8Array;
  readonly secrets?: readonly (string | Uint8Array)[];
  /** The bytes as they came, never parsed and written again. */
  readonly message: string | Uint8Array;
  readonly signature: string;
}

/**
 * Whether a signature is right. Compares in constant time; hexadecimal digits in either case. Throws a TypeError when
 * there is no secret, so that a missing setting never passes for a wrong signature.
 *
 * @example
 * await verifyHmac({ algorithm: "SHA-256", encoding: "hex", secret, message: rawBody, signature: header });
 */
export async function verifyHmac(check: HmacCheck): Promise<boolean> {
  const { algorithm, encoding, message, signature } = check;
  const secrets = [...(check.secrets ?? []), ...(check.secret === undefined ? [] : [check.secret])];
  if (secrets.length === 0) throw new TypeError("verifyHmac needs a secret");
  if (typeof signature !== "string") return false;
  const given = encoding === "hex" ? signature.toLowerCase() : signature;
  let right = false;
  for (const secret of secrets) {
    const mac = await createHmac(algorithm, secret)(message);
    // Every secret is tried, so that the time does not tell which one was right.
    right = timingSafeEqual(encoding === "hex" ? toHex(mac) : toBase64(mac), given) || right;
  }
  return right;
}
