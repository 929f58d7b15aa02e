/**
 * The words of a name in whatever spelling: `getHTTPStatus`, `get_http-status` and `Get HTTP status` give
 * `get`, `http`, `status`. Only ASCII letters and digits are kept, accents are taken off.
 */
export function wordsOf(text: string): string[] {
  const plain = text
    .slice(0, 500)
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "");
  const found = plain
    .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
    .replace(/([A-Z]+)([A-Z][a-z])/g, "$1 $2")
    .match(/[A-Za-z0-9]+/g);
  return (found ?? []).map((word) => word.toLowerCase());
}

/** `["get", "http", "status"]` → `getHttpStatus`; a name that would start with a digit gets `prefix` before it. */
export function camelCase(words: readonly string[], prefix = "n"): string {
  const joined = words.map((word, index) => (index === 0 ? word : capitalise(word))).join("");
  return (/^[0-9]/.test(joined) ? `${prefix}${joined}` : joined).slice(0, 90);
}

function capitalise(word: string): string {
  return `${word.charAt(0).toUpperCase()}${word.slice(1)}`;
}
