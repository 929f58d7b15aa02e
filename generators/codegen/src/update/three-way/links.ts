import type { JsonObject } from "../../contract/contract.ts";
import { formatPointer } from "../../contract/pointer.ts";
import { type Direction, parts } from "../../emit/schema.ts";
import { type Alternative, either, takes } from "../../fidelity/alternative.ts";
import { side } from "../../fidelity/expand.ts";
import { pointerOfKey } from "../../fidelity/located.ts";
import { type Matched, matchOperations } from "../../fidelity/matching.ts";
import type { DocumentedOperation, Media } from "../../fidelity/operations.ts";
import { pair } from "../../fidelity/pairing.ts";
import { anyOf, type Slot, slotKey, slotOf } from "../../fidelity/slot.ts";

/** Schemas of ours that together say what a schema of theirs says. */
export interface Group {
  readonly direction: Direction;
  /** Where the value is used: a property, the items of a list, a body. */
  readonly sites: readonly string[];
  /** Everything that speaks of the value, refs followed. */
  readonly nodes: readonly string[];
}

/** Which places of our document stand for which of theirs; the two are built and named differently. */
export interface Links {
  /** What stands for a value. */
  readonly values: (theirs: string) => readonly Group[];
  /** What holds the properties of an object. */
  readonly objects: (theirs: string) => readonly Group[];
  /** The schemas of theirs that a schema of ours stands for, as a value or as an object. */
  readonly back: (ours: string) => ReadonlySet<string>;
  readonly operations: readonly Matched[];
}

type Table = Map<string, Group[]>;

/** Walks both documents from their operations, side by side. */
export function linksBetween(
  ours: JsonObject,
  theirs: JsonObject,
  aliases: ReadonlyMap<string, string> = new Map(),
): Links {
  const sides = { ours: side(ours), theirs: side(theirs) };
  const values: Table = new Map();
  const objects: Table = new Map();
  const back = new Map<string, Set<string>>();
  const visited = new Set<string>();

  function link(table: Table, theirPointers: readonly string[], group: Group): void {
    for (const pointer of theirPointers) {
      const known = table.get(pointer);
      if (known === undefined) table.set(pointer, [group]);
      else known.push(group);
    }
    for (const pointer of [...group.nodes, ...group.sites]) {
      const known = back.get(pointer) ?? new Set();
      for (const their of theirPointers) known.add(their);
      back.set(pointer, known);
    }
  }

  function visit(our: Slot, their: Slot, direction: Direction): void {
    const key = `${direction} ${slotKey(our)} | ${slotKey(their)}`;
    if (visited.has(key)) return;
    visited.add(key);
    const all = { ours: sides.ours.alternatives(our), theirs: sides.theirs.alternatives(their) };
    const sites = pointersOf(our);
    const spoken = { ours: originsOf(all.ours), theirs: originsOf(all.theirs) };
    link(values, distinct([...pointersOf(their), ...spoken.theirs]), {
      direction,
      sites,
      nodes: distinct([...sites, ...spoken.ours]),
    });
    const both = { ours: all.ours.filter(isObject), theirs: all.theirs.filter(isObject) };
    const expand = { ours: sides.ours.alternatives, theirs: sides.theirs.alternatives };
    for (const each of both.theirs.length > 0 ? pair(both.ours, both.theirs, expand).pairs : []) {
      link(objects, originsOf([each.theirs]), { direction, sites, nodes: originsOf([each.ours]) });
      for (const [name, slot] of each.theirs.properties) {
        const same = each.ours.properties.get(name);
        if (same !== undefined) visit(same, slot, direction);
      }
      if (each.ours.values.length > 0 && each.theirs.values.length > 0)
        visit(each.ours.values, each.theirs.values, direction);
    }
    const [ourItems, theirItems] = [all.ours, all.theirs].map((found) =>
      found.map(({ items }) => items).reduce(anyOf, []),
    );
    if (ourItems !== undefined && theirItems !== undefined && ourItems.length > 0 && theirItems.length > 0)
      visit(ourItems, theirItems, direction);
  }

  const { matched } = matchOperations(ours, theirs, aliases);
  for (const each of matched) {
    for (const { key, schema } of each.theirs.parameters) {
      const same = each.ours.parameters.find((parameter) => parameter.key === key);
      if (same !== undefined) visit(slotOf(same.schema), slotOf(schema), "request");
    }
    for (const [our, their] of bodiesOf(each.ours.body?.media ?? [], each.theirs.body?.media ?? []))
      visit(slotOf(our.schema), slotOf(their.schema), "request");
    for (const [our, their] of answersOf(each.ours, each.theirs))
      visit(slotOf(our.schema), slotOf(their.schema), "response");
  }
  const at = (table: Table) => (pointer: string) => table.get(canonical(pointer)) ?? [];
  return {
    values: at(values),
    objects: at(objects),
    back: (pointer) => back.get(canonical(pointer)) ?? new Set(),
    operations: matched,
  };
}

function isObject(alternative: Alternative): boolean {
  return takes(alternative, "object");
}

function pointersOf(slot: Slot): string[] {
  return distinct(slot.flat().map(({ pointer }) => canonical(pointer)));
}

function originsOf(alternatives: readonly Alternative[]): string[] {
  const origins = either(alternatives)?.origins ?? [];
  return distinct([...origins].map((key) => canonical(pointerOfKey(key))));
}

/** Refs may be percent-encoded; places are not. */
export function canonical(pointer: string): string {
  return pointer.includes("%") ? `#${formatPointer(parts(pointer))}` : pointer;
}

function distinct(pointers: readonly string[]): string[] {
  return [...new Set(pointers)].filter((pointer) => pointer !== "");
}

/** By media type; what is left over is one content under several names. */
function bodiesOf(ours: readonly Media[], theirs: readonly Media[]): [Media, Media][] {
  const [first] = ours;
  return theirs.flatMap((media): [Media, Media][] => {
    const same = ours.find(({ type }) => type === media.type) ?? first;
    return same === undefined ? [] : [[same, media]];
  });
}

function answersOf(ours: DocumentedOperation, theirs: DocumentedOperation): [Media, Media][] {
  return [...theirs.responses].flatMap(([status, media]) => {
    const same = ours.responses.get(status) ?? ours.responses.get("default") ?? [];
    return bodiesOf(same, media);
  });
}
