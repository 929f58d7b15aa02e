import { type Alternative, either, takes } from "./alternative.ts";
import { compareEnums } from "./compare-enums.ts";
import { compareLost, variantPlaces, variantText } from "./compare-lost.ts";
import { compareObjects } from "./compare-objects.ts";
import { compareTypes, typeText } from "./compare-types.ts";
import type { Side } from "./expand.ts";
import type { Context, Ledger } from "./ledger.ts";
import { pair } from "./pairing.ts";
import { anyOf, placesOf, type Slot, slotKey, undeclared } from "./slot.ts";

/** Compares what ours allows with what theirs allows in one place, and everything below it. */
export type Compare = (ours: Slot, theirs: Slot, context: Context) => void;

export interface Comparing {
  readonly ours: Side;
  readonly theirs: Side;
  readonly ledger: Ledger;
  readonly schemas: Compare;
}

/** Alternatives of both sides that are compared with each other. */
interface Both {
  readonly ours: readonly Alternative[];
  readonly theirs: readonly Alternative[];
}

/** Each pair of schemas is compared once a direction, however often it is used; that ends cycles too. */
export function schemaComparer(ours: Side, theirs: Side, ledger: Ledger): Compare {
  const visited = new Set<string>();
  const comparing: Comparing = { ours, theirs, ledger, schemas };

  function isNew(...parts: readonly Iterable<string>[]): boolean {
    const key = JSON.stringify(parts.map((part) => [...part].sort()));
    if (visited.has(key)) return false;
    visited.add(key);
    return true;
  }

  function schemas(our: Slot, their: Slot, context: Context): void {
    if (!isNew([slotKey(our)], [slotKey(their)], use(context))) return;
    const all: Both = { ours: ours.alternatives(our), theirs: theirs.alternatives(their) };
    const places = placesOf(their);
    const [whole, wholeTheirs] = [either(all.ours), either(all.theirs)];
    if (wholeTheirs === undefined) return;
    compareTypes(ledger, whole, wholeTheirs, places, context);
    if (whole === undefined) return;
    compareEnums(ledger, whole, wholeTheirs, places, context);
    compareBranches(choose(all, "object"), places, context);
    compareItems(choose(all, "array"), places, context);
  }

  function compareBranches(both: Both, places: readonly string[], context: Context): void {
    if (both.theirs.length === 0) return;
    const { pairs, lost, strangers } = pair(both.ours, both.theirs, {
      ours: ours.alternatives,
      theirs: theirs.alternatives,
    });
    for (const each of pairs) {
      const shape = [each.ours, each.theirs].flatMap(({ origins, required }) => [origins, required]);
      if (isNew(...shape, use(context))) compareObjects(comparing, each, context);
    }
    for (const alternative of lost)
      compareLost(comparing, alternative, both.ours, variantPlaces(both.theirs, places), context);
    for (const alternative of strangers) {
      const draft = { kind: "extra", ours: variantText(alternative), theirs: "absent", contradiction: true } as const;
      for (const place of variantPlaces(both.theirs, places)) ledger.find({ ...draft, place }, context);
    }
  }

  function compareItems(both: Both, places: readonly string[], context: Context): void {
    const their = both.theirs.map(({ items }) => items).reduce(anyOf, []);
    if (both.ours.length === 0 || their.length === 0) return;
    const our = both.ours.map(({ items }) => items).reduce(anyOf, []);
    schemas(our.length > 0 ? our : undeclared(places[0] ?? ""), their, context);
  }

  return schemas;
}

function use({ direction, asText }: Context): readonly string[] {
  return asText === true ? [direction, "text"] : [direction];
}

/** The objects, or the arrays, of both sides. */
function choose({ ours, theirs }: Both, type: "object" | "array"): Both {
  const found = ours.filter((each) => takes(each, type));
  // A document that has properties beside a wrong type has them missing in ours, if the types are the same.
  const same = found.length === 0 && typeText(either(ours)) === typeText(either(theirs));
  return { ours: same ? ours : found, theirs: theirs.filter((each) => takes(each, type)) };
}
