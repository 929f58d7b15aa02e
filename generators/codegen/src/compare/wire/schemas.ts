import { isObject, ref } from "../../emit/schema.ts";
import { compareBranches } from "./branches.ts";
import { type Facts, type Node, nameOf } from "./facts.ts";
import { compareKeywords } from "./keywords.ts";
import { compareObjects } from "./objects.ts";
import { compareValues } from "./values.ts";
import { bumpFor, type Walk } from "./walk.ts";
import { code, listOf } from "./words.ts";

/** Compares two schemas that stand in the same place. */
export function compareSchemas(walk: Walk, older: Node, newer: Node): void {
  const [oldNode, newNode] = named(older, newer);
  const a = walk.factsOfOld(oldNode);
  const b = walk.factsOfNew(newNode);
  if (!walk.enter(a, b)) return;
  compareUse(walk, newer, a, b);
  if (a.unions.length !== b.unions.length) {
    compareBranches(walk, a, b);
    compareNull(walk, a, b);
    return;
  }
  compareFacts(walk, a, b);
  if (a.unions.length > 0) compareBranches(walk, a, b);
}

/** Both sides refer to a component of the same name: the change is the component's, wherever it is used. */
function named(older: Node, newer: Node): readonly [Node, Node] {
  const from = isPlainRef(older) ? ref(older.schema) : undefined;
  const to = isPlainRef(newer) ? ref(newer.schema) : undefined;
  if (from === undefined || to === undefined || nameOf(from) !== nameOf(to)) return [older, newer];
  const place = nameOf(to);
  return [
    { ...older, pointer: from, place, schema: { $ref: from } },
    { ...newer, pointer: to, place, schema: { $ref: to } },
  ];
}

function isPlainRef({ schema }: Node): boolean {
  return isObject(schema) && Object.keys(schema).every((key) => key === "$ref" || key === "description");
}

/** What is said of a value besides what it may be. */
function compareUse(walk: Walk, newer: Node, a: Facts, b: Facts): void {
  if (!a.deprecated && b.deprecated) {
    walk.add({ bump: "minor", kind: "deprecated", message: `Deprecates ${code(newer.place)}.`, at: newer });
  }
  const before = JSON.stringify(a.fallback);
  const after = JSON.stringify(b.fallback);
  if (before === after) return;
  const message =
    after === undefined
      ? `${code(newer.place)} has no default any more; it was ${code(before ?? "")}.`
      : `The default of ${code(newer.place)} is ${code(after)}${before === undefined ? "" : `; it was ${code(before)}`}.`;
  const bump = walk.direction === "response" ? "patch" : before === undefined ? "minor" : "major";
  walk.add({ bump, kind: "default-changed", message, at: newer, document: after === undefined ? "old" : "new" });
}

export function compareFacts(walk: Walk, a: Facts, b: Facts): void {
  if (a.never !== b.never) {
    const move = b.never ? "narrower" : "wider";
    const message = b.never ? `Nothing fits ${code(b.at.place)} any more.` : `${code(b.at.place)} may have a value.`;
    walk.add({ bump: bumpFor(walk.direction, move), kind: "never", message, at: b.at });
    return;
  }
  const sameTypes = compareTypes(walk, a, b);
  compareNull(walk, a, b);
  if (!sameTypes) return;
  compareValues(walk, a, b);
  compareKeywords(walk, a, b);
  compareObjects(walk, a, b);
  compareItems(walk, a, b);
}

/** False when nothing more can be said, because the values have nothing in common. */
function compareTypes(walk: Walk, a: Facts, b: Facts): boolean {
  const gone = missing(a.types, b.types);
  const come = missing(b.types, a.types);
  if (gone.length === 0 && come.length === 0) return true;
  const was = a.types === undefined ? "anything" : listOf([...a.types]);
  const is = b.types === undefined ? "anything" : listOf([...b.types]);
  const worst = [gone.length > 0 ? "narrower" : undefined, come.length > 0 ? "wider" : undefined].some(
    (move) => (move === "narrower" || move === "wider") && bumpFor(walk.direction, move) === "major",
  );
  const message = `${code(b.at.place)} is ${is} now; it was ${was}.`;
  walk.add({ bump: worst ? "major" : "minor", kind: "type-changed", message, at: b.at });
  const common = [...(a.types ?? [])].some((type) => b.types?.has(type));
  return common || a.types === undefined || b.types === undefined;
}

/** Types of the first that the second lacks. An integer is a number too. */
function missing(some: ReadonlySet<string> | undefined, others: ReadonlySet<string> | undefined): string[] {
  if (others === undefined) return [];
  if (some === undefined) return ["anything"];
  return [...some].filter((type) => !others.has(type) && !(type === "integer" && others.has("number")));
}

function compareNull(walk: Walk, a: Facts, b: Facts): void {
  // Where any type passes null passes too, and the types have said so.
  if (a.nullable === b.nullable || (a.types === undefined) !== (b.types === undefined)) return;
  const place = code(b.at.place);
  const message = b.nullable
    ? `${place} may be null now.`
    : walk.direction === "request"
      ? `${place} may not be null any more.`
      : `${place} is never null any more.`;
  const bump = bumpFor(walk.direction, b.nullable ? "wider" : "narrower");
  walk.add({ bump, kind: b.nullable ? "null-added" : "null-removed", message, at: b.at });
}

function compareItems(walk: Walk, a: Facts, b: Facts): void {
  if (a.items !== undefined && b.items !== undefined) compareSchemas(walk, a.items, b.items);
  else if (a.items !== b.items) {
    const move = b.items === undefined ? "wider" : "narrower";
    const message = `The items of ${code(b.at.place)} are ${b.items === undefined ? "anything" : "declared"} now.`;
    walk.add({ bump: bumpFor(walk.direction, move), kind: "items-changed", message, at: b.at });
  }
  a.tuple.forEach((item, index) => {
    const other = b.tuple[index];
    if (other !== undefined) compareSchemas(walk, item, other);
  });
  if (a.tuple.length !== b.tuple.length) {
    const message = `${code(b.at.place)} has ${b.tuple.length} items in a fixed order; it had ${a.tuple.length}.`;
    walk.add({ bump: "major", kind: "tuple-changed", message, at: b.at });
  }
}
