/** Bytes over a plain ArrayBuffer, as `fetch` wants them (the type differs between TypeScript versions). */
export type Bytes = ReturnType<InstanceType<typeof TextEncoder>["encode"]>;

/** What operations declare as `format: binary`: give either; answers are `Uint8Array`. */
export type Binary = Blob | Uint8Array;

/** Response headers: names are case-insensitive. */
export interface ResponseHeaders {
  get(name: string): string | null;
}

/** What the runtime asks of the network. Names of headers are lower case. */
export interface FetchInit {
  readonly method: string;
  readonly headers: Record<string, string>;
  readonly body?: string | Bytes;
  /** Aborted when the call ends before its answer. */
  readonly signal?: AbortSignal;
  /** Takes what is called then, in place of a signal; undefined takes it back. */
  readonly onStop?: (stop: (() => void) | undefined) => void;
  readonly redirect: "manual";
}

/** What the runtime reads of an answer: a small part of the web's `Response`. */
export interface FetchResponse {
  readonly status: number;
  readonly headers: ResponseHeaders;
  text(): Promise<string>;
  arrayBuffer(): Promise<ArrayBuffer>;
  /** The body as it comes, for answers that are declared as streams; without it they are read whole first. */
  readonly body?: ByteStream | null;
}

/** The part of the web's `ReadableStream` that is used. */
export interface ByteStream {
  getReader(): {
    read(): Promise<{ readonly done: boolean; readonly value?: Uint8Array | undefined }>;
    cancel(): Promise<void>;
  };
}

/** The network, as one function. The global `fetch` fits as it is; so does `nodeFetch()` of `@specie/runtime/node`. */
export interface Fetch {
  (url: string, init: FetchInit): Promise<FetchResponse>;
  /** It is given `onStop` and no `signal`, which costs more than all else that is done for a call. */
  readonly takesOnStop?: boolean;
}
