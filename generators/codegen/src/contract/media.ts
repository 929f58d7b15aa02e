import type { Json, Response } from "./contract.ts";
import { members } from "./json.ts";

const valid = /^[\w!#$&^.+*-]+\/[\w!#$&^.+*-]+(\s*;\s*[\w!#$&^.+*-]+=("[\x20-\x21\x23-\x7e]*"|[\w!#$&^.+*/-]+))*$/;

/** `application/json; charset=utf-8` → `application/json`. */
export function essence(type: string): string {
  return (type.split(";", 1)[0] ?? "").trim().toLowerCase();
}

export function isJsonType(type: string): boolean {
  const bare = essence(type);
  return (
    bare === "application/json" ||
    bare.endsWith("+json") ||
    bare.endsWith("/json") ||
    bare === "*/*" ||
    bare === "application/*"
  );
}

const order: readonly ((type: string) => boolean)[] = [
  (type) => type === "application/json",
  isJsonType,
  (type) => type === "application/x-www-form-urlencoded",
  (type) => type.startsWith("multipart/"),
  (type) => type.startsWith("text/"),
  (type) => type === "application/octet-stream",
  () => true,
];

/** What a body of that type is for a client that reads it. */
export function kindOf(type: string | undefined, streams: boolean): Response["kind"] {
  if (type === undefined) return "none";
  const bare = essence(type);
  if (streams && /^text\/event-stream$/.test(bare)) return "events";
  if (streams && /[/+-](ndjson|jsonl|jsonlines|json-lines|stream\+json)$/.test(bare)) return "lines";
  if (isJsonType(type)) return "json";
  return /^text\/|xml|html|javascript|csv|ndjson|jsonl|json-lines|x-www-form-urlencoded/.test(bare) ? "text" : "bytes";
}

/** The media type that a client prefers of those declared, with its Media Type Object. */
export function preferred(
  content: Json | undefined,
  wanted?: string | undefined,
): { contentType: string; media: Json } | undefined {
  const offers = members(content).filter(([type]) => valid.test(type));
  const chosen = wanted === undefined ? undefined : offers.find(([type]) => essence(type) === essence(wanted));
  if (chosen !== undefined) return { contentType: chosen[0], media: chosen[1] };
  for (const accepts of order) {
    const offer = offers.find(([type]) => accepts(essence(type)));
    // A wildcard says that anything goes, and JSON is what we speak.
    if (offer !== undefined) {
      const [type, media] = offer;
      return { contentType: type.includes("*") && isJsonType(type) ? "application/json" : type, media };
    }
  }
  return undefined;
}
