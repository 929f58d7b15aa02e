import { type Alternative, either } from "./alternative.ts";
import { intersection, likeness } from "./sets.ts";
import type { Slot } from "./slot.ts";

export type Expand = (slot: Slot) => readonly Alternative[];

/** At most so alike are those that nothing but their position or form brings together. */
export const weak = 0.05;

type Tags = ReadonlyMap<string, ReadonlySet<string>>;

/**
 * How alike two branches are, by index; 0: not at all. The value of a tag (`type: "card"`) says the most, then the name
 * of the component, then the properties.
 */
export function similarity(
  ours: readonly Alternative[],
  theirs: readonly Alternative[],
  expand: { readonly ours: Expand; readonly theirs: Expand },
): (our: number, their: number) => number {
  const ourTags = ours.map((each) => tagsOf(each, expand.ours));
  const theirTags = theirs.map((each) => tagsOf(each, expand.theirs));
  const weight = rarity([...ours, ...theirs]);
  return (our, their) => {
    const [a, b, tags, others] = [ours[our], theirs[their], ourTags[our], theirTags[their]];
    if (a === undefined || b === undefined || tags === undefined || others === undefined) return 0;
    // Of branches that look the same, or say nothing, those at the same position belong together.
    const position = our === their ? 0.001 : 0;
    if (a.properties.size === 0 || b.properties.size === 0) return position;
    const found = alike(a, b, tags, others, weight);
    return found === 0 ? 0 : found + position;
  };
}

/** Properties that can tell branches apart: those with a short list of values. */
function tagsOf(alternative: Alternative, expand: Expand): Tags {
  const tags = new Map<string, ReadonlySet<string>>();
  for (const [name, slot] of alternative.properties) {
    const whole = either(expand(slot));
    if (whole?.members === undefined || whole.open || whole.members.size > 3) continue;
    tags.set(name, new Set(whole.members.keys()));
  }
  return tags;
}

/** A property that every branch has says next to nothing, one that only two have says much. */
function rarity(alternatives: readonly Alternative[]): (name: string) => number {
  const counts = new Map<string, number>();
  for (const { properties } of alternatives) {
    for (const name of properties.keys()) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return (name) => Math.log(alternatives.length / (counts.get(name) ?? 1)) + 0.01;
}

function alike(a: Alternative, b: Alternative, tags: Tags, others: Tags, weight: (name: string) => number): number {
  let tagged = 0;
  let isContrary = false;
  for (const [name, values] of tags) {
    const other = others.get(name);
    if (other === undefined) continue;
    if (intersection(values, other).size === 0) isContrary = true;
    tagged += likeness(values, other);
  }
  const shape = likeness(new Set(a.properties.keys()), new Set(b.properties.keys()), weight);
  // A tag that is spelt another way.
  if (isContrary) return shape < 0.5 ? 0 : shape * weak;
  return 2 * tagged + likeness(a.names, b.names) + shape;
}
