import type { Json, JsonObject } from "../contract/contract.ts";
import { children, isObject, list, member, properties, ref, resolve } from "./schema.ts";

/** Named schemas that contain themselves in a way that TypeScript calls circular. */
export interface Cycles {
  /** Is this reference, of the schema that stands at `from`, only the schema itself again? It then says nothing. */
  readonly isEmpty: (from: string, to: string) => boolean;
  /** Does this schema reach itself through maps? `Record<string, Itself>` is circular, an index signature is not. */
  readonly throughMaps: (pointer: string) => boolean;
}

export function cycles(document: JsonObject, pointers: Iterable<string>): Cycles {
  const direct = new Map<string, ReadonlySet<string>>();
  const mapped = new Map<string, ReadonlySet<string>>();
  for (const pointer of pointers) {
    const schema = resolve(document, pointer);
    direct.set(pointer, new Set(targets(schema, false)));
    mapped.set(pointer, new Set(targets(schema, true)));
  }
  return {
    isEmpty: (from, to) => direct.get(from)?.has(to) === true && reaches(direct, to, from),
    throughMaps: (pointer) => [...(mapped.get(pointer) ?? [])].some((target) => reaches(mapped, target, pointer)),
  };
}

/** What a schema refers to without an object or a list in between. */
function* targets(schema: Json | undefined, maps: boolean): Generator<string> {
  if (!isObject(schema)) return;
  const target = ref(schema);
  if (target !== undefined) yield target;
  for (const name of ["allOf", "anyOf", "oneOf"]) {
    for (const part of list(member(schema, name))) yield* targets(part, maps);
  }
  if (!maps || properties(schema).length > 0) return;
  for (const [place, child] of children(schema)) {
    if (/^(additionalProperties|patternProperties)(\/|$)/.test(place)) yield* targets(child, maps);
  }
}

function reaches(edges: ReadonlyMap<string, ReadonlySet<string>>, from: string, to: string): boolean {
  const seen = new Set<string>();
  const queue = [from];
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    if (next === to) return true;
    if (seen.has(next)) continue;
    seen.add(next);
    queue.push(...(edges.get(next) ?? []));
  }
  return false;
}
