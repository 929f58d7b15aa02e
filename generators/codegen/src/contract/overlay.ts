import { createRequire } from "node:module";
import type * as JsonPath from "jsonpath-rfc9535";
import type { Json } from "./contract.ts";
import type { Findings } from "./findings.ts";
import { isList, isObject, type MutableObject, member, members, setMember, textMember } from "./json.ts";
import { defaultLimits, type Limits, limitHint } from "./limits.ts";
import type { Source } from "./source.ts";
import { inert, quoted } from "./text.ts";

/** The value with the actions of an OpenAPI Overlay 1.0 applied in order; the value itself does not change. */
export function applyOverlay(
  value: Json,
  overlay: Source,
  findings: Findings,
  limits: Pick<Limits, "values"> = defaultLimits,
): Json {
  const version = member(overlay.value, "overlay");
  if (!/^1\.\d+(\.\d+)?$/.test(String(version))) {
    findings.error(
      "overlay",
      { source: overlay, pointer: "" },
      "this is not an OpenAPI Overlay: 'overlay: 1.0.0' is expected",
    );
    return value;
  }
  const actions = member(overlay.value, "actions");
  if (!isList(actions) || actions.length === 0) {
    findings.error(
      "overlay",
      { source: overlay, pointer: "/actions" },
      "'actions' must be a list of at least one action",
    );
    return value;
  }
  const result: Json = structuredClone(value);
  const room: Room = { left: limits.values, values: limits.values };
  for (const [index, action] of actions.entries()) {
    const place = { source: overlay, pointer: `/actions/${index}` };
    const problem = applyAction(result, action, room);
    if (problem === "no match") {
      findings.repaired(
        "overlay-no-match",
        place,
        `target ${quoted(targetOf(action))} matches nothing; correct or remove it`,
      );
    } else if (problem !== undefined) {
      findings.error("overlay", place, problem);
    }
    if (room.left < 0) break;
  }
  return result;
}

/** How many values the actions of an overlay may still match and add: they can double what they match, each time. */
interface Room {
  left: number;
  readonly values: number;
}

function targetOf(action: Json): string {
  return textMember(action, "target") ?? "";
}

/** Changes the root in place; says what is wrong with the action, if anything. */
export function applyAction(root: Json, action: Json, room?: Room): string | undefined {
  const target = targetOf(action);
  if (target === "") return "an action needs a 'target', a JSONPath";
  const removes = member(action, "remove") === true;
  const update = member(action, "update");
  if (!removes && update === undefined) return "an action needs 'update' or 'remove: true'";
  let places: readonly (readonly (string | number)[])[];
  try {
    places = placesOf(root, target, room);
  } catch (error) {
    if (room !== undefined && room.left < 0) return tooMuch(target, room);
    return `target ${quoted(target)} is not a JSONPath: ${inert(error instanceof Error ? error.message : String(error))}`;
  }
  if (places.length === 0) return "no match";
  // An update is copied to each place.
  if (room !== undefined && !removes) room.left -= places.length * sizeOf(update ?? null);
  if (room !== undefined && room.left < 0) return tooMuch(target, room);
  // From the end, so that removing one item of a list doesn't move the next.
  const ordered = removes ? places.toReversed() : places;
  for (const path of ordered) {
    const problem = removes ? remove(root, path) : merge(root, path, update ?? null);
    if (problem !== undefined) return problem;
  }
  return undefined;
}

/** Where a JSONPath leads to; throws when it isn't one. */
export function placesOf(root: Json, target: string, room?: Room): (readonly (string | number)[])[] {
  const places: (readonly (string | number)[])[] = [];
  jsonPath().exec(root as JsonPath.JsonValue, target, (_value, path) => {
    if (room !== undefined) {
      room.left -= 1;
      if (room.left < 0) throw new Error("too many places");
    }
    places.push([...path]);
  });
  return places;
}

function tooMuch(target: string, { values }: Room): string {
  return `target ${quoted(target)} makes too many values; ${limitHint("values", values)}`;
}

function sizeOf(value: Json): number {
  const inner = isList(value) ? value : members(value).map(([, each]) => each);
  return inner.reduce<number>((sum, each) => sum + sizeOf(each), 1);
}

function remove(root: Json, path: readonly (string | number)[]): string | undefined {
  const last = path.at(-1);
  if (last === undefined) return "the whole document cannot be removed";
  const parent = at(root, path.slice(0, -1));
  if (Array.isArray(parent)) parent.splice(Number(last), 1);
  else if (isObject(parent)) delete (parent as MutableObject)[String(last)];
  return undefined;
}

function merge(root: Json, path: readonly (string | number)[], update: Json): string | undefined {
  const target = at(root, path);
  if (Array.isArray(target)) {
    target.push(structuredClone(update));
  } else if (isObject(target)) {
    if (!isObject(update)) return "'update' must be an object where the target is one";
    mergeInto(target, update);
  } else {
    return "the target of an update must be an object or a list";
  }
  return undefined;
}

/** Objects merge member by member, lists grow at the end, everything else is replaced. */
function mergeInto(target: MutableObject, update: Json): void {
  for (const [key, value] of members(update)) {
    const old = member(target, key);
    if (isObject(old) && isObject(value)) mergeInto(old, value);
    else if (isList(old) && isList(value)) setMember(target, key, [...old, ...structuredClone(value)]);
    else setMember(target, key, structuredClone(value));
  }
}

function at(root: Json, path: readonly (string | number)[]): Json | undefined {
  let value: Json | undefined = root;
  for (const step of path) value = isList(value) ? value[Number(step)] : member(value, String(step));
  return value;
}

let loaded: typeof JsonPath | undefined;

function jsonPath(): typeof JsonPath {
  loaded ??= createRequire(import.meta.url)("jsonpath-rfc9535") as typeof JsonPath;
  return loaded;
}
