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
  declare readonly provider: string;
  declare readonly operation: string | undefined;
  declare readonly method: string | undefined;
  declare readonly path: string | undefined;
  declare readonly cause?: Cause;

  /** `facts`: what the error of a class tells besides. */
  constructor(context: ErrorContext, problem: string, cause?: unknown, facts?: object) {
    const { provider, operation, method, path } = context;
    super(
      `${provider}${operation ? ` ${operation} (${method} ${path})` : ""}: ${problem}`,
      cause ? { cause: reduceCause(cause) } : undefined,
    );
    Object.assign(this, context, facts);
  }

  toJSON(): object {
    const { name, message } = this;
    return Object.assign({ name, message }, this);
  }
}

/** Base of the errors of calls that ended without an answer. */
export abstract class UnansweredError extends SpecieError {
  /** False only when provably nothing reached the provider; otherwise the outcome of the call is unknown. */
  declare readonly sent: boolean;

  constructor(context: ErrorContext, problem: string, sent: boolean, cause?: unknown, facts?: object) {
    super(context, `${problem}; ${sent ? "the outcome is unknown" : "nothing was sent"}`, cause, { sent, ...facts });
  }
}

/** Adds a member that neither JSON nor `util.inspect` shows. */
export function hide<T extends object, K extends string, V>(target: T, name: K, value: V): T & Readonly<Record<K, V>> {
  return Object.defineProperty(target, name, { value }) as T & Readonly<Record<K, V>>;
}
