import type { Json, JsonObject } from "../../contract/contract.ts";
import { isList, isObject, type MutableObject, member, members, setMember, textMember } from "../../contract/json.ts";
import { methods } from "../../contract/kinds.ts";
import { parsePointer, valueAt } from "../../contract/pointer.ts";

/** `POST /payments` for every operation of a document, in its order. */
export function titlesOf(document: JsonObject): string[] {
  return members(member(document, "paths")).flatMap(([path, item]) =>
    methods.filter((method) => isObject(member(item, method))).map((method) => `${method.toUpperCase()} ${path}`),
  );
}

/** What operations are made of: their titles, those of others that they refer into, and shared parts by their pointer. */
export interface Needed {
  readonly operations: ReadonlySet<string>;
  readonly shared: ReadonlySet<string>;
}

/** Follows every ref of the operations with these titles. */
export function neededFor(document: JsonObject, titles: Iterable<string>): Needed {
  const operations = new Set<string>();
  const shared = new Set<string>();
  const open: Json[] = [];
  const take = (tokens: readonly string[]): void => {
    const [first = "", second = "", third = ""] = tokens;
    if (first === "paths") {
      const title = `${third.toUpperCase()} ${second}`;
      const item = valueAt(document, ["paths", second]);
      if (operations.has(title) || !isObject(item)) return;
      operations.add(title);
      open.push(member(item, third) ?? null, member(item, "parameters") ?? null);
      return;
    }
    const own = first === "components" ? tokens.slice(0, 3) : tokens.slice(0, 2);
    const key = JSON.stringify(own);
    const value = valueAt(document, own);
    if (shared.has(key) || value === undefined) return;
    shared.add(key);
    open.push(value);
  };
  for (const title of titles) {
    const [method = "", path = ""] = title.split(" ");
    if (isObject(valueAt(document, ["paths", path, method.toLowerCase()]))) take(["paths", path, method.toLowerCase()]);
  }
  for (let value = open.pop(); value !== undefined; value = open.pop()) {
    if (isList(value)) open.push(...value);
    else if (isObject(value)) {
      const ref = textMember(value, "$ref");
      if (ref?.startsWith("#/")) take(parsePointer(decoded(ref.slice(1))));
      for (const [key, inner] of members(value)) {
        if (key !== "example" && key !== "examples" && typeof inner === "object") open.push(inner);
      }
    }
  }
  return { operations, shared };
}

/** The document with nothing else in it than what is needed, and what it says of itself as a whole. */
export function pick(document: JsonObject, needed: readonly Needed[]): JsonObject {
  const isShared = (...tokens: string[]): boolean => needed.some(({ shared }) => shared.has(JSON.stringify(tokens)));
  const picked: MutableObject = {};
  for (const [key, value] of members(document)) {
    if (key === "paths") picked[key] = pickPaths(value, needed);
    else if (key === "components") {
      const components: MutableObject = {};
      for (const [section, inner] of members(value)) {
        const isKept = (name: string): boolean => section === "securitySchemes" || isShared(key, section, name);
        setMember(components, section, only(inner, isKept));
      }
      picked[key] = components;
    } else if (["definitions", "parameters", "responses"].includes(key)) {
      picked[key] = only(value, (name) => isShared(key, name));
    } else if (key !== "tags" && key !== "webhooks" && !key.startsWith("x-")) setMember(picked, key, value);
  }
  return picked;
}

function pickPaths(paths: Json, needed: readonly Needed[]): JsonObject {
  const picked: MutableObject = {};
  for (const [path, item] of members(paths)) {
    const isKept = (method: string): boolean =>
      needed.some(({ operations }) => operations.has(`${method.toUpperCase()} ${path}`));
    if (!methods.some((method) => isObject(member(item, method)) && isKept(method))) continue;
    const names: readonly string[] = methods;
    setMember(
      picked,
      path,
      only(item, (key) => !names.includes(key) || isKept(key)),
    );
  }
  return picked;
}

function only(value: Json, isKept: (key: string) => boolean): JsonObject {
  const kept: MutableObject = {};
  for (const [key, inner] of members(value)) if (isKept(key)) setMember(kept, key, inner);
  return kept;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
