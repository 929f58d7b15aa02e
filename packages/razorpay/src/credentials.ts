import type { ConnectOptions } from "@specie/runtime";

type Shared = Omit<ConnectOptions, "credentials" | "sign">;

/** The key pair of the dashboard. Keys that start with `rzp_test_` move no money. */
export interface KeyPairOptions extends Shared {
  readonly keyId: string;
  readonly keySecret: string;
  readonly accessToken?: never;
}

/** A partner's OAuth access token, as it is or as a function that is asked for it at each call. */
export interface AccessTokenOptions extends Shared {
  readonly accessToken: string | (() => string | Promise<string>);
  readonly keyId?: never;
  readonly keySecret?: never;
}

/** How to reach Razorpay. Test and live mode share one address: the key decides. */
export type RazorpayOptions = KeyPairOptions | AccessTokenOptions;

/** The same as the runtime takes it: credentials by the security scheme of the contract. */
export function connectOptions(options: RazorpayOptions): ConnectOptions & {
  readonly credentials:
    | { readonly basic: { username: string; password: string } }
    | { readonly oauth: AccessTokenOptions["accessToken"] };
} {
  if (options.accessToken !== undefined) {
    const { accessToken, keyId: _id, keySecret: _secret, ...rest } = options;
    return { ...rest, credentials: { oauth: accessToken } };
  }
  const { keyId, keySecret, accessToken: _token, ...rest } = options;
  if (!keyId || !keySecret) throw new TypeError("createRazorpay: give keyId and keySecret, or accessToken");
  return { ...rest, credentials: { basic: { username: keyId, password: keySecret } } };
}
