/** Words of a pointer that say where something stands, not what it is. */
const structural = new Set([
  "paths",
  "components",
  "schemas",
  "definitions",
  "properties",
  "content",
  "schema",
  "items",
  "responses",
  "parameters",
  "requestBody",
  "requestBodies",
  "headers",
  "examples",
  "allOf",
  "anyOf",
  "oneOf",
  "$defs",
  "additionalProperties",
]);

/** Names for the reusable objects of one section: unique, and made of characters that every tool accepts in a `$ref`. */
export interface NameRegistry {
  /** The name for a wanted one; the same wanted name asked for twice gets a number. */
  take(wanted: string): string;
}

export function createNameRegistry(): NameRegistry {
  const taken = new Set<string>();
  return {
    take(wanted) {
      const base = safeName(wanted);
      let name = base;
      for (let number = 2; taken.has(name); number += 1) name = `${base}_${number}`;
      taken.add(name);
      return name;
    },
  };
}

/** `Page«Order»` → `Page_Order`; OpenAPI allows letters, digits, dot, dash and underscore. */
export function safeName(wanted: string): string {
  if (/^[A-Za-z0-9][A-Za-z0-9._-]{0,199}$/.test(wanted)) return wanted;
  const name = wanted
    .normalize("NFKD")
    .replace(/[^A-Za-z0-9._-]+/g, "_")
    .replace(/^[._-]+|_+$/g, "")
    .slice(0, 200);
  return name === "" ? "Unnamed" : name;
}

/** What to call the target of a ref: by its last pointer segment, or by its file when the ref names the whole file. */
export function nameForTarget(url: string, tokens: readonly string[]): string {
  const last = tokens.at(-1);
  if (last === undefined) {
    const base = new URL(url).pathname.split("/").at(-1) ?? "";
    return decode(base).replace(/\.[A-Za-z0-9]+$/, "");
  }
  const holder = tokens.at(-2);
  const isNamed = tokens.length === 1 || (tokens.length <= 3 && holder !== undefined && structural.has(holder));
  if (isNamed && !structural.has(last)) return last;
  const telling = tokens.filter((token) => !structural.has(token) && !token.includes("json"));
  return telling.slice(-3).join("_");
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
