import type { JsonObject } from "../contract/contract.ts";
import { isObject, list, member } from "../emit/schema.ts";
import { type DocumentedOperation, operationKey, operationsOf } from "./operations.ts";

export interface Matched {
  /** Ours has another path, and is said to be the same all the same. */
  readonly renamed: boolean;
  readonly ours: DocumentedOperation;
  readonly theirs: DocumentedOperation;
}

export interface Matching {
  readonly matched: readonly Matched[];
  readonly onlyOurs: readonly DocumentedOperation[];
  readonly onlyTheirs: readonly DocumentedOperation[];
}

/**
 * Finds the operations of both documents that are the same: by method and path, or by `aliases`, which give the title
 * of theirs (`POST /a/{id}`) for one of ours. A path in a server's URL is part of the operation's.
 */
export function matchOperations(ours: JsonObject, theirs: JsonObject, aliases: ReadonlyMap<string, string>): Matching {
  const upstream = operationsOf(theirs);
  const prefixes = { ours: basePath(ours), theirs: basePath(theirs) };
  const found = new Set<DocumentedOperation>();
  const matched: Matched[] = [];
  const onlyOurs: DocumentedOperation[] = [];
  const known = new Map([...aliases].map(([our, their]) => [operationKey(our), operationKey(their)]));
  for (const operation of operationsOf(ours)) {
    const own = operationKey(operation.title);
    const wanted = known.get(own) ?? own;
    const full = prefixed(wanted, prefixes.ours);
    const same = upstream.filter(({ title }) => operationKey(title) === wanted);
    const others =
      same.length > 0 ? same : upstream.filter(({ title }) => prefixed(operationKey(title), prefixes.theirs) === full);
    if (others.length === 0) onlyOurs.push(operation);
    for (const other of others) {
      found.add(other);
      matched.push({ renamed: wanted !== own, ours: operation, theirs: other });
    }
  }
  return { matched, onlyOurs, onlyTheirs: upstream.filter((operation) => !found.has(operation)) };
}

function prefixed(key: string, prefix: string): string {
  return key.replace(" /", ` ${prefix}/`);
}

/** `/v1` of `https://api.example.com/v1`. */
function basePath(document: JsonObject): string {
  const [server] = list(member(document, "servers"));
  const url = isObject(server) ? member(server, "url") : undefined;
  if (typeof url !== "string") return "";
  return url.replace(/^[a-z]+:\/\/[^/]*/i, "").replace(/\/+$/, "");
}
