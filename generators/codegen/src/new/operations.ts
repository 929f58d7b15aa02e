import type { Json } from "../contract/contract.ts";
import { isObject, type MutableObject, member, members } from "../contract/json.ts";
import { methods } from "../contract/kinds.ts";
import { escapeToken } from "../contract/pointer.ts";

/** An operation of a document that is still being changed. */
export interface OperationPlace {
  /** `POST /v1/orders` */
  readonly label: string;
  readonly method: string;
  readonly path: string;
  readonly pointer: string;
  readonly item: Json;
  readonly operation: MutableObject;
}

/** All operations of a bundled document, in its order. */
export function operationsOf(document: MutableObject): OperationPlace[] {
  return members(document["paths"]).flatMap(([path, item]) =>
    members(item).flatMap(([method, operation]) => {
      if (!methods.some((known) => known === method) || !isObject(operation)) return [];
      const pointer = `/paths/${escapeToken(path)}/${method}`;
      return [{ label: `${method.toUpperCase()} ${path}`, method, path, pointer, item, operation }];
    }),
  );
}

/** Takes operations out, and the paths that are empty then. */
export function leaveOut(document: MutableObject, labels: ReadonlySet<string>): void {
  const paths: MutableObject = {};
  for (const [path, item] of members(document["paths"])) {
    const kept = Object.fromEntries(members(item).filter(([name]) => !labels.has(`${name.toUpperCase()} ${path}`)));
    if (methods.some((name) => member(kept, name) !== undefined)) paths[path] = kept;
  }
  document["paths"] = paths;
}
