import type { PathClient } from "@specie/runtime";
import type {
  HyperswitchApiKeyClient,
  HyperswitchEphemeralKeyClient,
  HyperswitchPublishableKeyClient,
} from "./generated/client.ts";
import type { Paths } from "./generated/paths.ts";

/** Paths that only a publishable key opens. */
type BrowserOnly =
  | "/customers/payment_methods"
  | "/payments/session_tokens"
  | "/payments/{payment_id}/3ds/authentication"
  | "/payments/{payment_id}/complete_authorize"
  | "/payments/{payment_id}/eligibility"
  | "/payments/{payment_id}/eligibility_check"
  | "/payments/{payment_id}/post_session_tokens"
  | "/poll/status/{poll_id}";

/** Paths that it shares with the secret key. */
type Shared =
  | "/account/payment_methods"
  | "/payment_link/{payment_link_id}"
  | "/payment_methods/{method_id}/update"
  | "/payments/{payment_id}"
  | "/payments/{payment_id}/client"
  | "/payments/{payment_id}/confirm";

type SetDefault = "/customers/{customer_id}/payment_methods/{payment_method_id}/default";
type Customer = "/customers/{customer_id}";
type CustomerPaths = Pick<Paths, SetDefault> & { [P in Customer]: Pick<Paths[P], "GET"> };

/** What a secret key opens. */
export type HyperswitchServerClient = HyperswitchApiKeyClient & {
  /** Calls by method and path template, under the same safety. */
  readonly http: PathClient<Omit<Paths, BrowserOnly | SetDefault>>;
};

/** What a publishable key opens. */
export type HyperswitchBrowserClient = HyperswitchPublishableKeyClient & {
  /** Calls by method and path template, under the same safety. */
  readonly http: PathClient<Pick<Paths, BrowserOnly | Shared>>;
};

/** What an ephemeral key opens. */
export type HyperswitchCustomerClient = HyperswitchEphemeralKeyClient & {
  /** Calls by method and path template, under the same safety. */
  readonly http: PathClient<CustomerPaths>;
};
