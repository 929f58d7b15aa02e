import type { Facts, Node } from "./facts.ts";
import { compareSchemas } from "./schemas.ts";
import { bumpFor, type Walk } from "./walk.ts";
import { code } from "./words.ts";

/** Properties that come, go and change, what is required, and what else an object may hold. */
export function compareObjects(walk: Walk, a: Facts, b: Facts): void {
  const before = visible(walk, a, walk.factsOfOld);
  const after = visible(walk, b, walk.factsOfNew);
  for (const [name, property] of before) {
    const other = after.get(name);
    if (other === undefined) removed(walk, b, name, property);
    else {
      compareRequired(walk, a, b, name, other);
      compareSchemas(walk, property, other);
    }
  }
  for (const [name, property] of after) if (!before.has(name)) added(walk, b, name, property);
  compareRest(walk, a, b);
}

/** What may not travel in this direction isn't there. */
function visible(walk: Walk, facts: Facts, factsOf: (at: Node) => Facts): Map<string, Node> {
  const hidden = walk.direction === "request" ? "readOnly" : "writeOnly";
  return new Map([...facts.properties].filter(([, property]) => !factsOf(property)[hidden]));
}

function removed(walk: Walk, b: Facts, name: string, at: Node): void {
  const owner = code(b.at.place);
  const message =
    walk.direction === "request" ? `${owner} no longer takes ${code(name)}.` : `${owner} no longer has ${code(name)}.`;
  walk.add({ bump: "major", kind: "property-removed", message, at, document: "old" });
}

function added(walk: Walk, b: Facts, name: string, at: Node): void {
  const owner = code(b.at.place);
  const required = b.required.has(name);
  if (walk.direction === "response") {
    walk.add({ bump: "minor", kind: "property-added", message: `${owner} has the new field ${code(name)}.`, at });
  } else if (required) {
    const message = `${owner} requires the new field ${code(name)}.`;
    walk.add({ bump: "major", kind: "required-property-added", message, at });
  } else {
    walk.add({ bump: "minor", kind: "property-added", message: `${owner} takes the new field ${code(name)}.`, at });
  }
}

function compareRequired(walk: Walk, a: Facts, b: Facts, name: string, at: Node): void {
  const was = a.required.has(name);
  const is = b.required.has(name);
  if (was === is) return;
  const place = code(at.place);
  const message =
    walk.direction === "request"
      ? is
        ? `${place} is required now.`
        : `${place} is optional now.`
      : is
        ? `${place} is always present now.`
        : `${place} may be absent now.`;
  const bump = bumpFor(walk.direction, is ? "narrower" : "wider");
  walk.add({ bump, kind: is ? "required-added" : "required-removed", message, at });
}

function compareRest(walk: Walk, a: Facts, b: Facts): void {
  const before = a.rest?.schema ?? true;
  const after = b.rest?.schema ?? true;
  if (a.rest !== undefined && b.rest !== undefined && typeof before !== "boolean" && typeof after !== "boolean") {
    compareSchemas(walk, a.rest, b.rest);
    return;
  }
  if (JSON.stringify(before) === JSON.stringify(after)) return;
  const narrower = before === true || after === false;
  const message = narrower
    ? `${code(b.at.place)} has ${after === false ? "no other fields" : "other fields of one kind only"} now.`
    : `${code(b.at.place)} may have other fields now.`;
  walk.add({ bump: bumpFor(walk.direction, narrower ? "narrower" : "wider"), kind: "rest-changed", message, at: b.at });
}
