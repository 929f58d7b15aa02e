import type { BodyEncoder, PartStyle } from "./body.ts";
import type { Job } from "./job.ts";
import type { FetchResponse } from "./network.ts";
import type { ownHeaders } from "./own-headers.ts";
import type { Pager } from "./pages.ts";
import type { writeStyled } from "./styles.ts";

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

/** Reads an answer's body that is neither JSON nor text. */
export type BodyReader = (job: Job, response: FetchResponse) => unknown;

/** Puts an idempotency key into a request. Gives the body to send; a promise of it only where it has to be waited for. */
export type KeyTaker = (key: string, how: Idempotency, body: unknown, headers: Record<string, string>) => unknown;

/** How an operation takes an idempotency key. `take` is `keyInHeader` or `keyInBody`: a bundle holds only what it uses. */
export interface Idempotency {
  readonly take: KeyTaker;
  /** The header that the key is sent in. */
  readonly header?: string;
  /** The body field that an id derived from the key goes into, unless the caller set it. */
  readonly body?: string;
  /** What that id starts with. */
  readonly prefix?: string;
  /** Fields beside it. */
  readonly with?: Readonly<Record<string, unknown>>;
}

/**
 * How an operation is paged. All names of answer members are dotted paths; `items: ""` is the answer itself. `pages` is
 * `byCursor`, `byOffset`, `bySkip` or `byPage`: a bundle holds only the one that it uses.
 */
export interface Pagination {
  readonly pages: Pager;
  readonly items: string;
  /** Name of the argument that limits a page, and the provider's default for it. */
  readonly limit?: string;
  readonly size: number;
  /** Cursor: the argument; where the answer holds the next one, or the member of the last item that is it; `more`. */
  readonly cursor?: string;
  readonly next?: string;
  readonly last?: string;
  readonly more?: string;
  /** Offset and skip: the argument; for offset also where the answer holds the total. */
  readonly offset?: string;
  readonly total?: string;
  /** Page: the argument, and the number of the first page. */
  readonly page?: string;
  readonly first?: number;
}

/** What the transport knows of an operation. `T` (what `await` gives) and `R` (what `.result()` gives) are types only. */
export interface Operation<T = unknown, R = unknown> {
  /** `payments.capture`: appears in errors and hooks. */
  readonly name: string;
  readonly method: HttpMethod;
  /** Path template: `/v1/payments/{id}/capture`. */
  readonly path: string;
  /** Where it goes in place of the provider's own base URL: `https://files.acme.example`. */
  readonly server?: string;
  /** Names of the path parameters, in the order in which they are given. Absent: the order of the template. */
  readonly params?: readonly string[];
  /** Path parameters with a style. Without an entry only text and numbers are taken, and written as one segment. */
  readonly pathStyles?: Readonly<Record<string, ParameterStyle>>;
  /** Query parameters that are not `form` with `explode`. */
  readonly queryStyles?: Readonly<Record<string, ParameterStyle>>;
  /** The runtime's `writeStyled`, where there are styles: what an operation does not need is not bundled with it. */
  readonly writeStyled?: typeof writeStyled;
  /** Media type of the body. Absent: `application/json`. */
  readonly contentType?: string;
  /** The runtime's `encodeBody` or `encodeMultipart`, where the body is not JSON: without it, it is. */
  readonly encodeBody?: BodyEncoder;
  /** How members of a form are written, where OpenAPI's defaults are not meant. */
  readonly encoding?: Readonly<Record<string, PartStyle>>;
  /** The `Accept` header, where the answer should not be JSON. */
  readonly accept?: string;
  /** Cookie parameters, which the options hold under `cookies`. */
  readonly cookies?: readonly string[];
  /** The runtime's `ownHeaders`, where there is an `accept` or there are cookies. */
  readonly ownHeaders?: typeof ownHeaders;
  readonly takesBody?: boolean;
  /** Without a body: a query stands between the path parameters and the options. */
  readonly takesQuery?: boolean;
  /** Declared statuses: `200`, `400`, `"4XX"`, `"default"`. */
  readonly statuses: readonly (number | string)[];
  /**
   * By status, where the answer is not JSON. `none`: no body is declared; elsewhere a missing one is an error. Bytes and
   * streams are read by the runtime's `readBytes`, `readChunks`, `readLines`, `readEvents` or `readTextEvents`.
   */
  readonly bodies?: Readonly<Record<string, "text" | "none" | BodyReader>>;
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
