import type { AbortedError, ApiError, DecodeError, NetworkError, RequestError, TimeoutError } from "./errors/index.ts";
import type { ResponseHeaders } from "./network.ts";

/** A declared 2xx answer. `S` is the status as declared, so a result is told apart by `status`. */
export interface Success<S extends number | string, T> {
  readonly status: S;
  readonly ok: true;
  readonly httpStatus: number;
  readonly data: T;
  readonly headers: ResponseHeaders;
  readonly requestId: string | undefined;
  readonly error: undefined;
}

/** A declared answer that is not 2xx. `data` is undefined when the answer had no body. */
export interface Failure<S extends number | string, T> {
  readonly status: S;
  readonly ok: false;
  readonly httpStatus: number;
  readonly data: T;
  readonly headers: ResponseHeaders;
  readonly requestId: string | undefined;
  /** What `await` throws. */
  readonly error: ApiError<T>;
}

/** An answer that the contract does not declare, or an error answer that is not JSON (`data` is then its text). */
export type Undeclared = Success<"default", unknown> | Failure<"default", unknown>;

interface NoAnswer<S extends string, E> {
  readonly status: S;
  readonly ok: false;
  /** False only when provably nothing reached the provider; true: the outcome is unknown. */
  readonly sent: boolean;
  /** What `await` throws. */
  readonly error: E;
  readonly data: undefined;
}

/** The connection failed or broke, or the answer was a redirect. */
export type Disconnected = NoAnswer<"network", NetworkError>;
export type TimedOut = NoAnswer<"timeout", TimeoutError>;
export type Aborted = NoAnswer<"aborted", AbortedError>;
/** Refused on this machine: nothing was sent. */
export type Refused = NoAnswer<"refused", RequestError>;
/** There was an answer that cannot be understood: not JSON, or an integer that a number cannot hold. */
export interface Undecodable extends NoAnswer<"decode", DecodeError> {
  readonly httpStatus: number;
  readonly headers: ResponseHeaders;
  readonly requestId: string | undefined;
  /** The answer as it came. */
  readonly text: string;
}

/** Every way in which a call ends without an answer that can be used. */
export type Unanswered = Disconnected | TimedOut | Aborted | Refused | Undecodable;

/** Any result, its types not known. */
export type AnyResult = Success<number | string, unknown> | Failure<number | string, unknown> | Unanswered;

/** An HTTP answer as it came. */
export interface Answer {
  readonly status: number;
  readonly headers: ResponseHeaders;
  readonly requestId: string | undefined;
  /** The body, as text; hidden from logs. */
  readonly text: string;
}
