import { verifyHmac } from "@specie/runtime";
import type { HashKey } from "./webhooks.ts";

/**
 * Did Hyperswitch send the customer back to this address? The profile must have the payment response hash enabled. Signed
 * are all query pairs but the last two, decoded, sorted and joined, with HMAC-SHA512. False when the signature is wrong or
 * missing; throws a TypeError without a key. Never take the `status` in the address as proof: retrieve the payment.
 *
 * @example
 * const genuine = await verifyReturnUrl(request.url, hashKey);
 */
export async function verifyReturnUrl(address: string | URL, hashKey: HashKey): Promise<boolean> {
  const text = String(address);
  const pairs = [...new URLSearchParams(text.slice(text.indexOf("?") + 1).replace(/#.*$/s, ""))];
  const [signature, algorithm] = pairs.slice(-2);
  const secrets = typeof hashKey === "string" ? [hashKey] : hashKey;
  const message = pairs
    .slice(0, -2)
    .sort(([name, value], [otherName, otherValue]) => compare(name, otherName) || compare(value, otherValue))
    .map(([name, value]) => `${name}=${value}`)
    .join("&");
  const genuine = await verifyHmac({
    algorithm: "SHA-512",
    encoding: "hex",
    secrets,
    message,
    signature: signature?.[1] ?? "",
  });
  return (
    genuine &&
    signature?.[0] === "signature" &&
    algorithm?.[0] === "signature_algorithm" &&
    algorithm[1] === "HMAC-SHA512"
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
