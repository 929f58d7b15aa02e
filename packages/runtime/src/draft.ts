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
export class Draft implements SignableRequest {
  readonly method: string;
  url: string;
  readonly headers: Record<string, string>;
  content: string | Bytes | FormData | undefined;

  constructor(method: string, url: string, headers: Record<string, string>, content: Draft["content"]) {
    this.method = method;
    this.url = url;
    this.headers = headers;
    this.content = content;
  }

  /** Encoded when first read, and then sent as it was read. */
  get body(): Bytes | undefined {
    if (typeof this.content === "string") this.content = utf8(this.content);
    return this.content instanceof Uint8Array ? this.content : undefined;
  }

  /** Only a form that is written out has bytes to sign; its boundary is part of its type. */
  async writeForm(): Promise<void> {
    if (typeof this.content !== "object" || this.content instanceof Uint8Array) return;
    const written = new Response(this.content);
    this.headers["content-type"] = written.headers.get("content-type") ?? "";
    this.content = new Uint8Array(await written.arrayBuffer());
  }
}
