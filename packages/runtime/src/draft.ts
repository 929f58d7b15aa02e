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
export interface Draft {
  readonly method: string;
  url: string;
  readonly headers: Record<string, string>;
  content: string | Bytes | undefined;
}

/** Signs a draft; what it signs is then what is sent. */
export function signed(draft: Draft, sign: Signer | undefined): void | Promise<void> {
  if (!sign) return;
  const { content, ...request } = draft;
  const body = typeof content === "string" ? utf8(content) : content;
  draft.content = body;
  return sign({ ...request, body });
}
