import type { Category, Direction, Finding } from "./finding.ts";

/** Where the comparison is. */
export interface Context {
  readonly direction: Direction;
  /** `POST /orders request`. */
  readonly seen: string;
  /** The value is sent as text (a parameter), where null cannot be told from absence. */
  readonly asText?: boolean;
}

export type Draft = Omit<Finding, "directions" | "seen">;

/** What of upstream is to be covered, and what became of it. */
export interface Tally {
  readonly places: ReadonlySet<string>;
  /** Met in ours, and nowhere found missing. */
  readonly covered: ReadonlySet<string>;
  /** Found missing, with the findings that say so. */
  readonly failed: ReadonlyMap<string, ReadonlySet<Finding>>;
}

/** Collects what a comparison finds. The same finding at several uses is one finding. */
export interface Ledger {
  expect(category: Category, place: string): void;
  meet(category: Category, place: string): void;
  find(draft: Draft, context: Context): Finding;
  fail(category: Category, place: string, finding: Finding): void;
  tally(category: Category): Tally;
  findings(): readonly Finding[];
}

interface MutableFinding extends Finding {
  directions: Direction[];
  seen: string[];
}

export function createLedger(): Ledger {
  const expected = new Map<Category, Set<string>>();
  const met = new Map<Category, Set<string>>();
  const failed = new Map<Category, Map<string, Set<Finding>>>();
  const findings = new Map<string, MutableFinding>();
  const add = (into: Map<Category, Set<string>>, category: Category, place: string): void => {
    const places = into.get(category);
    if (places === undefined) into.set(category, new Set([place]));
    else places.add(place);
  };
  return {
    expect: (category, place) => add(expected, category, place),
    meet: (category, place) => add(met, category, place),
    find(draft, { direction, seen }) {
      const key = JSON.stringify([draft.kind, draft.place, draft.ours, draft.theirs, draft.contradiction]);
      const known = findings.get(key);
      if (known === undefined) {
        const finding: MutableFinding = { ...draft, directions: [direction], seen: [seen] };
        findings.set(key, finding);
        return finding;
      }
      if (!known.directions.includes(direction)) known.directions.push(direction);
      if (!known.seen.includes(seen)) known.seen.push(seen);
      return known;
    },
    fail(category, place, finding) {
      const places = failed.get(category) ?? new Map<string, Set<Finding>>();
      failed.set(category, places);
      places.set(place, (places.get(place) ?? new Set()).add(finding));
    },
    tally(category) {
      const places = expected.get(category) ?? new Set();
      const losses = failed.get(category) ?? new Map<string, Set<Finding>>();
      const covered = new Set(
        [...(met.get(category) ?? [])].filter((place) => places.has(place) && !losses.has(place)),
      );
      return { places, covered, failed: losses };
    },
    findings: () => [...findings.values()].sort(byPlace),
  };
}

function byPlace(a: Finding, b: Finding): number {
  return Number(b.contradiction) - Number(a.contradiction) || compare(a.place, b.place) || compare(a.kind, b.kind);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
