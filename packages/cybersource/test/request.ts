import type { SignableRequest } from "@specie/runtime";

/** A request as the runtime hands it to a signer. */
export function request(method: string, url: string, body?: string): SignableRequest {
  return { method, url, headers: {}, body: body === undefined ? undefined : new TextEncoder().encode(body) };
}

/** The value of a part of a signature header. */
export function partOf(header: string | undefined, name: string): string | undefined {
  return new RegExp(`${name}="([^"]*)"`).exec(header ?? "")?.[1];
}
