import { fromBase64, toBase64 } from "@specie/runtime";
import type { ProviderName } from "../model/provider.ts";

/** A place in a list, opaque for callers: Base64url of `{ p, k, v }`. `k` says what kind of place `v` is. */
export function writeCursor(provider: ProviderName, kind: string, value: string | number): string {
  const json = JSON.stringify({ p: provider, k: kind, v: value });
  return toBase64(json).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

/** The place that a cursor of this provider and kind stands for; undefined for any other text. */
export function readCursor(cursor: string, provider: ProviderName, kind: string): string | number | undefined {
  try {
    const bytes = fromBase64(cursor.replaceAll("-", "+").replaceAll("_", "/"));
    const value: unknown = JSON.parse(new TextDecoder().decode(bytes));
    if (typeof value !== "object" || value === null || !("p" in value && "k" in value && "v" in value))
      return undefined;
    const { p, k, v } = value;
    return p === provider && k === kind && (typeof v === "string" || typeof v === "number") ? v : undefined;
  } catch {
    return undefined;
  }
}
