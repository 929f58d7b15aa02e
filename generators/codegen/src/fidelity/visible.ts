import type { Side } from "./expand.ts";
import type { Direction } from "./finding.ts";
import type { Slot } from "./slot.ts";

/** Whether a property plays no part in this direction: `readOnly` in requests, `writeOnly` in responses. */
export function isHidden(side: Side, slot: Slot, direction: Direction): boolean {
  const alternatives = side.alternatives(slot);
  // `false` is a property that may not be there.
  if (alternatives.length === 0) return true;
  return alternatives.every(({ readOnly, writeOnly }) => (direction === "request" ? readOnly : writeOnly));
}
