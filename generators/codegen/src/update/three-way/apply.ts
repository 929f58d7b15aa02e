import { addProperty, dropProperty, setRequired } from "./apply-properties.ts";
import { addBranch, dropBranch, setNullable, setType } from "./apply-types.ts";
import { setFlag, setKeyword, setMembers } from "./apply-values.ts";
import type { Outcome, SchemaEdit } from "./edits.ts";
import type { Group } from "./links.ts";
import type { Merge, Node, Result } from "./merge.ts";
import { said } from "./said.ts";

/** Makes one change of the provider's in our document, wherever it stands there. */
export function applyEdit(merge: Merge, edit: SchemaEdit): Outcome {
  const pointer = edit.next;
  const groups = groupsOf(merge, edit);
  if (groups.length === 0) {
    return { result: "open", message: `${said(edit)} Our contract has no such place.`, pointer };
  }
  const results = groups.map((group) => applyTo(merge, edit, group));
  // One place that follows is enough to say so; one that a person has to look at is more to the point.
  const order: readonly Result[] = ["open", "taken", "kept", "known"];
  const result = order.find((each) => results.includes(each)) ?? "open";
  return { result, message: `${said(edit)}${result === "kept" ? whyKept(edit) : ""}`, pointer };
}

function whyKept(edit: SchemaEdit): string {
  const isGone = (edit.kind === "property" && edit.after === undefined) || (edit.kind === "member" && !edit.on);
  if (isGone) return " Ours is one schema for several of theirs, and others still have it.";
  return " Our contract says otherwise on purpose.";
}

function groupsOf({ links }: Merge, edit: SchemaEdit): Group[] {
  const isObjects = edit.kind === "property" || edit.kind === "required";
  const found = [
    ...(isObjects ? links.base.objects(edit.base) : links.base.values(edit.base)),
    ...(isObjects ? links.next.objects(edit.next) : links.next.values(edit.next)),
  ];
  const groups = new Map(found.map((group) => [JSON.stringify(group), group]));
  return [...groups.values()].filter(({ direction }) => direction === edit.direction);
}

function applyTo(merge: Merge, edit: SchemaEdit, group: Group): Result {
  const { draft } = merge;
  const nodes = group.nodes.flatMap((pointer): Node[] => {
    const schema = draft.at(pointer);
    return schema === undefined ? [] : [{ pointer, schema }];
  });
  switch (edit.kind) {
    case "property":
      return edit.after === undefined ? dropProperty(merge, edit.name, nodes) : addProperty(merge, edit, nodes);
    case "required":
      return setRequired(merge, edit, nodes);
    case "member":
      return setMembers(merge, edit.value, edit.on, nodes);
    case "keyword":
      return setKeyword(merge, edit, nodes);
    case "flag":
      return setFlag(edit, group, draft);
    case "nullable":
      return setNullable(edit.on, group, nodes, draft);
    case "type":
      return setType(merge, edit, nodes);
    case "branch":
      return edit.on ? addBranch(merge, edit, nodes) : dropBranch(merge, edit, nodes);
  }
}
