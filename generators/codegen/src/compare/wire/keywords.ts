import type { Json } from "../../contract/contract.ts";
import type { Facts } from "./facts.ts";
import { bumpFor, type Move, type Walk } from "./walk.ts";
import { code } from "./words.ts";

const lower = new Set("minimum exclusiveMinimum minLength minItems minProperties minContains".split(" "));
const upper = new Set("maximum exclusiveMaximum maxLength maxItems maxProperties maxContains".split(" "));

/** Formats that hold every value of the other: `int64` takes what `int32` takes. */
const wider: Readonly<Record<string, string>> = { int32: "int64", float: "double" };

/** Formats, limits, patterns and the rest of what decides which values pass. */
export function compareKeywords(walk: Walk, a: Facts, b: Facts): void {
  for (const name of new Set([...a.keywords.keys(), ...b.keywords.keys()])) {
    const before = a.keywords.get(name);
    const after = b.keywords.get(name);
    if (JSON.stringify(before) === JSON.stringify(after)) continue;
    const moves = movesOf(name, before, after);
    if (moves.length === 0) continue;
    const bump = moves.some((move) => bumpFor(walk.direction, move) === "major") ? "major" : "minor";
    const kind = name === "format" ? "format-changed" : name === "pattern" ? "pattern-changed" : "limit-changed";
    const message = sentence(name, b.at.place, before, after);
    walk.add({ bump, kind, message, at: b.at, document: after === undefined ? "old" : "new" });
  }
}

function sentence(name: string, place: string, before: Json | undefined, after: Json | undefined): string {
  const label = `${code(name)} of ${code(place)}`;
  if (after === undefined) return `Drops ${label}; it was ${value(before)}.`;
  if (before === undefined) return `Sets ${label} to ${value(after)}.`;
  return `${label} is ${value(after)}; it was ${value(before)}.`;
}

function value(json: Json | undefined): string {
  return code(typeof json === "string" ? json : JSON.stringify(json));
}

/** A change that neither takes nor gives is a move both ways. */
function movesOf(name: string, before: Json | undefined, after: Json | undefined): readonly Move[] {
  if (name === "uniqueItems") return before === true ? ["wider"] : after === true ? ["narrower"] : [];
  if (before === undefined) return ["narrower"];
  if (after === undefined) return ["wider"];
  if (typeof before === "number" && typeof after === "number") {
    if (lower.has(name)) return [after > before ? "narrower" : "wider"];
    if (upper.has(name)) return [after < before ? "narrower" : "wider"];
    if (name === "multipleOf" && before !== 0 && after !== 0) {
      if (before % after === 0) return ["wider"];
      if (after % before === 0) return ["narrower"];
    }
  }
  if (name === "format" && typeof before === "string" && typeof after === "string") {
    if (wider[before] === after) return ["wider"];
    if (wider[after] === before) return ["narrower"];
  }
  return ["narrower", "wider"];
}
