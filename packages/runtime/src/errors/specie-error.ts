import { type Cause, reduceCause } from "./cause.ts";

/** Which call an error belongs to. `path` is the template, never the address that was called. */
export interface ErrorContext {
  readonly provider: string;
  /** `payments.capture`; undefined for what failed before any call. */
  readonly operation?: string | undefined;
  readonly method?: string | undefined;
  readonly path?: string | undefined;
}

/** The context of an error of a call. */
export interface CallContext extends ErrorContext {
  readonly operation: string;
  readonly method: string;
  readonly path: string;
}

/**
 * Base of every error of a client. Safe to log: no header value, query value or body is in its message, its JSON or
 * what `util.inspect` shows.
 */
export abstract class SpecieError extends Error {
  readonly provider: string;
  readonly operation: string | undefined;
  readonly method: string | undefined;
  readonly path: string | undefined;
  declare readonly cause?: Cause;

  constructor(context: ErrorContext, problem: string, cause?: unknown) {
    const { provider, operation, method, path } = context;
    super(
      `${provider}${operation === undefined ? "" : ` ${operation} (${method} ${path})`}: ${problem}`,
      cause === undefined ? undefined : { cause: reduceCause(cause) },
    );
    this.provider = provider;
    this.operation = operation;
    this.method = method;
    this.path = path;
  }

  toJSON(): object {
    const { name, message } = this;
    return Object.assign({ name, message }, this);
  }
}

/** Base of the errors of calls that ended without an answer. */
export abstract class UnansweredError extends SpecieError {
  /** False only when provably nothing reached the provider; otherwise the outcome of the call is unknown. */
  readonly sent: boolean;

  constructor(context: ErrorContext, problem: string, sent: boolean, cause?: unknown) {
    super(context, `${problem}; ${sent ? "the outcome is unknown" : "nothing was sent"}`, cause);
    this.sent = sent;
  }
}

/** Adds a member that neither JSON nor `util.inspect` shows. */
export function hide<T extends object, K extends string, V>(target: T, name: K, value: V): T & Readonly<Record<K, V>> {
  return Object.defineProperty(target, name, { value }) as T & Readonly<Record<K, V>>;
}
