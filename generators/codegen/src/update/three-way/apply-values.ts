import type { Json } from "../../contract/contract.ts";
import { isList, isObject, member } from "../../contract/json.ts";
import { list, resolve, types } from "../../emit/schema.ts";
import { same } from "./changes.ts";
import type { Draft } from "./draft.ts";
import type { Group } from "./links.ts";
import { assign, counterparts, type Merge, type Node, type Of, type Result } from "./merge.ts";

export function setMembers(merge: Merge, value: Json, on: boolean, nodes: readonly Node[]): Result {
  const holders = nodes.filter(({ schema }) => isList(schema["enum"]));
  if (holders.length === 0) return "kept";
  const having = holders.filter(({ schema }) => list(schema["enum"]).some((each) => same(each, value)));
  if (on) {
    if (having.length > 0) return "known";
    const [home] = holders;
    if (home === undefined || holders.length > 1) return "open";
    const values = list(home.schema["enum"]);
    const before = values.indexOf(null);
    home.schema["enum"] = before === -1 ? [...values, value] : values.toSpliced(before, 0, value);
    return "taken";
  }
  if (having.length === 0) return "known";
  const gone = having.filter(({ pointer }) =>
    counterparts(merge.next, merge.links.next, pointer).every(
      (schema) => !list(member(schema, "enum")).some((each) => same(each, value)),
    ),
  );
  for (const { schema } of gone) schema["enum"] = list(schema["enum"]).filter((each) => !same(each, value));
  return gone.length > 0 ? "taken" : "kept";
}

export function setKeyword(merge: Merge, edit: Of<"keyword">, nodes: readonly Node[]): Result {
  const { adopt } = merge;
  const { keyword, before, direction } = edit;
  const isSchema = ["items", "additionalProperties"].includes(keyword);
  const after = edit.after !== undefined && isSchema ? adopt.schema(edit.after, direction) : edit.after;
  const holders = nodes.filter(({ schema }) => schema[keyword] !== undefined);
  if (holders.some(({ schema }) => same(schema[keyword], after))) return "known";
  if (before !== undefined) {
    const following = holders.filter(({ schema }) => same(schema[keyword], before));
    if (following.some(({ pointer }) => isShared(merge, pointer, edit))) return "open";
    for (const { schema } of following) assign(schema, keyword, after);
    if (following.length > 0) return "taken";
    return holders.length === 0 && after === undefined ? "known" : "kept";
  }
  if (holders.length > 0) return "kept";
  const [home] = nodes.filter(({ schema }) => schema["type"] !== undefined);
  if (home === undefined || isShared(merge, home.pointer, edit)) return "open";
  assign(home.schema, keyword, after);
  return "taken";
}

/** Whether ours stands for others of theirs too, of which that cannot be said. */
function isShared({ next, links }: Merge, pointer: string, { keyword, after, next: changed }: Of<"keyword">): boolean {
  const own = resolve(next, changed);
  const type = isObject(own) ? types(own).join() : "";
  return counterparts(next, links.next, pointer).some(
    (schema) => type !== "" && types(schema).join() === type && !same(member(schema, keyword), after),
  );
}

/** What is said of a use of a schema, rather than of the schema. */
export function setFlag({ keyword, before, after }: Of<"flag">, { sites }: Group, draft: Draft): Result {
  const site = draft.at(sites[0] ?? "");
  if (site === undefined) return "open";
  if (same(site[keyword], after)) return "known";
  if (!same(site[keyword], before)) return "kept";
  assign(site, keyword, after);
  return "taken";
}
