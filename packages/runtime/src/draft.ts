import { utf8 } from "./encoding.ts";
import type { Bytes } from "./network.ts";

/** A request as it will be sent. */
export interface SignableRequest {
  readonly method: string;
  /** The final address, query included, byte for byte as sent. */
  readonly url: string;
  /** Names in lower case. A signer adds its own here. */
  readonly headers: Record<string, string>;
  /** The exact bytes that are sent; undefined without a body. */
  readonly body: Bytes | undefined;
}

/** Signs a request by setting headers. Called again for every attempt. */
export type Signer = (request: SignableRequest) => void | Promise<void>;

/** A request under construction. */
export interface Draft extends SignableRequest {
  url: string;
  content: string | Bytes | undefined;
}

export function draft(method: string, url: string, headers: Record<string, string>, content: Draft["content"]): Draft {
  return {
    method,
    url,
    headers,
    content,
    /** Encoded when first read, and then sent as it was read. */
    get body() {
      if (typeof this.content === "string") this.content = utf8(this.content);
      return this.content;
    },
  };
}
