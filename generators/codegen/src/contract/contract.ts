/** A JSON value, as documents are made of. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: Json | undefined;
}

export type HttpMethod = "GET" | "PUT" | "POST" | "DELETE" | "OPTIONS" | "HEAD" | "PATCH" | "TRACE";

/**
 * The one model that everything after loading reads: a bundled OpenAPI 3.1 document (every `$ref` starts with `#/`)
 * and, beside it, what a client needs to know of each operation.
 */
export interface Contract {
  /** Short name: `razorpay`. Lower-case letters, digits and dashes. */
  readonly name: string;
  /** npm name of the package to emit: `@specie/razorpay`. */
  readonly packageName: string;
  readonly title: string;
  readonly version: string;
  readonly description: string | undefined;
  readonly document: JsonObject;
  /** Base URLs by environment, the default one first: `{ production: "https://api.razorpay.com" }`. */
  readonly environments: Readonly<Record<string, string>>;
  /** The environments whose address has variables, by name. */
  readonly servers: Readonly<Record<string, Server>>;
  readonly securitySchemes: Readonly<Record<string, SecurityScheme>>;
  readonly operations: readonly Operation[];
  readonly webhooks: readonly Webhook[];
  /** Where error bodies keep the provider's own code, as dotted paths, first match wins: `error.code`. */
  readonly errorCode: readonly string[];
  /** Response headers that may carry the provider's request id, lower case, first match wins. */
  readonly requestId: readonly string[];
  /** Are schemas to be emitted that check requests and answers at run time? */
  readonly schemas: boolean;
  /** What was repaired or is worth knowing; errors never get this far. */
  readonly findings: readonly Finding[];
}

/** A base URL with variables: `https://{region}.acme.example`. */
export interface Server {
  readonly url: string;
  readonly variables: Readonly<Record<string, ServerVariable>>;
}

export interface ServerVariable {
  readonly default: string;
  /** The values that it may have; `undefined`: any. */
  readonly enum: readonly string[] | undefined;
  readonly description: string | undefined;
}

export type SecurityScheme =
  | { readonly type: "basic" }
  | { readonly type: "bearer" }
  | { readonly type: "apiKey"; readonly in: "header" | "query" | "cookie"; readonly name: string }
  /** Mutual TLS, HTTP signatures and others: only a signer of the caller's can satisfy these. */
  | { readonly type: "signer" };

export interface Operation {
  /** `createPayment`: a function name, unique in the contract. Its capitalised form is the stem of the type aliases. */
  readonly flatName: string;
  /** `["payments", "create"]`; one element for an operation without a group. */
  readonly groupedName: readonly string[];
  readonly method: HttpMethod;
  /** Path template as in the document: `/v1/payments/{id}/capture`. */
  readonly path: string;
  /** Where it goes, when that is not the default environment: `https://files.acme.example`. */
  readonly server: string | undefined;
  /** JSON pointer of the operation object in the bundled document. */
  readonly pointer: string;
  readonly operationId: string;
  readonly summary: string | undefined;
  readonly description: string | undefined;
  readonly deprecated: boolean;
  readonly externalDocs: string | undefined;
  /** Path parameters in the order of the template. */
  readonly pathParameters: readonly Parameter[];
  readonly queryParameters: readonly Parameter[];
  /** Declared headers, without Accept, Content-Type, Authorization and those that security schemes set. */
  readonly headerParameters: readonly Parameter[];
  readonly cookieParameters: readonly Parameter[];
  readonly body: Body | undefined;
  /** Declared answers in document order: `"200"`, `"4XX"`, `"default"`. */
  readonly responses: readonly Response[];
  /** What is asked for when the answer should not be JSON, as an `Accept` header. */
  readonly accept: string | undefined;
  /** Alternatives, each a set of scheme names; `[]` alone means that no credential is needed. */
  readonly security: readonly (readonly string[])[];
  /** OAuth2 scopes and OpenID claims, in the document's order. */
  readonly scopes: readonly string[];
  readonly links: readonly Link[];
  /** `safe`: resend after any failure; `throttled`: after a 429 too; `never`: only when provably nothing was sent. */
  readonly resend: "safe" | "throttled" | "never";
  readonly idempotency: Idempotency | undefined;
  readonly pagination: Pagination | undefined;
}

/** What can be called next with what was answered. */
export interface Link {
  readonly name: string;
  readonly description: string | undefined;
  /** `operationId` of the operation that it leads to. */
  readonly operationId: string;
  /** Parameters, and the expressions that give them: `{ id: "$response.body#/id" }`. */
  readonly parameters: Readonly<Record<string, string>>;
}

export interface Parameter {
  readonly name: string;
  readonly required: boolean;
  readonly deprecated: boolean;
  readonly description: string | undefined;
  readonly schema: Json;
  /** OpenAPI's style and explode, with the defaults of the parameter's place filled in. */
  readonly style: "form" | "simple" | "spaceDelimited" | "pipeDelimited" | "deepObject" | "label" | "matrix";
  readonly explode: boolean;
  readonly allowReserved: boolean;
  /** `content: application/json` parameters are sent as JSON text. */
  readonly json: boolean;
  /** For documentation; undefined where the document has none. */
  readonly example?: Json | undefined;
}

export interface Body {
  readonly required: boolean;
  readonly description: string | undefined;
  /** The media type that the client sends: JSON where there is a choice. */
  readonly contentType: string;
  readonly schema: Json;
  /** How members of a form are written, where the document says so. */
  readonly encoding: Readonly<Record<string, Encoding>>;
}

export interface Encoding {
  readonly style?: Parameter["style"];
  readonly explode?: boolean;
  readonly allowReserved?: boolean;
  readonly contentType?: string;
}

export interface Response {
  readonly status: string;
  readonly description: string | undefined;
  /** `undefined`: no body is declared. */
  readonly contentType: string | undefined;
  readonly schema: Json | undefined;
  /** What the body is for a client: `events` and `lines` are streams of JSON values, `chunks` one of bytes. */
  readonly kind: "none" | "json" | "text" | "bytes" | "events" | "lines" | "chunks";
}

/** A webhook, or a callback of an operation. */
export interface Webhook {
  readonly name: string;
  readonly summary: string | undefined;
  readonly description: string | undefined;
  readonly schema: Json;
}

export type Idempotency =
  /** The key goes into this header as it is. */
  | { readonly header: string }
  /** An id derived from the key goes into this body field, unless the caller set it; `with` are fields set beside it. */
  | { readonly body: string; readonly prefix: string; readonly with: JsonObject };

export type Pagination =
  /** `next`: dotted path of the next cursor in the answer, or `last`: field of the last item that is the cursor. */
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
  /** Stops at `total`, a dotted path in the answer. */
  | {
      readonly style: "offset";
      readonly offset: string;
      readonly total: string;
      readonly items: string;
      readonly limit: string;
      readonly size: number;
    }
  /** Pages by number. `more`: dotted path of what is true while there are more; without it a short page is the last. */
  | {
      readonly style: "page";
      readonly page: string;
      readonly first: number;
      readonly more?: string;
      readonly items: string;
      readonly limit?: string;
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

/** Something found in a document: what, where, what to do. */
export interface Finding {
  /** Kebab-case name of the rule: `duplicate-operation-id`. */
  readonly rule: string;
  /** An error stops generation; a repair says what was done instead. */
  readonly severity: "error" | "repaired";
  readonly message: string;
  readonly file: string;
  /** 1-based; undefined when the place is not in a file (a URL's answer that was upgraded, say). */
  readonly line: number | undefined;
}
