import type { Json, JsonObject } from "../../contract/contract.ts";
import { members } from "../../contract/json.ts";
import { childOf } from "../../contract/kinds.ts";
import { isAnnotation } from "../../contract/schemas.ts";
import { isObject, list, member, ref, resolve, types } from "../../emit/schema.ts";

/** A schema without what only leads to it: refs, a lone `allOf`, a union with null. */
export interface Core {
  readonly schema: Json;
  readonly pointer: string;
  readonly nullable: boolean;
  /** The schemas on the way, the core included. */
  readonly chain: readonly JsonObject[];
  /** The union that the core is the only branch of, besides null. */
  readonly union: { readonly schema: JsonObject; readonly pointer: string } | undefined;
}

/** A branch more or less can make a union of something, or the other way round: then both are seen as unions. */
export function coresOf(a: Core, b: Core): readonly [Core, Core] {
  const asUnion = (core: Core, other: Core): Core =>
    core.union !== undefined && isUnion(other.schema) && !isUnion(core.schema) ? { ...core, ...core.union } : core;
  return [asUnion(a, b), asUnion(b, a)];
}

function isUnion(schema: Json): boolean {
  return isObject(schema) && (list(member(schema, "oneOf")).length > 0 || list(member(schema, "anyOf")).length > 0);
}

export function coreOf(document: JsonObject, schema: Json, pointer: string): Core {
  const chain: JsonObject[] = [];
  let nullable = false;
  let union: Core["union"];
  let at = { schema, pointer };
  for (let step = 0; step < 32 && isObject(at.schema); step += 1) {
    chain.push(at.schema);
    const target = ref(at.schema);
    if (target !== undefined) {
      at = { schema: resolve(document, target) ?? {}, pointer: target };
      continue;
    }
    const constraining = Object.keys(at.schema).filter((key) => !isAnnotation(key));
    const [keyword] = constraining;
    if (constraining.length !== 1 || keyword === undefined || !/^(allOf|anyOf|oneOf)$/.test(keyword)) break;
    const branches = list(member(at.schema, keyword));
    const real = branches.flatMap((branch, index) => (isNull(branch) ? [] : [[branch, index] as const]));
    const [only] = real;
    if (real.length !== 1 || only === undefined) break;
    if (real.length < branches.length) nullable = true;
    if (keyword !== "allOf") union ??= { schema: at.schema, pointer: at.pointer };
    at = { schema: only[0], pointer: `${at.pointer}/${keyword}/${only[1]}` };
  }
  if (isObject(at.schema)) {
    const own = types(at.schema);
    const branches = [...list(member(at.schema, "anyOf")), ...list(member(at.schema, "oneOf"))];
    if ((own.length > 1 && own.includes("null")) || branches.some(isNull)) nullable = true;
  }
  return { ...at, nullable, chain, union };
}

export function isNull(schema: Json): boolean {
  if (!isObject(schema)) return false;
  return types(schema).join() === "null" || member(schema, "const") === null;
}

/** The types without null, in one order. */
export function typesOf(schema: JsonObject): readonly string[] {
  return types(schema)
    .filter((type) => type !== "null")
    .sort();
}

const prose = new Set("title description example examples externalDocs xml".split(" "));

/** A schema without its words, as text that tells it from others. */
export function shapeOf(schema: Json): string {
  return JSON.stringify(bare(schema));
}

function bare(schema: Json): Json {
  if (!isObject(schema)) return schema;
  const kept: [string, Json][] = [];
  for (const [key, value] of members(schema).toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    if (prose.has(key) || key.startsWith("x-")) continue;
    const child = childOf("3.1", "schema", key);
    if (child === undefined) kept.push([key, value]);
    else if (Array.isArray(value)) kept.push([key, list(value).map(bare)]);
    else if (child.form !== "map") kept.push([key, bare(value)]);
    else kept.push([key, Object.fromEntries(members(value).map(([name, inner]) => [name, bare(inner)]))]);
  }
  return Object.fromEntries(kept);
}
