import { createHmac } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { verifyReturnUrl } from "../src/index.ts";

const key = "hs_response_hash_key_example_0001";
const signature =
  "4ab3a25bd806946bfa32778a280c879239a2f698beb84ac7dcd261ec85df02f50bf1d6f749f43c67c953455a4efbbc2ee0382a428f3cf3efa668275383b1b779";
const pairs =
  "status=succeeded&payment_id=pay_aaaaaaaaaaaaaaaaaaaaaaaaaa&payment_intent_client_secret=pay_aaaaaaaaaaaaaaaaaaaaaaaaaa_secret_bbbbbbbbbbbbbbbbbbbb&amount=6540&manual_retry_allowed=false";
const address = `https://shop.example/return?${pairs}&signature=${signature}&signature_algorithm=HMAC-SHA512`;

describe("a return address", () => {
  it("is genuine when all pairs but the last two are signed", async () => {
    expect(await verifyReturnUrl(address, key)).toBe(true);
    expect(await verifyReturnUrl(new URL(address), ["another key", key])).toBe(true);
    expect(await verifyReturnUrl(`${address}#done`, key)).toBe(true);
    expect(await verifyReturnUrl(address.slice("https://shop.example".length), key)).toBe(true);
  });

  it("is not genuine when a pair is changed, added or left out", async () => {
    for (const forged of [
      address.replace("status=succeeded", "status=failed"),
      address.replace("amount=6540", "amount=1"),
      address.replace("amount=6540&", ""),
      address.replace("?", "?extra=1&"),
      `${address}&extra=1`,
      address.replace("HMAC-SHA512", "none"),
      address.replace(/&signature=.*/, ""),
      "https://shop.example/return",
      "",
    ])
      expect(await verifyReturnUrl(forged, key), forged).toBe(false);
  });

  it("signs the merchant's own pairs too, decoded and in the order of their names and values", async () => {
    const pair = fc.tuple(fc.string({ minLength: 1 }), fc.string());
    await fc.assert(
      fc.asyncProperty(fc.array(pair, { maxLength: 5 }), async (own) => {
        const sorted = [...own].sort(([a, x], [b, y]) => (a < b ? -1 : a > b ? 1 : x < y ? -1 : x > y ? 1 : 0));
        const text = sorted.map(([name, value]) => `${name}=${value}`).join("&");
        const signed = createHmac("sha512", key).update(text).digest("hex");
        const query = new URLSearchParams([...own.map(([a, b]): [string, string] => [a, b])]).toString();
        const rest = `signature=${signed}&signature_algorithm=HMAC-SHA512`;
        expect(await verifyReturnUrl(`https://shop.example/?${query}${query && "&"}${rest}`, key)).toBe(true);
      }),
      { numRuns: 50 },
    );
  });
});
