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
