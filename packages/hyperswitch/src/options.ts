import type { ConnectOptions } from "@specie/runtime";
import type { environments } from "./generated/provider.ts";

/** The key itself, or a function that is asked for it at each call. */
export type Key = string | (() => string | Promise<string>);

interface Shared extends Omit<ConnectOptions, "credentials" | "sign"> {
  /** Default: the sandbox, where no money moves. */
  readonly environment?: keyof typeof environments | undefined;
  /** Business profile to act for, sent as `X-Profile-Id`. */
  readonly profileId?: string | undefined;
}

/** The secret key, for servers. Keys that start with `snd_` belong to the sandbox, `prod_` to production. */
export interface SecretKeyOptions extends Shared {
  readonly apiKey: Key;
  readonly publishableKey?: never;
  readonly clientSecret?: never;
  readonly ephemeralKey?: never;
}

/** The publishable key, for browsers and apps, with the client secret of one payment. */
export interface PublishableKeyOptions extends Shared {
  readonly publishableKey: Key;
  /** Sent with every call that takes one and was not given another. */
  readonly clientSecret?: string | undefined;
  readonly apiKey?: never;
  readonly ephemeralKey?: never;
}

/** An ephemeral key, which lives briefly and belongs to one customer. */
export interface EphemeralKeyOptions extends Shared {
  readonly ephemeralKey: Key;
  readonly apiKey?: never;
  readonly publishableKey?: never;
  readonly clientSecret?: never;
}

/** How to reach Hyperswitch: with one of three keys, each for some of the operations. */
export type HyperswitchOptions = SecretKeyOptions | PublishableKeyOptions | EphemeralKeyOptions;
