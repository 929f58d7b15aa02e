import { Refusal } from "./refusal.ts";

const LOOPBACK = /^(localhost|127(\.\d+){3}|\[::1\])$/;

/** Checks a base URL and writes it without a trailing slash. Its path is kept. */
export function checkBaseUrl(text: string): string {
  let url: URL;
  try {
    url = new URL(text);
  } catch {
    throw new Refusal("baseUrl is not a URL; give one like https://api.example.com");
  }
  if (url.protocol !== "https:" && !(url.protocol === "http:" && LOOPBACK.test(url.hostname))) {
    throw new Refusal("baseUrl must be https, or http to localhost, 127.0.0.1 or [::1]");
  }
  if (url.username || url.password) throw new Refusal("baseUrl must not hold credentials; use the client's options");
  if (url.href.includes("?") || url.href.includes("#"))
    throw new Refusal("baseUrl must not have a query or a fragment");
  return url.href.replace(/\/+$/, "");
}
