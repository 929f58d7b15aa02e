import type { Json } from "./contract.ts";
import { isList, member } from "./json.ts";

/** One step of a JSON pointer, escaped. */
export function escapeToken(token: string): string {
  return token.includes("~") || token.includes("/") ? token.replaceAll("~", "~0").replaceAll("/", "~1") : token;
}

/** `["paths", "/a"]` → `/paths/~1a`. */
export function formatPointer(tokens: readonly string[]): string {
  return tokens.map((token) => `/${escapeToken(token)}`).join("");
}

/** `/paths/~1a` → `["paths", "/a"]`; the empty pointer is the whole document. */
export function parsePointer(pointer: string): string[] {
  if (pointer === "") return [];
  return pointer
    .slice(1)
    .split("/")
    .map((token) => (token.includes("~") ? token.replaceAll("~1", "/").replaceAll("~0", "~") : token));
}

/** A pointer as the fragment of a URI: what a `$ref` may hold. */
export function fragmentOf(tokens: readonly string[]): string {
  return `#${tokens.map((token) => `/${encodeURIComponent(escapeToken(token))}`).join("")}`;
}

/** The value a pointer names, or undefined when there is none. */
export function valueAt(root: Json, tokens: readonly string[]): Json | undefined {
  let value: Json | undefined = root;
  for (const token of tokens) {
    if (isList(value)) value = /^(0|[1-9]\d*)$/.test(token) ? value[Number(token)] : undefined;
    else value = member(value, token);
    if (value === undefined) return undefined;
  }
  return value;
}
