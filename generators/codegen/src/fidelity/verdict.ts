import type { Comparison } from "./compare.ts";
import type { Difference } from "./differences.ts";
import type { Finding } from "./finding.ts";
import { operationKey } from "./operations.ts";

export interface Explained {
  readonly difference: Difference;
  readonly findings: readonly Finding[];
}

/** What a comparison comes to once the deliberate differences are known. */
export interface Verdict {
  /** Contradictions that nothing explains. */
  readonly contradictions: readonly Finding[];
  readonly explained: readonly Explained[];
  /** Deliberate differences that match nothing any more. */
  readonly stale: readonly Difference[];
  /** What needs no reason and has none. */
  readonly information: readonly Finding[];
}

export function judge({ findings }: Comparison, differences: readonly Difference[]): Verdict {
  const all = differences.map((difference): Explained => {
    const fits = matcher(difference);
    return { difference, findings: findings.filter(fits) };
  });
  const explained = new Set(all.flatMap((each) => each.findings));
  const rest = findings.filter((finding) => !explained.has(finding));
  return {
    contradictions: rest.filter(({ contradiction }) => contradiction),
    explained: all.filter((each) => each.findings.length > 0),
    stale: all.filter((each) => each.findings.length === 0).map(({ difference }) => difference),
    information: rest.filter(({ contradiction }) => !contradiction),
  };
}

/** The operations that are the same under different paths: ours by theirs. */
export function aliasesOf(differences: readonly Difference[]): ReadonlyMap<string, string> {
  return new Map(differences.flatMap(({ place, as }) => (as === undefined ? [] : [[place, as]])));
}

function matcher({ kind, place, as }: Difference): (finding: Finding) => boolean {
  const pattern = new RegExp(`^${place.split("*").map(escaped).join(".*")}$`, "s");
  return (finding) =>
    finding.kind === kind &&
    pattern.test(finding.place) &&
    (as === undefined || operationKey(finding.theirs) === operationKey(as));
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&");
}
