import { hash as digest } from "node:crypto";
import type { Json, JsonObject } from "../../contract/contract.ts";
import { isList, isObject, type MutableObject, members, setMember } from "../../contract/json.ts";
import { type Child, childOf, type Kind } from "../../contract/kinds.ts";
import type { Version } from "../../contract/version.ts";

/** Words for people, and what only they look at. */
const prose = new Set([
  ..."description summary title example examples externalDocs tags operationId info xml links".split(" "),
]);

/** One value of a document: eight characters that tell it from every other, and nothing else of it. */
export function hashOf(value: Json): string {
  return digest("sha256", JSON.stringify(value), "base64url").slice(0, 8);
}

/**
 * The structure of a document without a word of it: names stay, each value is its hash, each member of a list its own.
 * Two documents that differ in prose and examples only have the same fingerprint.
 */
export function fingerprint(document: JsonObject, version: Version): JsonObject {
  return objectPrint(document, "document", version);
}

function objectPrint(value: JsonObject, kind: Kind, version: Version): JsonObject {
  const print: MutableObject = {};
  for (const [key, inner] of members(value)) {
    if (prose.has(key) || key.startsWith("x-")) continue;
    const child = childOf(version, kind, key);
    setMember(print, key, child === undefined ? valuePrint(key, inner) : childPrint(inner, child, version));
  }
  return print;
}

function childPrint(value: Json, { kind, form }: Child, version: Version): Json {
  if (isList(value)) return value.map((item) => childPrint(item, { kind, form: "one" }, version));
  if (!isObject(value)) return hashOf(value);
  if (form !== "map") return objectPrint(value, kind, version);
  const print: MutableObject = {};
  for (const [name, inner] of members(value)) setMember(print, name, childPrint(inner, { kind, form: "one" }, version));
  return print;
}

function valuePrint(key: string, value: Json): Json {
  // A default is one value, whatever it is made of; of the others the names tell what is what.
  if (key === "default" || key === "const") return hashOf(value);
  if (isList(value)) return value.map((item) => (key === "enum" ? hashOf(item) : valuePrint("", item)));
  if (!isObject(value)) return hashOf(value);
  const print: MutableObject = {};
  for (const [name, inner] of members(value))
    if (name !== "description") setMember(print, name, valuePrint(name, inner));
  return print;
}
