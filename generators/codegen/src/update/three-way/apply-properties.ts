import type { JsonObject } from "../../contract/contract.ts";
import { isObject, type MutableObject, member, members } from "../../contract/json.ts";
import { list, resolve } from "../../emit/schema.ts";
import { counterparts, type Merge, type Node, type Of, type Result } from "./merge.ts";

export function addProperty(
  { adopt, next }: Merge,
  { name, after, next: at, direction }: Of<"property">,
  nodes: readonly Node[],
): Result {
  if (after === undefined) return "open";
  const holders = nodes.filter(({ schema }) => isObject(schema["properties"]));
  if (holders.some(({ schema }) => member(schema["properties"], name) !== undefined)) return "known";
  const siblings = new Set(members(member(resolve(next, at), "properties")).map(([key]) => key));
  const shared = ({ schema }: Node): number =>
    members(schema["properties"]).filter(([key]) => siblings.has(key)).length;
  const [home] = holders.toSorted((a, b) => shared(b) - shared(a));
  if (home === undefined || (shared(home) === 0 && siblings.size > 1)) return "open";
  home.schema["properties"] = { ...Object(home.schema["properties"]), [name]: adopt.schema(after, direction) };
  return "taken";
}

export function dropProperty(merge: Merge, name: string, nodes: readonly Node[]): Result {
  const holders = nodes.filter(({ schema }) => member(schema["properties"], name) !== undefined);
  if (holders.length === 0) return "known";
  const gone = holders.filter(({ pointer }) => !othersOf(merge, pointer, name).some(() => true));
  for (const { schema } of gone) {
    const kept = members(schema["properties"]).filter(([key]) => key !== name);
    schema["properties"] = Object.fromEntries(kept);
    dropRequired(schema, name);
  }
  return gone.length > 0 ? "taken" : "kept";
}

/** The schemas of theirs that one of ours stands for and that have such a property. */
function othersOf({ next, links }: Merge, pointer: string, name: string): JsonObject[] {
  return counterparts(next, links.next, pointer).filter(
    (schema) => member(member(schema, "properties"), name) !== undefined,
  );
}

export function setRequired(merge: Merge, { name, on }: Of<"required">, nodes: readonly Node[]): Result {
  const isRequired = ({ schema }: Node): boolean => list(schema["required"]).includes(name);
  const holders = nodes.filter(({ schema }) => member(schema["properties"], name) !== undefined);
  if (!on) {
    const holding = nodes.filter(isRequired);
    for (const { schema } of holding) dropRequired(schema, name);
    return holding.length > 0 ? "taken" : "known";
  }
  if (nodes.some(isRequired)) return "known";
  const [home] = holders;
  if (home === undefined) return "open";
  const others = othersOf(merge, home.pointer, name);
  if (others.some((schema) => !list(member(schema, "required")).includes(name))) return "open";
  home.schema["required"] = [...list(home.schema["required"]), name];
  return "taken";
}

function dropRequired(schema: MutableObject, name: string): void {
  const left = list(schema["required"]).filter((each) => each !== name);
  if (left.length > 0) schema["required"] = left;
  else delete schema["required"];
}
