import { type SignableRequest, sha256, toBase64 } from "@specie/runtime";

/** What both ways of signing say about a request. */
export interface Described {
  /** Lower case. */
  readonly method: string;
  /** Host name, without a port. */
  readonly host: string;
  /** Path and query, byte for byte as sent. */
  readonly resource: string;
  /** Base64 of the SHA-256 of the exact body bytes; undefined where the method has none. */
  readonly digest: string | undefined;
}

/** Reads off a request what is signed. `host` stands in where a proxy is called instead of CyberSource. */
export async function describe(request: SignableRequest, host: string | undefined): Promise<Described> {
  const { url } = request;
  const method = request.method.toLowerCase();
  const start = url.indexOf("/", url.indexOf("//") + 2);
  return {
    method,
    host: host ?? new URL(url).hostname,
    resource: start === -1 ? "/" : url.slice(start),
    // A DELETE has no digest, even with a body.
    digest: /^(post|put|patch)$/.test(method) ? toBase64(await sha256(request.body ?? "")) : undefined,
  };
}
