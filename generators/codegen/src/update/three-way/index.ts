import type { JsonObject } from "../../contract/contract.ts";
import { adopter } from "./adopt.ts";
import { applyEdit } from "./apply.ts";
import { schemaEdits } from "./changes.ts";
import { draftOf } from "./draft.ts";
import type { Outcome, SchemaEdit } from "./edits.ts";
import { linksBetween } from "./links.ts";
import type { Merge } from "./merge.ts";
import { applyOperations } from "./operations.ts";

export type { Outcome } from "./edits.ts";

export interface Merged {
  readonly document: JsonObject;
  readonly outcomes: readonly Outcome[];
}

/**
 * Makes in our document what the provider changed from `base` to `next`. What ours says otherwise on purpose stays, and
 * so do its words, its names and everything that the provider's document lacks.
 */
export function mergeUpstream(
  ours: JsonObject,
  base: JsonObject,
  next: JsonObject,
  aliases: ReadonlyMap<string, string>,
): Merged {
  const links = { base: linksBetween(ours, base, aliases), next: linksBetween(ours, next, aliases) };
  const draft = draftOf(ours);
  const merge: Merge = { base, next, draft, links, adopt: adopter(next, draft, links.next) };
  const edits = schemaEdits(base, next).toSorted((a, b) => order(a) - order(b));
  const outcomes = [...edits.map((edit) => applyEdit(merge, edit)), ...applyOperations(merge)];
  return { document: draft.document, outcomes: worst(outcomes) };
}

/** What is new comes before what is said of it. */
function order(edit: SchemaEdit): number {
  if (edit.kind === "property") return edit.after === undefined ? 3 : 0;
  return edit.kind === "required" ? 2 : 1;
}

/** One change can reach several schemas of ours, in both directions: a line each would say little. */
function worst(outcomes: readonly Outcome[]): Outcome[] {
  const rank: readonly Outcome["result"][] = ["open", "taken", "kept", "known"];
  const found = new Map<string, Outcome>();
  for (const outcome of outcomes) {
    const key = `${outcome.pointer} ${outcome.message.split(". ")[0]}`;
    const known = found.get(key);
    if (known === undefined || rank.indexOf(outcome.result) < rank.indexOf(known.result)) found.set(key, outcome);
  }
  return [...found.values()];
}
