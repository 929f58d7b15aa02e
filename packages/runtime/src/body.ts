import type { Bytes } from "./network.ts";
import { nestedPairs } from "./query.ts";
import { Refusal } from "./refusal.ts";
import { checkNumber, encode, scalarText } from "./scalar.ts";

/** A body as it is sent. Without a type, the network sets it (a form's boundary). */
export interface Payload {
  readonly content: string | Bytes | FormData;
  readonly type: string | undefined;
}

/** Encodes a body for its declared media type. Undefined stays unsent. */
export function encodeBody(body: unknown, type = "application/json"): Payload | undefined {
  if (body === undefined) return undefined;
  if (/[/+]json\b/i.test(type)) return { content: json(body), type };
  if (body instanceof FormData) return { content: body, type: undefined };
  if (/^multipart\//i.test(type)) return { content: form(body), type: undefined };
  if (/^application\/x-www-form-urlencoded/i.test(type)) return { content: urlEncoded(body), type };
  if (body instanceof ArrayBuffer) return { content: new Uint8Array(body), type };
  if (body instanceof Uint8Array) return { content: new Uint8Array(body), type };
  return { content: scalarText(body, "the body"), type };
}

function json(body: unknown): string {
  let text: string | undefined;
  try {
    checkNumbers(body, "body");
    text = JSON.stringify(body);
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal("the body is circular, nested too deep or has a toJSON that failed");
  }
  if (text === undefined) throw new Refusal("the body is not JSON");
  return text;
}

/** JSON.stringify writes NaN as null and has no word for a bigint; a payment must not. */
function checkNumbers(value: unknown, place: string): void {
  if (typeof value === "number") checkNumber(value, place);
  else if (typeof value === "bigint") throw new Refusal(`${place} is a bigint, which JSON cannot write; use text`);
  else if (Array.isArray(value))
    for (let index = 0; index < value.length; index++) checkNumbers(value[index], `${place}[${index}]`);
  else if (typeof value === "object" && value !== null) {
    if ("toJSON" in value && typeof value.toJSON === "function") checkNumbers(value.toJSON(""), place);
    else
      for (const [name, member] of Object.entries(value))
        if (typeof member !== "string") checkNumbers(member, `${place}.${name}`);
  }
}

function members(body: unknown): [string, unknown][] {
  if (typeof body !== "object" || body === null || Array.isArray(body)) throw new Refusal("the body must be an object");
  return Object.entries(body);
}

function urlEncoded(body: unknown): string {
  if (body instanceof URLSearchParams) return body.toString();
  return members(body)
    .flatMap(([name, value]) => nestedPairs(name, value, `body.${name}`))
    .map(([name, value]) => `${encode(name, "the body")}=${encode(value, `body.${name}`)}`)
    .join("&");
}

function form(body: unknown): FormData {
  const data = new FormData();
  for (const [name, value] of members(body)) {
    for (const item of Array.isArray(value) ? value : [value]) {
      if (item === undefined || item === null) continue;
      if (item instanceof Blob) data.append(name, item);
      else if (item instanceof Uint8Array) data.append(name, new Blob([new Uint8Array(item)]));
      else if (typeof item === "object" && !(item instanceof Date)) {
        data.append(name, new Blob([json(item)], { type: "application/json" }));
      } else data.append(name, scalarText(item, `body.${name}`));
    }
  }
  return data;
}
