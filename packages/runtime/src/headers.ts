import type { RequestHeaders } from "./options.ts";
import { Refusal } from "./refusal.ts";

/** The framing ones are the network's own; a wrong one would let a body pass for a second request. */
const NAME =
  /^(?!(connection|content-length|expect|keep-alive|te|trailer|transfer-encoding|upgrade)$)[!#$%&'*+.^_`|~\w-]+$/i;

/** Copies headers into `target`, with lower-case names. */
export function addHeaders(target: Record<string, string>, headers: RequestHeaders | undefined): void {
  if (headers)
    for (const [name, value] of Object.entries(headers)) {
      if (value !== undefined) target[name.toLowerCase()] = String(value);
    }
}

/** Refuses what could not be sent as one header. Values are never quoted. */
export function checkHeaders(
  headers: Readonly<Record<string, string>>,
  checked: Readonly<Record<string, string>> = {},
): void {
  for (const name in headers) {
    if (headers[name] === checked[name]) continue;
    const known = NAME.test(name);
    if (!known || /[^\t\x20-\x7e\x80-\xff]/.test(headers[name] ?? "")) {
      throw new Refusal(`${known ? `the value of header ${name}` : "a header's name"} cannot be sent`);
    }
  }
}
