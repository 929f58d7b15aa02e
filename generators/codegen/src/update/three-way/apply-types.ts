import type { Json } from "../../contract/contract.ts";
import { isList, isObject } from "../../contract/json.ts";
import { list, types } from "../../emit/schema.ts";
import { same } from "./changes.ts";
import { isNull } from "./core.ts";
import type { Draft } from "./draft.ts";
import { canonical, type Group } from "./links.ts";
import type { Merge, Node, Of, Result } from "./merge.ts";

export function setNullable(on: boolean, { sites }: Group, nodes: readonly Node[], draft: Draft): Result {
  const [pointer] = sites;
  const site = pointer === undefined ? undefined : draft.at(pointer);
  if (pointer === undefined || site === undefined) return "open";
  const typed = nodes.filter(({ schema }) => types(schema).length > 0 && types(schema).join() !== "null");
  const isNullable = ({ schema }: Node): boolean => types(schema).includes("null");
  const wrapped = ["anyOf", "oneOf"].find((keyword) => list(site[keyword]).some(isNull));
  if (on) {
    if (wrapped !== undefined || (typed.length > 0 && typed.every(isNullable))) return "known";
    if (site["$ref"] !== undefined) {
      const { $ref, ...rest } = site;
      draft.put(pointer, { ...rest, anyOf: [{ $ref: $ref ?? "" }, { type: "null" }] });
      return "taken";
    }
    if (types(site).length === 0) return "open";
    site["type"] = [...types(site), "null"];
    if (isList(site["enum"]) && !site["enum"].includes(null)) site["enum"] = [...site["enum"], null];
    return "taken";
  }
  if (wrapped !== undefined) {
    const left = list(site[wrapped]).filter((branch) => !isNull(branch));
    const [only] = left;
    const { [wrapped]: _, ...rest } = site;
    draft.put(pointer, left.length === 1 && isObject(only) ? { ...rest, ...only } : { ...rest, [wrapped]: left });
    return "taken";
  }
  if (!types(site).includes("null")) return typed.some(isNullable) ? "open" : "known";
  const left = types(site).filter((type) => type !== "null");
  site["type"] = left.length === 1 ? (left[0] ?? "null") : left;
  if (isList(site["enum"])) site["enum"] = site["enum"].filter((each) => each !== null);
  return "taken";
}

/** Another type is another schema: what ours said besides no longer holds, but for its words. */
export function setType(
  { adopt, draft }: Merge,
  { before, after, direction }: Of<"type">,
  nodes: readonly Node[],
): Result {
  const typesIn = (schema: Json): string =>
    isObject(schema)
      ? types(schema)
          .filter((type) => type !== "null")
          .sort()
          .join()
      : "";
  const typed = nodes.filter(({ schema }) => typesIn(schema) !== "");
  const following = typed.filter(({ schema }) => typesIn(before) !== "" && typesIn(schema) === typesIn(before));
  if (following.length === 0) {
    if (typesIn(after) !== "" && typed.some(({ schema }) => typesIn(schema) === typesIn(after))) return "known";
    return typesIn(before) === "" || typed.length === 0 ? "open" : "kept";
  }
  for (const { pointer, schema } of following) {
    const words = ["title", "description", "deprecated", "readOnly", "writeOnly"].flatMap((key) => {
      const value = schema[key];
      return value === undefined ? [] : [[key, value] as const];
    });
    const adopted = adopt.schema(after, direction);
    const nullable = types(schema).includes("null") && isObject(adopted) && types(adopted).length > 0;
    const type =
      nullable && isObject(adopted) ? { type: [...types(adopted).filter((each) => each !== "null"), "null"] } : {};
    draft.put(pointer, isObject(adopted) ? { ...adopted, ...type, ...Object.fromEntries(words) } : adopted);
  }
  return "taken";
}

export function addBranch(
  { adopt }: Merge,
  { keyword, branch, direction }: Of<"branch">,
  nodes: readonly Node[],
): Result {
  const holders = [keyword, "oneOf", "anyOf"].flatMap((name) =>
    nodes.flatMap(({ schema }) => (list(schema[name]).length > 1 ? [{ schema, name }] : [])),
  );
  const [home] = holders;
  if (home === undefined) return "open";
  const adopted = adopt.schema(branch, direction);
  const branches = list(home.schema[home.name]);
  if (branches.some((each) => same(each, adopted))) return "known";
  home.schema[home.name] = [...branches, adopted];
  return "taken";
}

export function dropBranch({ links }: Merge, { at, direction }: Of<"branch">, nodes: readonly Node[]): Result {
  const asObject = links.base.objects(at);
  const groups = asObject.length > 0 ? asObject : links.base.values(at);
  const own = new Set(groups.filter((group) => group.direction === direction).flatMap((group) => group.nodes));
  for (const { schema, pointer } of nodes) {
    for (const name of ["oneOf", "anyOf"]) {
      const branches = list(schema[name]);
      const isOne = (branch: Json, index: number): boolean => {
        const target = isObject(branch) && typeof branch["$ref"] === "string" ? branch["$ref"] : undefined;
        return own.has(target === undefined ? `${pointer}/${name}/${index}` : canonical(target));
      };
      const left = branches.filter((branch, index) => !isOne(branch, index));
      // A branch that ours has for several of theirs would take the others along.
      if (left.length !== branches.length - 1 || left.length === 0) continue;
      schema[name] = left;
      return "taken";
    }
  }
  return "open";
}
