import type { Json } from "../../contract/contract.ts";
import { isObject, member, ref } from "../../emit/schema.ts";
import { type Facts, type Node, nameOf } from "./facts.ts";
import { compareSchemas } from "./schemas.ts";
import { bumpFor, type Walk } from "./walk.ts";
import { code, codes, listOf } from "./words.ts";

/** The alternatives of unions: paired by name, by what pins them, by shape; what is left came or went. */
export function compareBranches(walk: Walk, a: Facts, b: Facts): void {
  const before = branches(a);
  const after = branches(b);
  const pairs = pair(walk, before, after);
  for (const [older, newer] of pairs) compareSchemas(walk, older, newer);
  const paired = new Set(pairs.flat());
  for (const branch of before.filter((each) => !paired.has(each))) {
    const covered = walk.direction === "request" && after.some((other) => fits(walk, branch, other));
    const message =
      walk.direction === "request"
        ? `${code(b.at.place)} no longer takes ${label(walk.factsOfOld(branch))}.`
        : `${code(b.at.place)} is never ${label(walk.factsOfOld(branch))} any more.`;
    const bump = covered ? "minor" : bumpFor(walk.direction, "narrower");
    walk.add({ bump, kind: "branch-removed", message, at: branch, document: "old" });
  }
  for (const branch of after.filter((each) => !paired.has(each))) {
    const isAnswer = walk.direction === "response";
    const covered = isAnswer && before.some((other) => fits(walk, other, branch));
    const message = isAnswer
      ? `${code(b.at.place)} may be ${label(walk.factsOfNew(branch))}.`
      : `${code(b.at.place)} takes ${label(walk.factsOfNew(branch))}.`;
    const bump = covered ? "minor" : bumpFor(walk.direction, "wider");
    walk.add({ bump, kind: "branch-added", message, at: branch, newValue: isAnswer });
  }
}

/** A schema without a union is its own only branch. */
function branches(facts: Facts): readonly Node[] {
  if (facts.unions.length === 0) return [facts.at];
  return facts.unions.flat();
}

/** What people call an alternative: its component, its title, or what it is made of. */
function label(facts: Facts): string {
  const { schema, place } = facts.at;
  const target = ref(schema);
  if (target !== undefined) return code(nameOf(target));
  const title = isObject(schema) ? member(schema, "title") : undefined;
  if (typeof title === "string") return code(title);
  if (facts.values !== undefined) return codes(facts.values.map((value) => JSON.stringify(value)));
  if (facts.properties.size > 0) return `an object with ${codes([...facts.properties.keys()])}`;
  return facts.types === undefined ? code(place) : listOf([...facts.types]);
}

function fits(walk: Walk, older: Node, newer: Node): boolean {
  const { walk: trial, statements } = walk.trial();
  compareSchemas(trial, older, newer);
  return statements.every(({ bump }) => bump !== "major");
}

function pair(walk: Walk, before: readonly Node[], after: readonly Node[]): [Node, Node][] {
  const pairs: [Node, Node][] = [];
  const free = new Set(after);
  const open = new Set(before);
  const take = (same: (older: Node, newer: Node) => boolean): void => {
    for (const older of open) {
      const newer = [...free].find((candidate) => same(older, candidate));
      if (newer === undefined) continue;
      pairs.push([older, newer]);
      open.delete(older);
      free.delete(newer);
    }
  };
  take((older, newer) => {
    const target = ref(older.schema);
    const other = ref(newer.schema);
    return target !== undefined && other !== undefined && nameOf(target) === nameOf(other);
  });
  take((older, newer) => JSON.stringify(older.schema) === JSON.stringify(newer.schema));
  take((older, newer) => {
    const pins = pinsOf(walk.factsOfOld(older), walk.factsOfOld);
    return pins !== "" && pins === pinsOf(walk.factsOfNew(newer), walk.factsOfNew);
  });
  take((older, newer) => alike(walk.factsOfOld(older), walk.factsOfNew(newer)));
  return pairs;
}

/** `type=card`: the properties that can have one value only. */
function pinsOf(facts: Facts, factsOf: (at: Node) => Facts): string {
  const pins: string[] = [];
  for (const [name, property] of facts.properties) {
    const values: readonly Json[] = factsOf(property).values ?? [];
    if (values.length === 1) pins.push(`${name}=${JSON.stringify(values[0])}`);
  }
  return pins.sort().join("\n");
}

/** The same kind of value, and for objects at least half of the fields. */
function alike(a: Facts, b: Facts): boolean {
  if ([...(a.types ?? [])].sort().join() !== [...(b.types ?? [])].sort().join()) return false;
  if (a.properties.size + b.properties.size === 0) return true;
  const common = [...a.properties.keys()].filter((name) => b.properties.has(name)).length;
  return common * 2 >= Math.max(a.properties.size, b.properties.size);
}
