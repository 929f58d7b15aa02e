export type HttpMethod = "GET" | "PUT" | "POST" | "DELETE" | "OPTIONS" | "HEAD" | "PATCH" | "TRACE";

/** How one parameter is written, in OpenAPI's words. Path: `simple`, `label`, `matrix`; query: the others. */
export interface ParameterStyle {
  readonly style?: "form" | "simple" | "spaceDelimited" | "pipeDelimited" | "deepObject" | "label" | "matrix";
  /** Default: true for `form`, false for the others. */
  readonly explode?: boolean;
  /** Leaves `: / ? @ ! $ ( ) * , ;` as they are; what would end or split the value is still encoded. */
  readonly allowReserved?: boolean;
  /** The value is sent as JSON text. */
  readonly json?: boolean;
}

/**
 * Where an answer holds declared integers. `1`: here. An object: by member name, `"*"` for any other member and for
 * array elements. A function: a named schema, lazy so that it may contain itself. An array: alternatives.
 */
export type Shape = 1 | { readonly [member: string]: Shape } | (() => Shape) | readonly Shape[];

/** How an operation takes an idempotency key. */
export type Idempotency =
  /** The key is sent in this header as it is. */
  | { readonly header: string }
  /** An id derived from the key goes into this body field, unless the caller set it; `with` are fields beside it. */
  | { readonly body: string; readonly prefix?: string; readonly with?: Readonly<Record<string, unknown>> };

/** How an operation is paged. All names of answer members are dotted paths; `items: ""` is the answer itself. */
export type Pagination =
  /** `next`: where the answer holds the next cursor, or `last`: the member of the last item that is the cursor. */
  | {
      readonly style: "cursor";
      readonly cursor: string;
      readonly next?: string;
      readonly last?: string;
      readonly more?: string;
      readonly items: string;
      readonly limit?: string;
      readonly size: number;
    }
  /** Stops at `total`. */
  | {
      readonly style: "offset";
      readonly offset: string;
      readonly total: string;
      readonly items: string;
      readonly limit: string;
      readonly size: number;
    }
  /** No total: stops at a page that is shorter than its limit. */
  | {
      readonly style: "skip";
      readonly offset: string;
      readonly items: string;
      readonly limit: string;
      readonly size: number;
    };

/** What the transport knows of an operation. `T` (what `await` gives) and `R` (what `.result()` gives) are types only. */
export interface Operation<T = unknown, R = unknown> {
  /** `payments.capture`: appears in errors and hooks. */
  readonly name: string;
  readonly method: HttpMethod;
  /** Path template: `/v1/payments/{id}/capture`. */
  readonly path: string;
  /** Names of the path parameters, in the order in which they are given. Absent: the order of the template. */
  readonly params?: readonly string[];
  /** Path parameters with a style. Without an entry only text and numbers are taken, and written as one segment. */
  readonly pathStyles?: Readonly<Record<string, ParameterStyle>>;
  /** Query parameters that are not `form` with `explode`. */
  readonly queryStyles?: Readonly<Record<string, ParameterStyle>>;
  /** Media type of the body. Absent: `application/json`. */
  readonly contentType?: string;
  readonly takesBody?: boolean;
  /** Declared statuses: `200`, `400`, `"4XX"`, `"default"`. */
  readonly statuses: readonly (number | string)[];
  /** By status: `text` and `bytes` are not JSON; `json` says that an answer without a body is an error. */
  readonly bodies?: Readonly<Record<string, "text" | "bytes" | "json">>;
  /** Alternatives, each a list of scheme names that are needed together. Absent: none is needed. */
  readonly security?: readonly (readonly string[])[];
  /** `safe`: after any failure; `throttled`: after a 429; absent: only when provably nothing was sent. */
  readonly resend?: "safe" | "throttled";
  readonly idempotency?: Idempotency;
  /** By status. */
  readonly integers?: Readonly<Record<string, Shape>>;
  readonly "~types"?: readonly [T, R];
}

/** An operation that answers with a page of items of type `I`. */
export interface PagedOperation<T = unknown, R = unknown, I = unknown> extends Operation<T, R> {
  readonly pagination: Pagination;
  readonly "~item"?: I;
}
