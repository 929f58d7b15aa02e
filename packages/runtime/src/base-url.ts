import { Refusal } from "./refusal.ts";

/** Plain http only to this machine; no user, query or fragment. */
const BASE_URL = /^(https|http(?=:\/\/(localhost|127(\.\d+){3}|\[::1\])[:/])):\/\/[^/?#@]+\/[^?#]*$/;

/** Checks a base URL and writes it without a trailing slash. Its path is kept. */
export function checkBaseUrl(text: string): string {
  const url = URL.canParse(text) ? new URL(text).href : "";
  if (!BASE_URL.test(url)) {
    throw new Refusal("baseUrl must be https, or http to this machine, without credentials, query or fragment");
  }
  return url.replace(/\/+$/, "");
}
