import type { AnyResult, Operation } from "@specie/runtime";
import type { Case, Row } from "./table.ts";

interface Callable {
  result(): Promise<AnyResult>;
}

/** Calls the method that the operation's name says: `orders.create` → `client.orders.create(…)`. */
export function callGrouped(
  client: object,
  operation: Operation,
  row: Row,
  each: Case,
  prefer: string,
): Promise<AnyResult> {
  const { path, query, header } = row.parameters;
  const names = operation.params ?? operation.path.split(/[{}]/).filter((_text, index) => index % 2 === 1);
  const headers = { ...header, prefer };
  const options = row.takesBody ? { query, headers } : { headers };
  const owner = operation.name.split(".").slice(0, -1).reduce(memberOf, client);
  const method = memberOf(owner, operation.name.split(".").at(-1) ?? "");
  const ids = names.map((name) => path[name]);
  const second = row.takesBody ? [each.body] : operation.takesQuery === true ? [query] : [];
  return invoke(method, owner, [...ids, ...second, options]);
}

/** Calls by path, as the escape hatch does. */
export function callPath(
  client: object,
  operation: Operation,
  row: Row,
  each: Case,
  prefer: string,
): Promise<AnyResult> {
  const http = memberOf(client, "http");
  const { path, query, header } = row.parameters;
  const init = { params: { path, query, header }, body: row.takesBody ? each.body : undefined, headers: { prefer } };
  return invoke(memberOf(http, operation.method), http, [operation.path, init]);
}

function memberOf(value: object, name: string): object {
  const found: unknown = Reflect.get(value, name);
  if ((typeof found !== "object" && typeof found !== "function") || found === null)
    throw new Error(`the client has no ${name}`);
  return found;
}

function invoke(method: object, owner: object, given: readonly unknown[]): Promise<AnyResult> {
  if (typeof method !== "function") throw new Error("not a method");
  const call: unknown = Reflect.apply(method, owner, given);
  if (!isCallable(call)) throw new Error("not a call");
  return call.result();
}

function isCallable(value: unknown): value is Callable {
  return typeof value === "object" && value !== null && "result" in value && typeof value.result === "function";
}
