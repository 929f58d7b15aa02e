import type { Json } from "./contract.ts";
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

/** The media type that a client prefers of those declared, with its Media Type Object. */
export function preferred(content: Json | undefined): { contentType: string; media: Json } | undefined {
  const offers = members(content).filter(([type]) => valid.test(type));
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
