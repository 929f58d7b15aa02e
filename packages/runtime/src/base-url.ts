import { Refusal } from "./refusal.ts";

/** Checks a base URL and writes it without a trailing slash. Its path is kept. */
export function checkBaseUrl(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const loopback = url?.protocol === "http:" && /^(localhost|127(\.\d+){3}|\[::1\])$/.test(url.hostname);
  if (!url || !(url.protocol === "https:" || loopback) || /[?#]|\/\/[^/]*@/.test(url.href)) {
    throw new Refusal("baseUrl must be https, or http to this machine, without credentials, query or fragment");
  }
  return url.href.replace(/\/+$/, "");
}
