import type { RequestHeaders } from "./options.ts";
import { Refusal } from "./refusal.ts";
import { scalarText } from "./scalar.ts";

const NAME = /^[!#$%&'*+.^_`|~\w-]+$/;
const UNSENDABLE = /[^\t\x20-\x7e\x80-\xff]/;
/** They frame the message itself; a wrong one would let a body pass for a second request. */
const FRAMING = /^(connection|content-length|expect|keep-alive|te|trailer|transfer-encoding|upgrade)$/;

/** Copies headers into `target`, with lower-case names. */
export function addHeaders(target: Record<string, string>, headers: RequestHeaders | undefined): void {
  for (const name in headers) {
    const value = headers[name];
    if (value !== undefined) target[name.toLowerCase()] = typeof value === "string" ? value : scalarText(value, name);
  }
}

/** Refuses what could not be sent as one header. Values are never quoted. */
export function checkHeaders(headers: Readonly<Record<string, string>>): void {
  for (const name in headers) {
    const value = headers[name];
    if (!NAME.test(name)) throw new Refusal("a header name holds characters that headers cannot have");
    if (FRAMING.test(name)) throw new Refusal(`header ${name} is set by the network alone`);
    if (typeof value !== "string" || UNSENDABLE.test(value)) {
      throw new Refusal(`header ${name} holds a line break or another character that headers cannot have`);
    }
  }
}
