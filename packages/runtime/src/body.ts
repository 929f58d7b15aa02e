import type { Bytes } from "./network.ts";
import type { ParameterStyle } from "./operation.ts";
import { Refusal } from "./refusal.ts";
import { encode, scalarText } from "./scalar.ts";
import { nestedPairs, writeStyled } from "./styles.ts";

/** A body as it is sent, and the header that says what it is. */
export interface Encoded {
  readonly content: string | Bytes;
  readonly contentType: string;
}

/** How one member of a form is written. */
export interface PartStyle extends ParameterStyle {
  /** Media type of a part of a multipart form. */
  readonly contentType?: string;
}

/** Encodes a body that is not JSON. It is written out, so that there are bytes to sign and to send again. */
export type BodyEncoder = (
  body: unknown,
  contentType: string,
  encoding?: Readonly<Record<string, PartStyle>>,
) => Promise<Encoded>;

/** Encodes forms, text and bytes. */
export const encodeBody: BodyEncoder = async (body, contentType, encoding) => ({
  content: await encodePlain(body, contentType, encoding),
  contentType,
});

async function encodePlain(
  body: unknown,
  type: string,
  encoding: Readonly<Record<string, PartStyle>> = {},
): Promise<string | Bytes> {
  if (body instanceof URLSearchParams) return body.toString();
  if (/^application\/x-www-form-urlencoded/i.test(type)) {
    return membersOf(body)
      .map(([name, value]) => formMember(name, value, Object.hasOwn(encoding, name) ? encoding[name] : undefined))
      .filter((part) => part !== "")
      .join("&");
  }
  if (body instanceof Blob) return new Uint8Array(await body.arrayBuffer());
  if (body instanceof ArrayBuffer || body instanceof Uint8Array) return new Uint8Array(body);
  return scalarText(body, "body");
}

/** A member in the style that is declared for it; else lists of values repeat the name, and what is deeper nests in brackets. */
function formMember(name: string, value: unknown, style: PartStyle | undefined): string {
  if (value === undefined || value === null) return "";
  if (style) return writeStyled(name, value, style, (item, where) => encode(scalarText(item, where), where));
  const flat = Array.isArray(value) && value.every((item) => typeof item !== "object" || item instanceof Date);
  const pairs = flat ? value.map((item) => [name, scalarText(item, name)] as const) : nestedPairs(name, value);
  return pairs.map(([key, text]) => `${encode(key, "body")}=${encode(text, name)}`).join("&");
}

export function membersOf(body: unknown): [string, unknown][] {
  // A Map, a FormData or a Blob has members that are not its own properties.
  const plain = typeof body === "object" && body !== null && !(Symbol.iterator in body || body instanceof Blob);
  if (!plain) throw new Refusal("the body must be a plain object");
  return Object.entries(body);
}
