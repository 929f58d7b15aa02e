import { type Alternative, either } from "./alternative.ts";
import { type Expand, similarity, weak } from "./similarity.ts";

/** Branches that say the same thing on both sides, each seen as one. */
export interface Pair {
  readonly ours: Alternative;
  readonly theirs: Alternative;
}

export interface Pairing {
  readonly pairs: readonly Pair[];
  /** Branches of theirs that are like none of ours. */
  readonly lost: readonly Alternative[];
  /** Branches of ours that are like none of theirs. */
  readonly strangers: readonly Alternative[];
}

/**
 * Finds which branches of two unions belong together, the most alike first. Several branches on one side may be one on
 * the other; a union of ours against one object of theirs is compared as a whole.
 */
export function pair(
  ours: readonly Alternative[],
  theirs: readonly Alternative[],
  expand: { readonly ours: Expand; readonly theirs: Expand },
): Pairing {
  const [all, allTheirs] = [either(ours), either(theirs)];
  if (all === undefined || allTheirs === undefined) return { pairs: [], lost: [], strangers: [] };
  if (theirs.length === 1) return pairWithOne(ours, allTheirs);

  const groups = group(candidates(ours, theirs, expand));
  const pairs = groups.flatMap((members): Pair[] => {
    const our = either(ours.filter((_, index) => members.ours.has(index)));
    const their = either(theirs.filter((_, index) => members.theirs.has(index)));
    return our === undefined || their === undefined ? [] : [{ ours: our, theirs: their }];
  });
  const lost = theirs.filter((_, index) => !groups.some((members) => members.theirs.has(index)));
  const strangers = ours.filter((_, index) => !groups.some((members) => members.ours.has(index)));
  return { pairs, lost, strangers };
}

/** Ours splits what theirs has in one piece, or has variants besides: those have members, but not all that theirs needs. */
function pairWithOne(ours: readonly Alternative[], theirs: Alternative): Pairing {
  const needed = [...theirs.required].filter((name) => theirs.properties.has(name));
  const isWhole = ({ properties }: Alternative): boolean => needed.every((name) => properties.has(name));
  const strangers = ours.some(isWhole) ? ours.filter((each) => !isWhole(each) && each.properties.size > 0) : [];
  const all = either(ours.filter((each) => !strangers.includes(each)));
  return { pairs: all === undefined ? [] : [{ ours: all, theirs }], lost: [], strangers };
}

interface Candidate {
  readonly our: number;
  readonly their: number;
  readonly score: number;
}

/** Everything that is alike at all, the most alike first. */
function candidates(
  ours: readonly Alternative[],
  theirs: readonly Alternative[],
  expand: { readonly ours: Expand; readonly theirs: Expand },
): readonly Candidate[] {
  const score = similarity(ours, theirs, expand);
  const found = ours.flatMap((_, our) => theirs.map((__, their) => ({ our, their, score: score(our, their) })));
  return found.filter((candidate) => candidate.score > 0).sort((a, b) => b.score - a.score);
}

interface Group {
  readonly ours: Set<number>;
  readonly theirs: Set<number>;
}

/** One to one as far as that goes; who is left over joins the group that is most like it. */
function group(found: readonly Candidate[]): readonly Group[] {
  const groups: Group[] = [];
  const ofOurs = new Map<number, Group>();
  const ofTheirs = new Map<number, Group>();
  for (const { our, their } of found) {
    if (ofOurs.has(our) || ofTheirs.has(their)) continue;
    const one: Group = { ours: new Set([our]), theirs: new Set([their]) };
    groups.push(one);
    ofOurs.set(our, one);
    ofTheirs.set(their, one);
  }
  for (const { our, their, score } of found) {
    if (score <= weak) continue;
    const [own, other] = [ofOurs.get(our), ofTheirs.get(their)];
    if (own === undefined && other !== undefined) {
      other.ours.add(our);
      ofOurs.set(our, other);
    } else if (own !== undefined && other === undefined) {
      own.theirs.add(their);
      ofTheirs.set(their, own);
    }
  }
  return groups;
}
