import { writeJson } from "./json.ts";
import type { Bytes } from "./network.ts";
import { Refusal } from "./refusal.ts";
import { encode, scalarText } from "./scalar.ts";
import { nestedPairs } from "./styles.ts";

/** A body as it is sent, and the header that says what it is. */
export interface Encoded {
  readonly content: string | Bytes;
  readonly contentType: string;
}

/** Encodes a body that is not JSON. A form is written out, so that there are bytes to sign and to send again. */
export async function encodeBody(body: unknown, contentType: string): Promise<Encoded> {
  if (!(body instanceof FormData || /^multipart\//i.test(contentType))) {
    return { content: await encodePlain(body, contentType), contentType };
  }
  const written = new Response(body instanceof FormData ? body : form(body));
  // The platform chooses the boundary, and names it in the type.
  const boundary = written.headers.get("content-type") ?? contentType;
  return { content: new Uint8Array(await written.arrayBuffer()), contentType: boundary };
}

async function encodePlain(body: unknown, type: string): Promise<string | Bytes> {
  if (body instanceof URLSearchParams) return body.toString();
  if (/^application\/x-www-form-urlencoded/i.test(type)) {
    return members(body)
      .flatMap(([name, value]) => nestedPairs(name, value))
      .map(([name, value]) => `${encode(name, "body")}=${encode(value, name)}`)
      .join("&");
  }
  if (body instanceof Blob) return new Uint8Array(await body.arrayBuffer());
  if (body instanceof ArrayBuffer || body instanceof Uint8Array) return new Uint8Array(body);
  return scalarText(body, "body");
}

function members(body: unknown): [string, unknown][] {
  if (typeof body !== "object" || body === null || Array.isArray(body)) throw new Refusal("the body must be an object");
  return Object.entries(body);
}

function form(body: unknown): FormData {
  const data = new FormData();
  for (const [name, value] of members(body)) {
    for (const item of Array.isArray(value) ? value : [value]) {
      if (item === undefined || item === null) continue;
      if (item instanceof Blob) data.append(name, item);
      else if (item instanceof Uint8Array) data.append(name, new Blob([new Uint8Array(item)]));
      else if (typeof item === "object" && !(item instanceof Date)) {
        data.append(name, new Blob([writeJson(item)], { type: "application/json" }));
      } else data.append(name, scalarText(item, name));
    }
  }
  return data;
}
