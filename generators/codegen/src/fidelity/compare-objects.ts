import type { Alternative } from "./alternative.ts";
import type { Comparing } from "./compare-schema.ts";
import type { Context } from "./ledger.ts";
import { propertyPlace } from "./located.ts";
import type { Pair } from "./pairing.ts";
import { placesOf, type Slot, undeclared } from "./slot.ts";
import { isHidden } from "./visible.ts";

/** Compares the properties of two objects, those that only one of them has included. */
export function compareObjects(comparing: Comparing, both: Pair, context: Context): void {
  const visible = {
    ours: [...both.ours.properties].filter(([, slot]) => !isHidden(comparing.ours, slot, context.direction)),
    theirs: [...both.theirs.properties].filter(([, slot]) => !isHidden(comparing.theirs, slot, context.direction)),
  };
  const own = new Map(visible.ours);
  for (const [name, slot] of visible.theirs) {
    const same = own.get(name);
    own.delete(name);
    if (same === undefined) missing(comparing, slot, context);
    else {
      compareRequired(comparing, both, name, slot, context);
      comparing.schemas(same, slot, context);
    }
  }
  for (const [name, slot] of own) extra(comparing, both, name, slot, context);
  compareValues(comparing, both, context);
}

export function missing({ ledger, theirs }: Comparing, slot: Slot, context: Context): void {
  const said = { ours: "absent", theirs: shape(theirs.alternatives(slot)), contradiction: true };
  for (const place of placesOf(slot)) {
    ledger.fail(`${context.direction}Properties`, place, ledger.find({ kind: "missing", place, ...said }, context));
  }
}

function compareRequired({ ledger }: Comparing, both: Pair, name: string, slot: Slot, context: Context): void {
  const said = ({ required }: Alternative): string => (required.has(name) ? "required" : "optional");
  const [ours, theirs] = [said(both.ours), said(both.theirs)];
  for (const place of placesOf(slot)) {
    ledger.meet(`${context.direction}Properties`, place);
    if (ours !== theirs) ledger.find({ kind: "required", place, ours, theirs, contradiction: true }, context);
  }
}

function extra({ ledger, ours: side }: Comparing, { ours, theirs }: Pair, name: string, slot: Slot, context: Context) {
  const required = ours.required.has(name);
  const said = {
    ours: `${required ? "required " : ""}${shape(side.alternatives(slot))}`,
    theirs: theirs.closed ? "refused" : "absent",
    contradiction: required || theirs.closed,
  };
  ledger.find({ kind: "extra", place: propertyPlace(theirs.home, name), ...said }, context);
}

/** The values of maps: those under names that are not known beforehand. */
function compareValues({ ledger, schemas }: Comparing, { ours, theirs }: Pair, context: Context): void {
  const place = `${theirs.home}{}`;
  if (theirs.values.length === 0) {
    if (ours.values.length === 0) return;
    const said = { ours: "any name", theirs: theirs.closed ? "refused" : "not said", contradiction: theirs.closed };
    ledger.find({ kind: "extra", place, ...said }, context);
  } else if (ours.closed) {
    const said = { ours: "refused", theirs: "any name", contradiction: true };
    ledger.find({ kind: "missing", place, ...said }, context);
  } else {
    schemas(ours.values.length > 0 ? ours.values : undeclared(place), theirs.values, context);
  }
}

function shape(alternatives: readonly Alternative[]): string {
  const types = new Set(alternatives.flatMap(({ types: found }) => (found === undefined ? ["anything"] : [...found])));
  return [...types].sort().join(" | ") || "null";
}
