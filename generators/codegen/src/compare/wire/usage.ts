import type { Contract, Json } from "../../contract/contract.ts";
import { children, type Direction, isObject, ref, resolve } from "../../emit/schema.ts";
import type { Change } from "../change.ts";
import { callName } from "./operations.ts";

/** A change of a component reaches every operation that uses it in that direction. */
export function withUsers(changes: readonly Change[], older: Contract, newer: Contract): Change[] {
  if (changes.every(({ pointer }) => component(pointer) === undefined)) return [...changes];
  const users = { old: usersOf(older), new: usersOf(newer) };
  return changes.map((change) => {
    const name = component(change.pointer);
    if (name === undefined) return change;
    const found = users[change.document].get(`${change.direction} ${name}`);
    return found === undefined ? change : { ...change, operations: [...found] };
  });
}

function component(pointer: string | undefined): string | undefined {
  return /^#\/components\/schemas\/[^/]+/.exec(pointer ?? "")?.[0];
}

function usersOf(contract: Contract): Map<string, Set<string>> {
  const users = new Map<string, Set<string>>();
  const visit = (schema: Json | undefined, direction: Direction, name: string): void => {
    if (!isObject(schema)) return;
    const target = ref(schema);
    if (target !== undefined) {
      const key = `${direction} ${target}`;
      const known = users.get(key) ?? new Set<string>();
      if (!known.has(name)) {
        users.set(key, known.add(name));
        visit(resolve(contract.document, target), direction, name);
      }
    }
    for (const [, child] of children(schema)) visit(child, direction, name);
  };
  for (const operation of contract.operations) {
    const name = callName(operation);
    const { pathParameters, queryParameters, headerParameters, cookieParameters } = operation;
    for (const { schema } of [pathParameters, queryParameters, headerParameters, cookieParameters].flat()) {
      visit(schema, "request", name);
    }
    visit(operation.body?.schema, "request", name);
    for (const { schema } of operation.responses) visit(schema, "response", name);
  }
  for (const { name, schema } of contract.webhooks) visit(schema, "response", name);
  return users;
}
