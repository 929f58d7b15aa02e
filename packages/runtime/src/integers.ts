import type { Shape } from "./operation.ts";

/** The place of a declared integer that was kept as text, because a number cannot hold it. */
export function inexactInteger(
  shape: Shape | undefined,
  value: unknown,
  kept: ReadonlySet<string>,
  place = "",
  depth = 0,
): string | undefined {
  // Named schemas that only refer to each other would never end.
  if (shape === undefined || depth > 50) return undefined;
  if (typeof shape === "function") return inexactInteger(shape(), value, kept, place, depth + 1);
  if (shape === 1) return typeof value === "string" && kept.has(value) ? place : undefined;
  const list = Array.isArray(value);
  const steps: [Shape | undefined, unknown, string, number][] = [];
  if (isAlternatives(shape)) for (const one of shape) steps.push([one, value, place, depth + 1]);
  else if (typeof value === "object" && value !== null) {
    for (const [name, member] of Object.entries(value)) {
      const declared = !list && Object.hasOwn(shape, name);
      // A member that is not declared may be named after anything, a card number say: it is not quoted.
      const step = list ? `[${name}]` : `${place && "."}${declared ? name : "*"}`;
      steps.push([shape[declared ? name : "*"], member, place + step, 0]);
    }
  }
  for (const [next, member, at, level] of steps) {
    const found = inexactInteger(next, member, kept, at, level);
    if (found !== undefined) return found;
  }
  return undefined;
}

function isAlternatives(shape: Shape): shape is readonly Shape[] {
  return Array.isArray(shape);
}
