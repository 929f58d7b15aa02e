import { fromBase64 } from "@specie/runtime";

/** A shared secret key of the Business Center, and whose requests it signs. */
export interface SigningKey {
  /** Merchant id (organization id). */
  readonly merchantId: string;
  /** Key id: a UUID. */
  readonly keyId: string;
  /** The shared secret as the Business Center shows it: Base64. */
  readonly secret: string;
  /** Portfolio id, when the key is a meta key that signs for the merchants of a portfolio. */
  readonly portfolioId?: string | undefined;
}

/** Settings of a signer beside its key. */
export interface SigningOptions extends SigningKey {
  /** The host that is signed. Default: the one that is called. Give it when a proxy is called. */
  readonly host?: string | undefined;
  /** Milliseconds since 1970. Default: `Date.now`. */
  readonly clock?: (() => number) | undefined;
}

/** The bytes of the secret. Throws a TypeError that does not show it when a setting is missing or not Base64. */
export function secretOf({ merchantId, keyId, secret }: SigningKey): Uint8Array {
  for (const [name, value] of Object.entries({ merchantId, keyId, secret })) {
    if (typeof value !== "string" || value.trim() === "") throw new TypeError(`CyberSource key: give a ${name}`);
  }
  if (/["\\\r\n]/.test(merchantId + keyId)) throw new TypeError("CyberSource key: merchantId or keyId cannot be sent");
  const bytes = /^[A-Za-z0-9+/]+={0,2}$/.test(secret) && secret.length % 4 === 0 ? fromBase64(secret) : undefined;
  if (bytes === undefined)
    throw new TypeError("CyberSource key: secret must be the Base64 text of the Business Center");
  return bytes;
}
