import type { ConnectOptions } from "@specie/runtime";
import type { CybersourceCredentials } from "./generated/client.ts";
import { environments } from "./generated/provider.ts";
import { httpSignature } from "./signing/http-signature.ts";
import { jwt } from "./signing/jwt.ts";
import type { SigningKey } from "./signing/signing-key.ts";

/** How to reach CyberSource, and as whom. */
export interface CybersourceOptions extends SigningKey, Omit<ConnectOptions, "credentials" | "sign"> {
  /** Default: `test`. `india` is live; its test host is the ordinary one. */
  readonly environment?: keyof typeof environments | undefined;
  /** Default: `jwt`, as CyberSource recommends. HTTP signatures still work outside browsers. */
  readonly authentication?: "jwt" | "http-signature" | undefined;
  /** With HTTP signatures: what the method and path are called. Default: `request-target`. */
  readonly requestTarget?: "request-target" | "(request-target)" | undefined;
  /** With tokens: makes the id of each. Default: `crypto.randomUUID`. */
  readonly randomId?: (() => string) | undefined;
  /** The host that is signed. Default: the one that is called. Give it when `baseUrl` is a proxy. */
  readonly host?: string | undefined;
}

/** The same as the runtime takes it: with a signer, and a network that tells a wrong clock. */
export function connectOptions(
  options: CybersourceOptions,
): ConnectOptions & { readonly credentials: CybersourceCredentials } {
  const {
    merchantId,
    keyId,
    secret,
    portfolioId,
    environment,
    authentication,
    requestTarget,
    randomId,
    host,
    ...rest
  } = options;
  const { clock = Date.now, fetch: network = (url, init) => fetch(url, init), baseUrl } = rest;
  if (environment !== undefined && !Object.hasOwn(environments, environment)) {
    throw new TypeError(`createCybersource: environment must be one of ${Object.keys(environments).join(", ")}`);
  }
  const key = { merchantId, keyId, secret, portfolioId, host, clock };
  return {
    ...rest,
    credentials: {},
    baseUrl: baseUrl ?? environments[environment ?? "test"],
    sign: authentication === "http-signature" ? httpSignature({ ...key, requestTarget }) : jwt({ ...key, randomId }),
    fetch: async (url, init) => {
      const response = await network(url, init);
      // Loaded only when it is needed.
      return response.status === 401
        ? (await import("./signing/clock-skew.ts")).tellClockSkew(response, clock())
        : response;
    },
  };
}
