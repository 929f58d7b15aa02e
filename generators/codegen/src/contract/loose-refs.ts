import type { Json } from "./contract.ts";
import { isList, isObject, member, members, textMember } from "./json.ts";
import { parsePointer, valueAt } from "./pointer.ts";

/** A place in one file. */
export interface Spot {
  readonly tokens: readonly string[];
  readonly value: Json;
}

/** Where the other family of documents keeps what a ref was written for. */
const moved: readonly (readonly [readonly string[], readonly string[]])[] = [
  [["definitions"], ["components", "schemas"]],
  [["components", "schemas"], ["definitions"]],
  [["schemas"], ["components", "schemas"]],
  [["parameters"], ["components", "parameters"]],
  [["components", "parameters"], ["parameters"]],
  [["responses"], ["components", "responses"]],
  [["components", "responses"], ["responses"]],
];

/**
 * What a pointer that leads to nothing was meant for: a schema in the place where the other version of OpenAPI keeps it,
 * a name in another case, a property of a list's items or of a part of a composition. The first that is found counts.
 */
export function findLoosely(root: Json, tokens: readonly string[]): Spot | undefined {
  const start: Spot = { tokens: [], value: root };
  const search: Search = { root, seen: new Set(), left: mostSteps };
  const direct = walkLoosely(search, start, tokens);
  if (direct !== undefined) return direct;
  for (const [from, to] of moved) {
    if (!from.every((token, index) => tokens[index] === token)) continue;
    const found = walkLoosely(search, start, [...to, ...tokens.slice(from.length)]);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The schema that a ref without `#` names, as Swagger 1.2 wrote them: `$ref: Pet`. */
export function findByName(root: Json, name: string): Spot | undefined {
  if (!/^\w+$/.test(name)) return undefined;
  for (const section of [["components", "schemas"], ["definitions"]]) {
    const value = valueAt(root, [...section, name]);
    if (value !== undefined) return { tokens: [...section, name], value };
  }
  return undefined;
}

interface Search {
  readonly root: Json;
  /** Places that were entered, each with what was still to go. */
  readonly seen: Set<string>;
  /** How many places may still be entered. */
  left: number;
}

/** Far more than a real pointer needs; a hostile one ends here. */
const mostSteps = 500;

function walkLoosely(search: Search, at: Spot, tokens: readonly string[]): Spot | undefined {
  const [token, ...rest] = tokens;
  if (token === undefined) return at;
  const key = JSON.stringify([at.tokens, tokens]);
  if (search.seen.has(key) || search.left <= 0) return undefined;
  search.seen.add(key);
  search.left -= 1;
  const inner = child(at, token) ?? childInOtherCase(at, token);
  const direct = inner === undefined ? undefined : walkLoosely(search, inner, rest);
  if (direct !== undefined) return direct;
  for (const part of partsOf(search.root, at)) {
    const found = walkLoosely(search, part, tokens);
    if (found !== undefined) return found;
  }
  return undefined;
}

function child({ tokens, value }: Spot, token: string): Spot | undefined {
  const found = valueAt(value, [token]);
  return found === undefined ? undefined : { tokens: [...tokens, token], value: found };
}

function childInOtherCase(at: Spot, token: string): Spot | undefined {
  const wanted = token.toLowerCase();
  const keys = members(at.value).flatMap(([key]) => (key.toLowerCase() === wanted ? [key] : []));
  return keys.length === 1 ? child(at, keys[0] ?? "") : undefined;
}

/** What a schema is made of, besides its own members: the items of a list, the parts of a composition, a ref's target. */
function partsOf(root: Json, at: Spot): Spot[] {
  if (!isObject(at.value)) return [];
  const ref = textMember(at.value, "$ref");
  const target = ref?.startsWith("#/") ? parsePointer(ref.slice(1)) : undefined;
  const followed = target === undefined ? undefined : valueAt(root, target);
  const parts: (Spot | undefined)[] = [
    target === undefined || followed === undefined ? undefined : { tokens: target, value: followed },
    isObject(member(at.value, "items")) ? child(at, "items") : undefined,
  ];
  for (const key of ["allOf", "anyOf", "oneOf"]) {
    const list = member(at.value, key);
    const holder = child(at, key);
    if (!isList(list) || holder === undefined) continue;
    parts.push(...list.map((_, index) => child(holder, String(index))));
  }
  return parts.filter((part) => part !== undefined);
}
