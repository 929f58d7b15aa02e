import type { Json, JsonObject } from "../contract/contract.ts";
import { isObject, list, member, ref, resolve } from "../emit/schema.ts";
import { type Alternative, both, either, isImpossible } from "./alternative.ts";
import { branchOf, componentName, type Located, locatedKey } from "./located.ts";
import { anything, plain } from "./plain.ts";
import type { Slot } from "./slot.ts";

/** One of the two documents, with what its schemas come down to. */
export interface Side {
  readonly document: JsonObject;
  readonly alternatives: (slot: Slot) => readonly Alternative[];
}

/** Unions inside unions multiply; beyond this many alternatives they are merged into one. */
const limit = 256;

export function side(document: JsonObject): Side {
  const known = new Map<string, readonly Alternative[]>();
  function alternativesOf(schema: Located): readonly Alternative[] {
    const key = locatedKey(schema);
    let found = known.get(key);
    if (found === undefined) {
      found = expand(document, schema, new Set()) ?? [];
      known.set(key, found);
    }
    return found;
  }
  const alternatives = (slot: Slot): readonly Alternative[] =>
    slot.flatMap((list) => list.map(alternativesOf).reduce((one, other) => product(one, other)));
  return { document, alternatives };
}

/** Undefined: a schema that is made of itself, and says nothing more where it starts again. */
function expand(document: JsonObject, at: Located, open: ReadonlySet<string>): readonly Alternative[] | undefined {
  const { schema } = at;
  if (schema === false) return [];
  if (!isObject(schema)) return [anything(at.place)];
  if (open.has(at.pointer)) return undefined;
  const inside = new Set([...open, at.pointer]);
  let result: readonly Alternative[] = [plain(at, schema)];
  const target = ref(schema);
  if (target !== undefined) result = product(result, expandRef(document, at, target, inside));
  for (const [index, part] of list(member(schema, "allOf")).entries()) {
    result = product(result, expand(document, branchOf(at, `allOf/${index}`, part), inside));
  }
  for (const keyword of ["oneOf", "anyOf"]) {
    const branches = list(member(schema, keyword)).flatMap((branch, index) => {
      return expand(document, branchOf(at, `${keyword}/${index}`, branch), inside) ?? [];
    });
    if (branches.length > 0) result = product(result, branches);
  }
  return result;
}

function expandRef(document: JsonObject, at: Located, target: string, open: ReadonlySet<string>) {
  const name = componentName(target);
  const schema: Json = resolve(document, target) ?? {};
  const found = expand(document, { schema, pointer: target, place: name ?? at.place }, open);
  if (name === undefined) return found;
  return found?.map((alternative) => ({ ...alternative, names: new Set([...alternative.names, name]) }));
}

function product(a: readonly Alternative[], b: readonly Alternative[] | undefined): readonly Alternative[] {
  if (b === undefined) return a;
  if (a.length * b.length > limit) {
    const [one, other] = [either(a), either(b)];
    return one === undefined || other === undefined ? [] : [both(one, other)];
  }
  const all = a.flatMap((one) => b.map((other) => both(one, other)));
  const possible = all.filter((alternative) => !isImpossible(alternative));
  // A document that contradicts itself everywhere is still better compared than dropped.
  return possible.length > 0 ? possible : all;
}
