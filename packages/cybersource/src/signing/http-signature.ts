import { createHmac, type Signer, toBase64 } from "@specie/runtime";
import { describe } from "./request.ts";
import { type SigningOptions, secretOf } from "./signing-key.ts";

export interface HttpSignatureOptions extends SigningOptions {
  /** What the request's method and path are called. CyberSource takes both; its own SDK writes no brackets. */
  readonly requestTarget?: "request-target" | "(request-target)" | undefined;
}

/**
 * Signs with HTTP signatures (HMAC-SHA256): sets `date`, `digest`, `v-c-merchant-id` and `signature`. `host` is signed
 * and left to the network to send. Browsers refuse to send `date`: use a JWT there.
 *
 * @example
 * const sign = httpSignature({ merchantId: "acme_test", keyId, secret });
 */
export function httpSignature(options: HttpSignatureOptions): Signer {
  const { merchantId, keyId, portfolioId, host, clock = Date.now, requestTarget = "request-target" } = options;
  const mac = createHmac("SHA-256", secretOf(options));
  return async (request) => {
    const described = await describe(request, host);
    const { headers } = request;
    headers["date"] = new Date(clock()).toUTCString();
    headers["v-c-merchant-id"] = merchantId;
    if (described.digest !== undefined) headers["digest"] = `SHA-256=${described.digest}`;
    const lines: [string, string | undefined][] = [
      ["host", described.host],
      ["date", headers["date"]],
      [requestTarget, `${described.method} ${described.resource}`],
      ...(described.digest === undefined ? [] : [["digest", headers["digest"]] satisfies [string, string | undefined]]),
      // With a meta key the portfolio signs, and the header still names the merchant: so does the official SDK.
      ["v-c-merchant-id", portfolioId ?? merchantId],
    ];
    const signature = toBase64(await mac(lines.map(([name, value]) => `${name}: ${value}`).join("\n")));
    const names = lines.map(([name]) => name).join(" ");
    headers["signature"] = `keyid="${keyId}", algorithm="HmacSHA256", headers="${names}", signature="${signature}"`;
  };
}
