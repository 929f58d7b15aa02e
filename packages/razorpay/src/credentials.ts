import type { ConnectOptions } from "@specie/runtime";

interface Shared extends Omit<ConnectOptions, "credentials" | "sign"> {
  /** Linked account (`acc_…`) that every call acts for; partners only. */
  readonly account?: string | undefined;
}

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

/** The key id alone, which is no secret: enough for payment methods and one-time passwords, and for nothing else. */
export interface KeyIdOptions extends Shared {
  readonly keyId: string;
  readonly keySecret?: never;
  readonly accessToken?: never;
}

/** How to reach Razorpay. Test and live mode share one address: the key decides. */
export type RazorpayOptions = KeyPairOptions | AccessTokenOptions;

type Credentials =
  | { readonly basic: { readonly username: string; readonly password: string } }
  | { readonly oauth: AccessTokenOptions["accessToken"] }
  | { readonly key_id: { readonly username: string; readonly password: string } };

/** The same as the runtime takes it: credentials by the security scheme of the contract. */
export function connectOptions(
  options: RazorpayOptions | KeyIdOptions,
): Omit<ConnectOptions, "credentials"> & { readonly credentials: Credentials } {
  const { account, accessToken, keyId = "", keySecret = "" } = options;
  // A secret that is there and empty is a missing setting, not a wish for less.
  const alone = !("keySecret" in options || "accessToken" in options);
  if (account === "" || !(accessToken || (keyId && (keySecret || alone)))) {
    throw new TypeError("createRazorpay: keyId, keySecret, accessToken or account is missing or empty");
  }
  const pair = { username: keyId, password: keySecret };
  return {
    ...options,
    headers: { ...options.headers, "x-razorpay-account": account },
    credentials: accessToken ? { oauth: accessToken } : keySecret ? { basic: pair } : { key_id: pair },
  };
}
