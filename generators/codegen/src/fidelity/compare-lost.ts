import { type Alternative, either } from "./alternative.ts";
import { missingMembers } from "./compare-enums.ts";
import { missing } from "./compare-objects.ts";
import type { Comparing } from "./compare-schema.ts";
import type { Context } from "./ledger.ts";
import { intersection } from "./sets.ts";
import { isHidden } from "./visible.ts";

/** Reports a branch of theirs that ours lacks: by the properties and tags that no branch of ours has, or as a whole. */
export function compareLost(
  comparing: Comparing,
  lost: Alternative,
  ours: readonly Alternative[],
  places: readonly string[],
  context: Context,
): void {
  const { ledger } = comparing;
  const whole = either(ours);
  let reported = 0;
  for (const [name, slot] of lost.properties) {
    if (isHidden(comparing.theirs, slot, context.direction)) continue;
    const own = whole?.properties.get(name);
    if (own === undefined) {
      missing(comparing, slot, context);
      reported += 1;
      continue;
    }
    const members = either(comparing.ours.alternatives(own))?.members;
    const theirs = either(comparing.theirs.alternatives(slot))?.members;
    if (members !== undefined && theirs !== undefined) reported += missingMembers(ledger, members, theirs, context);
  }
  if (reported > 0) return;
  const draft = { kind: "missing", ours: "absent", theirs: variantText(lost), contradiction: true } as const;
  for (const place of places) ledger.find({ ...draft, place }, context);
}

export function variantText({ properties }: Alternative): string {
  return `another variant: ${[...properties.keys()].join(", ") || "no properties"}`;
}

/** Where a union is: the component that all its branches came through, or else the places that use it. */
export function variantPlaces(union: readonly Alternative[], places: readonly string[]): readonly string[] {
  const common = union.map(({ names }) => names).reduce(intersection);
  const outermost = [...common].at(-1);
  return outermost === undefined ? places : [outermost];
}
