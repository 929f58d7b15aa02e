import type { Json } from "../../contract/contract.ts";
import type { Facts } from "./facts.ts";
import { bumpFor, type Walk } from "./walk.ts";
import { code, codes } from "./words.ts";

/** Enums and constants. What an open enum may hold besides is a new value to handle, and breaks nobody. */
export function compareValues(walk: Walk, a: Facts, b: Facts): void {
  if (a.values === undefined && b.values === undefined) return;
  const at = b.at;
  const place = code(at.place);
  if (a.values === undefined || b.values === undefined) {
    const closed = a.values === undefined;
    const lost = closed ? [] : shown(a.values ?? []);
    const message = closed
      ? `${place} is one of ${codes(shown(b.values ?? []))} now.`
      : `${place} may be any value now; it was one of ${codes(lost)}.`;
    const bump = bumpFor(walk.direction, closed ? "narrower" : "wider");
    walk.add({ bump: !closed && isOpen(walk, a) ? "minor" : bump, kind: "values-changed", message, at });
    return;
  }
  const gone = shown(a.values).filter((value) => !shown(b.values ?? []).includes(value));
  const come = shown(b.values).filter((value) => !shown(a.values ?? []).includes(value));
  if (gone.length > 0) {
    const message =
      walk.direction === "request"
        ? `${place} no longer takes ${codes(gone)}.`
        : `${place} is never ${codes(gone)} any more.`;
    walk.add({ bump: bumpFor(walk.direction, "narrower"), kind: "value-removed", message, at });
  }
  if (come.length > 0) {
    const isAnswer = walk.direction === "response";
    const message = isAnswer ? `${place} may be ${codes(come)}.` : `${place} takes ${codes(come)}.`;
    const bump = isAnswer && isOpen(walk, a) ? "minor" : bumpFor(walk.direction, "wider");
    walk.add({ bump, kind: "value-added", message, at, newValue: isAnswer });
  }
}

/** The rule of the generated types: two or more strings that are read are open, unless the contract says otherwise. */
function isOpen({ direction }: Walk, { values = [], open }: Facts): boolean {
  const strings = values.every((value) => typeof value === "string");
  return strings && values.length > 1 && open !== false && direction === "response";
}

function shown(values: readonly Json[]): string[] {
  return [...new Set(values.map((value) => (typeof value === "string" ? value : JSON.stringify(value))))];
}
