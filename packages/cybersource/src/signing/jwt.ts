import { createHmac, type Signer, toBase64 } from "@specie/runtime";
import { describe } from "./request.ts";
import { type SigningOptions, secretOf } from "./signing-key.ts";

export interface JwtOptions extends SigningOptions {
  /** Makes the id of each token. Default: `crypto.randomUUID`. */
  readonly randomId?: (() => string) | undefined;
}

/** How long a token is good for. CyberSource's own SDK gives it two minutes. */
const LIFETIME_S = 120;

/**
 * Signs with a JSON Web Token under the shared secret (HS256), made for one request: sets `authorization`.
 *
 * @example
 * const sign = jwt({ merchantId: "acme_test", keyId, secret });
 */
export function jwt(options: JwtOptions): Signer {
  const { merchantId, keyId, portfolioId, host, clock = Date.now, randomId = () => crypto.randomUUID() } = options;
  const mac = createHmac("SHA-256", secretOf(options));
  const header = toBase64Url(JSON.stringify({ typ: "JWT", alg: "HS256", kid: keyId }));
  return async (request) => {
    const { digest, host: requestHost, resource, method } = await describe(request, host);
    const issuedAt = Math.floor(clock() / 1000);
    // The order is that of CyberSource's own SDK, so that tokens can be compared.
    const claims = {
      ...(digest === undefined ? {} : { digest, "digest-algorithm": "SHA-256" }),
      iat: issuedAt,
      exp: issuedAt + LIFETIME_S,
      "request-host": requestHost,
      "request-resource-path": resource,
      "request-method": method,
      iss: portfolioId ?? merchantId,
      jti: randomId(),
      "v-c-jwt-version": "2",
      "v-c-merchant-id": merchantId,
    };
    const signed = `${header}.${toBase64Url(JSON.stringify(claims))}`;
    request.headers["authorization"] = `Bearer ${signed}.${toBase64Url(await mac(signed))}`;
  };
}

function toBase64Url(data: string | Uint8Array): string {
  return toBase64(data).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}
