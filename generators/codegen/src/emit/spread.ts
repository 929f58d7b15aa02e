import type { Json, JsonObject } from "../contract/contract.ts";
import { children, isObject, ref, resolve } from "./schema.ts";

/** The pointers whose schema is marked, somewhere inside it or in anything that it refers to. */
export function spread(
  document: JsonObject,
  pointers: readonly string[],
  isMarked: (schema: JsonObject) => boolean,
): ReadonlySet<string> {
  const users = new Map<string, string[]>();
  const marked = new Set<string>();
  for (const pointer of pointers) {
    const scan = (schema: Json | undefined): void => {
      if (!isObject(schema)) return;
      if (isMarked(schema)) marked.add(pointer);
      const target = ref(schema);
      if (target !== undefined) {
        const known = users.get(target);
        if (known === undefined) users.set(target, [pointer]);
        else known.push(pointer);
      }
      for (const [, child] of children(schema)) scan(child);
    };
    scan(resolve(document, pointer));
  }
  const queue = [...marked];
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    for (const user of users.get(next) ?? []) {
      if (!marked.has(user)) queue.push(user);
      marked.add(user);
    }
  }
  return marked;
}
