import type { Side } from "./expand.ts";
import type { Direction } from "./finding.ts";
import type { Ledger } from "./ledger.ts";
import { memberPlace } from "./located.ts";
import { placesOf, type Slot, slotKey } from "./slot.ts";
import { isHidden } from "./visible.ts";

/** Notes everything of upstream that can be reached from a schema: what has to be covered. */
export function reach(theirs: Side, ledger: Ledger): (slot: Slot, direction: Direction) => void {
  const visited = new Set<string>();
  function visit(slot: Slot, direction: Direction): void {
    const key = `${direction} ${slotKey(slot)}`;
    if (visited.has(key)) return;
    visited.add(key);
    for (const { members, properties, items, values } of theirs.alternatives(slot)) {
      for (const [member, homes] of members ?? []) {
        for (const home of homes) ledger.expect("enumMembers", memberPlace(home, member));
      }
      for (const property of properties.values()) {
        if (isHidden(theirs, property, direction)) continue;
        for (const place of placesOf(property)) ledger.expect(`${direction}Properties`, place);
        visit(property, direction);
      }
      visit(items, direction);
      visit(values, direction);
    }
  }
  return visit;
}
