import type { Shape } from "./operation.ts";

/** The place of a declared integer that was kept as text, because a number cannot hold it. */
export function inexactInteger(shape: Shape, value: unknown, kept: ReadonlySet<string>): string | undefined {
  return find(shape, value, kept, "", 0);
}

function find(
  shape: Shape,
  value: unknown,
  kept: ReadonlySet<string>,
  place: string,
  depth: number,
): string | undefined {
  // Named schemas that only refer to each other would never end.
  if (depth > 50) return undefined;
  if (typeof shape === "function") return find(shape(), value, kept, place, depth + 1);
  if (shape === 1) return typeof value === "string" && kept.has(value) ? place : undefined;
  if (isAlternatives(shape)) {
    for (const alternative of shape) {
      const found = find(alternative, value, kept, place, depth + 1);
      if (found !== undefined) return found;
    }
    return undefined;
  }
  if (typeof value !== "object" || value === null) return undefined;
  for (const [name, member] of Object.entries(value)) {
    const declared = !Array.isArray(value) && Object.hasOwn(shape, name);
    const next = declared ? shape[name] : shape["*"];
    if (next === undefined) continue;
    // A member that is not declared may be named after anything, a card number say: it is not quoted.
    const step = Array.isArray(value) ? `[${name}]` : `${place === "" ? "" : "."}${declared ? name : "*"}`;
    const found = find(next, member, kept, place + step, 0);
    if (found !== undefined) return found;
  }
  return undefined;
}

function isAlternatives(shape: Shape): shape is readonly Shape[] {
  return Array.isArray(shape);
}
