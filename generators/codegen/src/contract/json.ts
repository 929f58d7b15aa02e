import type { Json, JsonObject } from "./contract.ts";

/** A JSON object that is still being built. */
export interface MutableObject {
  [key: string]: Json | undefined;
}

/** Whether a value is a JSON object: not null, not a list. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Whether a value is a list; unlike `Array.isArray`, it keeps the type of the members. */
export function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}

/** The own member of that name: what a prototype brings along is never part of a document. */
export function member(object: Json | undefined, key: string): Json | undefined {
  return isObject(object) && Object.hasOwn(object, key) ? object[key] : undefined;
}

/** The own member of that name when it is a string. */
export function textMember(object: Json | undefined, key: string): string | undefined {
  const value = member(object, key);
  return typeof value === "string" ? value : undefined;
}

/** The own members of an object; none when it isn't one. */
export function members(object: Json | undefined): [string, Json][] {
  const found: [string, Json][] = [];
  if (!isObject(object)) return found;
  for (const key of Object.keys(object)) {
    const value = object[key];
    if (value !== undefined) found.push([key, value]);
  }
  return found;
}

/** Sets a member as data: `__proto__` becomes a member like any other and no prototype changes. */
export function setMember(object: MutableObject, key: string, value: Json): void {
  if (key === "__proto__") {
    Object.defineProperty(object, key, { value, enumerable: true, configurable: true, writable: true });
  } else {
    object[key] = value;
  }
}

/** The object at a path of members, made where it is missing. */
export function sectionIn(document: MutableObject, section: readonly string[]): MutableObject {
  let object = document;
  for (const key of section) {
    const found = member(object, key);
    const inner: MutableObject = isObject(found) ? found : {};
    if (!isObject(found)) object[key] = inner;
    object = inner;
  }
  return object;
}
