/** What every event tells: facts, never headers, query values or bodies. Copies: nothing in them reaches the request. */
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
  /** Without its query. */
  readonly url: string;
}

/** After every attempt, answered or not. */
export interface ResponseEvent extends HookEvent {
  /** HTTP status; undefined without an answer. */
  readonly status: number | undefined;
  readonly requestId: string | undefined;
  readonly durationMs: number;
  /** Name of the error that ended the attempt. */
  readonly error: string | undefined;
}

export interface RetryEvent extends HookEvent {
  readonly delayMs: number;
  /** `HTTP 429`, `ECONNREFUSED`, `NetworkError`. */
  readonly reason: string;
}

/** What each hook is told. */
export interface HookEvents {
  /** Before every attempt. */
  readonly onRequest: RequestEvent;
  /** After every attempt, answered or not. */
  readonly onResponse: ResponseEvent;
  /** Before the pause that comes before another attempt. */
  readonly onRetry: RetryEvent;
}

/** Observers, for logs and traces. What they throw is ignored. */
export type Hooks = { readonly [K in keyof HookEvents]?: ((event: HookEvents[K]) => void) | undefined };
