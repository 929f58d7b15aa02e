import type { ResponseHeaders } from "./network.ts";

/** What every event tells. Frozen copies: nothing in them reaches the request. */
export interface HookEvent {
  readonly provider: string;
  readonly operation: string;
  readonly method: string;
  /** Path template. */
  readonly path: string;
  /** Counted from 1. */
  readonly attempt: number;
}

export interface RequestEvent extends HookEvent {
  /** With the names of the query's parameters and without their values. */
  readonly url: string;
  /** Values outside a short list of harmless headers read `[redacted]`. */
  readonly headers: Readonly<Record<string, string>>;
}

/** After every attempt, answered or not. */
export interface ResponseEvent extends HookEvent {
  /** HTTP status; undefined without an answer. */
  readonly status: number | undefined;
  readonly requestId: string | undefined;
  /** The harmless ones that the answer has. */
  readonly headers: Readonly<Record<string, string>>;
  readonly durationMs: number;
  /** Name of the error that ended the attempt. */
  readonly error: string | undefined;
}

export interface RetryEvent extends HookEvent {
  readonly delayMs: number;
  /** `HTTP 429`, `ECONNREFUSED`, `NetworkError`. */
  readonly reason: string;
}

/** Observers, for logs and traces. What they throw is ignored. */
export interface Hooks {
  readonly onRequest?: ((event: RequestEvent) => void) | undefined;
  readonly onResponse?: ((event: ResponseEvent) => void) | undefined;
  readonly onRetry?: ((event: RetryEvent) => void) | undefined;
}

const HARMLESS = ["accept", "content-length", "content-type", "date", "retry-after", "user-agent"];

/** Calls a hook; whatever it throws or rejects with, the call goes on. */
export function notify<E>(hook: ((event: E) => unknown) | undefined, event: () => E): void {
  if (hook === undefined) return;
  try {
    const done = hook(Object.freeze(event()));
    if (done instanceof Promise) done.catch(() => undefined);
  } catch {
    // An observer must not change the outcome of a payment.
  }
}

/** Request headers with their values hidden, unless they are harmless. */
export function redactHeaders(headers: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const shown = ([name, value]: [string, string]) => [
    name,
    HARMLESS.includes(name.toLowerCase()) ? value : "[redacted]",
  ];
  return Object.freeze(Object.fromEntries(Object.entries(headers).map(shown)));
}

/** The harmless response headers. */
export function harmlessHeaders(headers: ResponseHeaders | undefined): Readonly<Record<string, string>> {
  return Object.freeze(
    Object.fromEntries(
      HARMLESS.flatMap((name) => {
        const value = headers?.get(name) ?? undefined;
        return value === undefined ? [] : [[name, value]];
      }),
    ),
  );
}

/** The address without the values of its query. */
export function redactUrl(url: string): string {
  return url.replace(/=[^&]*/g, (value, index: number) =>
    index > url.indexOf("?") && url.includes("?") ? "=" : value,
  );
}
