import { parseExact } from "./exact-json.ts";
import { inexactInteger } from "./integers.ts";
import type { Operation } from "./operation.ts";

/** A decoded body, or why there is none. */
export type Decoded =
  | { readonly data: unknown; readonly problem?: undefined }
  | { readonly problem: string; readonly place: string | undefined };

/** The status as the contract declares it: `404`, else `"4XX"`, else `"default"`. */
export function declaredStatus(operation: Operation, status: number): number | string {
  if (operation.statuses.includes(status)) return status;
  const range = `${Math.floor(status / 100)}XX`;
  return operation.statuses.includes(range) ? range : "default";
}

/** Decodes an answer's text for a declared status. */
export function decodeText(operation: Operation, declared: number | string, status: number, text: string): Decoded {
  const kind = operation.bodies?.[declared];
  if (kind === "text") return { data: text };
  if (text === "") {
    if (kind !== "json" || status === 204 || operation.method === "HEAD") return { data: undefined };
    return { problem: "no body, where one is declared", place: undefined };
  }
  try {
    const { value, kept } = parseExact(text);
    const shape = operation.integers?.[declared];
    const place = kept.size === 0 || shape === undefined ? undefined : inexactInteger(shape, value, kept);
    return place === undefined ? { data: value } : { problem: "an integer past 2^53-1", place };
  } catch {
    return { problem: "a body that is not JSON", place: undefined };
  }
}

/** The value at a dotted path: `error.code`. The empty path is the value itself. */
export function valueAt(value: unknown, path: string): unknown {
  let found: unknown = value;
  for (const name of path === "" ? [] : path.split(".")) {
    if (typeof found !== "object" || found === null || !Object.hasOwn(found, name)) return undefined;
    found = Reflect.get(found, name);
  }
  return found;
}
