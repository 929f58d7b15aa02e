import type { Shape } from "./operation.ts";

/** The place of a declared integer that was kept as text, because a number cannot hold it. */
export function inexactInteger(
  shape: Shape | undefined,
  value: unknown,
  kept: ReadonlySet<unknown>,
  place = "",
  depth = 0,
): string | undefined {
  // Named schemas that only refer to each other would never end.
  if (shape === undefined || depth > 50) return undefined;
  if (typeof shape === "function") return inexactInteger(shape(), value, kept, place, depth + 1);
  if (shape === 1) return kept.has(value) ? place : undefined;
  let found: string | undefined;
  if (isAlternatives(shape)) for (const one of shape) found ??= inexactInteger(one, value, kept, place, depth + 1);
  else if (typeof value === "object") {
    for (const name in value) {
      const list = Array.isArray(value);
      // A member that is not declared may be named after anything, a card number say: it is not quoted.
      const known = !list && Object.hasOwn(shape, name) ? name : "*";
      const step = list ? `[${name}]` : `${place && "."}${known}`;
      found ??= inexactInteger(shape[known], Reflect.get(Object(value), name), kept, place + step);
    }
  }
  return found;
}

function isAlternatives(shape: Shape): shape is readonly Shape[] {
  return Array.isArray(shape);
}
