import { parseExact } from "./exact-json.ts";
import { inexactInteger } from "./integers.ts";
import type { Operation } from "./operation.ts";

/** A decoded body, or why there is none and where. */
export interface Decoded {
  readonly data?: unknown;
  readonly problem?: string;
  readonly place?: string | undefined;
}

/** The status as the contract declares it: `404`, else `"4XX"`, else `"default"`. */
export function declaredStatus({ statuses }: Operation, status: number): number | string {
  if (statuses.includes(status)) return status;
  const range = `${Math.floor(status / 100)}XX`;
  return statuses.includes(range) ? range : "default";
}

/** Decodes an answer's text for a declared status. */
export function decodeText(operation: Operation, declared: number | string, status: number, text: string): Decoded {
  const kind = operation.bodies?.[declared];
  if (kind === "text") return { data: text };
  if (text === "") {
    const none = kind === "none" || declared === "default" || operation.method === "HEAD" || /20[45]/.test(`${status}`);
    return none ? {} : { problem: "no body" };
  }
  try {
    const kept = new Set<string>();
    const data = parseExact(text, kept);
    const place = kept.size ? inexactInteger(operation.integers?.[declared], data, kept) : undefined;
    return place === undefined ? { data } : { problem: `an inexact number at ${place}`, place };
  } catch {
    return { problem: "no JSON" };
  }
}

/** The value at a dotted path: `error.code`. The empty path is the value itself. */
export function valueAt(value: unknown, path: string): unknown {
  let found = value;
  for (const name of path.split(".")) {
    if (name !== "") found = Object.hasOwn(Object(found), name) ? Reflect.get(Object(found), name) : undefined;
  }
  return found;
}
