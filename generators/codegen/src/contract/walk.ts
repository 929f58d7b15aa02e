import type { Json } from "./contract.ts";
import { isList, isObject, type MutableObject, members } from "./json.ts";
import { type Child, childOf, type Kind } from "./kinds.ts";
import { escapeToken } from "./pointer.ts";

/** Called for each object of a bundled document, inner ones first; it may change the object in place. */
export type Visit = (object: MutableObject, kind: Kind, pointer: string) => void;

/** Visits the OpenAPI objects of a bundled 3.x document: never payloads, never extensions, never through a ref. */
export function walk(document: MutableObject, visit: Visit): void {
  visitObject(document, "document", "", visit);
}

function visitObject(object: MutableObject, kind: Kind, pointer: string, visit: Visit): void {
  for (const [key, value] of members(object)) {
    if (typeof value !== "object" || value === null) continue;
    const child = childOf("3.1", kind, key);
    if (child !== undefined) visitChild(value, child, kind, `${pointer}/${escapeToken(key)}`, visit);
  }
  visit(object, kind, pointer);
}

function visitChild(value: Json, child: Child, parent: Kind, pointer: string, visit: Visit): void {
  if (isList(value)) {
    if (child.form === "list" || child.form === "either") {
      value.forEach((item, index) => {
        if (isObject(item)) visitObject(item, child.kind, `${pointer}/${index}`, visit);
      });
    }
  } else if (child.form !== "map") {
    if (isObject(value)) visitObject(value, child.kind, pointer, visit);
  } else {
    const hasExtensions = child.kind === "pathItem" || parent === "operation";
    for (const [key, inner] of members(value)) {
      if (!isObject(inner) || (hasExtensions && key.startsWith("x-"))) continue;
      visitObject(inner, child.kind, `${pointer}/${escapeToken(key)}`, visit);
    }
  }
}
