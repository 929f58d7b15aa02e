import type { Json } from "../contract.ts";
import { follow } from "../follow.ts";
import { isList, isObject, member } from "../json.ts";

/** The schemas that a dotted path leads to; undefined when the schema says nothing of such a place. */
export function schemasAt(document: Json, schema: Json | undefined, path: string): Json[] | undefined {
  let current: Json[] = schema === undefined ? [] : [schema];
  for (const step of path === "" ? [] : path.split(".")) {
    const next = current.flatMap((candidate) => stepInto(document, candidate, step, new Set()));
    if (next.length === 0) return undefined;
    current = next;
  }
  return current;
}

/** The schemas of the items of a list; empty when it is none. */
export function itemsOf(document: Json, schemas: readonly Json[]): Json[] {
  return schemas
    .flatMap((schema) => branches(document, schema, new Set()))
    .flatMap((branch) => {
      if (branch === true || (isObject(branch) && Object.keys(branch).length === 0)) return [{}];
      const items = member(branch, "items");
      const type = member(branch, "type");
      const isArray = type === "array" || (isList(type) && type.includes("array"));
      return items !== undefined ? [items] : isArray ? [{}] : [];
    });
}

/** Whether a text may stand where these schemas are: one that names no type takes it too. */
export function takesText(document: Json, schemas: readonly Json[]): boolean {
  return schemas
    .flatMap((schema) => branches(document, schema, new Set()))
    .some((branch) => {
      const type = member(branch, "type");
      return type === undefined || type === "string" || (isList(type) && type.includes("string"));
    });
}

function stepInto(document: Json, schema: Json, step: string, seen: Set<Json>): Json[] {
  const all = branches(document, schema, seen);
  const declared = all.flatMap((branch) => {
    const property = member(member(branch, "properties"), step);
    if (property !== undefined) return [property];
    const rest = member(branch, "additionalProperties");
    return isObject(rest) ? [rest] : [];
  });
  if (declared.length > 0) return declared;
  // A schema that declares no properties at all leaves everything open.
  return all.some((branch) => isObject(branch) && member(branch, "properties") !== undefined)
    ? []
    : all.length > 0
      ? [{}]
      : [];
}

/** A schema and what it is composed of, refs followed. */
function branches(document: Json, schema: Json, seen: Set<Json>): Json[] {
  const resolved = follow(document, schema);
  if (resolved === undefined || seen.has(resolved)) return [];
  seen.add(resolved);
  const parts = ["allOf", "anyOf", "oneOf"].flatMap((key) => {
    const list = member(resolved, key);
    return isList(list) ? [...list] : [];
  });
  const isOnlyComposed = parts.length > 0 && member(resolved, "properties") === undefined;
  return [...(isOnlyComposed ? [] : [resolved]), ...parts.flatMap((part) => branches(document, part, seen))];
}
