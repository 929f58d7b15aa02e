import { type Located, locatedKey } from "./located.ts";
import { distinctBy } from "./sets.ts";

/**
 * What a value has to fulfil where several schemas speak of it: any one of the lists, and of that list every schema.
 * Branches of a union that share a property give several lists, parts of an `allOf` that do give a longer one.
 */
export type Slot = readonly (readonly Located[])[];

export function slotOf(schema: Located): Slot {
  return [[schema]];
}

/** Where a document says nothing of a value. */
export function undeclared(place: string): Slot {
  return slotOf({ schema: true, pointer: "", place });
}

export function slotKey(slot: Slot): string {
  return slot.map(listKey).sort().join(" or ");
}

/** The places that declare it, each once. */
export function placesOf(slot: Slot): readonly string[] {
  return [...new Set(slot.flat().map(({ place }) => place))];
}

export function anyOf(a: Slot, b: Slot): Slot {
  return a.length === 0 ? b : b.length === 0 ? a : distinctBy([...a, ...b], listKey);
}

export function allOf(a: Slot, b: Slot): Slot {
  if (a.length === 0 || b.length === 0) return a.length === 0 ? b : a;
  const lists = a.flatMap((one) => b.map((other) => distinctBy([...one, ...other], locatedKey)));
  return distinctBy(lists, listKey);
}

/** Slots by name, where both have one put together. */
export function mergeSlots(
  a: ReadonlyMap<string, Slot>,
  b: ReadonlyMap<string, Slot>,
  merge: (a: Slot, b: Slot) => Slot,
): ReadonlyMap<string, Slot> {
  if (a.size === 0 || b.size === 0) return a.size === 0 ? b : a;
  const merged = new Map(a);
  for (const [name, slot] of b) merged.set(name, merge(merged.get(name) ?? [], slot));
  return merged;
}

function listKey(list: readonly Located[]): string {
  return list.map(locatedKey).sort().join(" and ");
}
