import type { Signer } from "./draft.ts";
import type { Hooks } from "./hooks.ts";
import type { Fetch } from "./network.ts";

/** Header values by name; undefined is not sent, a list is sent with commas between. */
export type RequestHeaders = Readonly<Record<string, HeaderValue | readonly HeaderValue[] | undefined>>;
export type HeaderValue = string | number | boolean;

/** Options of one call. */
export interface CallOptions {
  readonly query?: object | undefined;
  readonly headers?: RequestHeaders | undefined;
  /** One per money movement. Makes the call safe to resend where the operation declares how it takes a key. */
  readonly idempotencyKey?: string | undefined;
  /** For the whole call, retries included, in milliseconds. Default: 30,000 for reads, 60,000 otherwise. */
  readonly timeoutMs?: number | undefined;
  readonly signal?: AbortSignal | undefined;
  /** How often at most to send again, where that is safe. Default: 2. */
  readonly retries?: number | undefined;
}

/** Options of an operation that has no query beside its arguments and takes no idempotency key. */
export interface PlainOptions {
  readonly query?: never;
  readonly headers?: RequestHeaders | undefined;
  readonly idempotencyKey?: never;
  /** For the whole call, retries included, in milliseconds. Default: 30,000 for reads, 60,000 otherwise. */
  readonly timeoutMs?: number | undefined;
  readonly signal?: AbortSignal | undefined;
  /** How often at most to send again, where that is safe. Default: 2. */
  readonly retries?: number | undefined;
}

/** The arguments of one call. */
export interface CallInput {
  /** Path parameters, in the order of the operation's `params`. */
  readonly params?: readonly unknown[] | undefined;
  readonly query?: object | undefined;
  readonly body?: unknown;
  readonly options?: CallOptions | undefined;
  /** Why this cannot be sent, when the caller of the transport already knows. */
  readonly refuse?: string | undefined;
}

export type SecurityScheme =
  | { readonly type: "basic" }
  | { readonly type: "bearer" }
  | { readonly type: "apiKey"; readonly in: "header" | "query" | "cookie"; readonly name: string }
  /** Only a signer can satisfy it: HTTP signatures, mutual TLS and others. */
  | { readonly type: "signer" };

/** What all operations of a provider share. */
export interface Provider {
  readonly name: string;
  readonly baseUrl: string;
  readonly security: Readonly<Record<string, SecurityScheme>>;
  /** Where error bodies hold the provider's own code, as dotted paths, first match wins. */
  readonly errorCode?: readonly string[];
  /** Response headers that may hold the request id, first match wins. */
  readonly requestId?: readonly string[];
}

/** Text, a user name and password, or a function that is asked for the text at each sending. */
export type Credential =
  | string
  | { readonly username: string; readonly password: string }
  | (() => string | Promise<string>);

/** Options of a client. */
export interface ConnectOptions {
  /** https, or http to this machine. A path in it is kept in front of every operation's path. */
  readonly baseUrl?: string | undefined;
  /** By scheme name. */
  readonly credentials?: Readonly<Record<string, Credential | undefined>> | undefined;
  readonly sign?: Signer | undefined;
  /** Default: the global `fetch`. */
  readonly fetch?: Fetch | undefined;
  /** Sent with every request. */
  readonly headers?: RequestHeaders | undefined;
  readonly timeoutMs?: number | undefined;
  readonly retries?: number | undefined;
  readonly hooks?: Hooks | undefined;
  /** Milliseconds since 1970. */
  readonly clock?: (() => number) | undefined;
  /** Waits between retries; must stop waiting when the signal is aborted. */
  readonly sleep?: ((milliseconds: number, signal: AbortSignal) => Promise<void>) | undefined;
  /** From 0 up to 1, for the jitter of retries. */
  readonly random?: (() => number) | undefined;
}
