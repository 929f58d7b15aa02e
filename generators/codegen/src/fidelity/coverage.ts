import type { Comparison } from "./compare.ts";
import { type Category, categories } from "./finding.ts";
import type { Tally } from "./ledger.ts";
import type { Verdict } from "./verdict.ts";

/** How much of upstream ours has, in one respect. */
export interface Coverage {
  readonly total: number;
  readonly covered: number;
  /** Missing for a reason that is listed. */
  readonly deliberate: number;
  /** Not looked at, because what leads there is missing or of another type. */
  readonly unreached: number;
  /** Undefined when there is nothing to cover. */
  readonly percent: string | undefined;
}

export function coverageOf({ tallies }: Comparison, verdict: Verdict): Readonly<Record<Category, Coverage>> {
  const explained = new Set<unknown>(verdict.explained.flatMap(({ findings }) => findings));
  const count = ({ places, covered, failed }: Tally): Coverage => {
    const failures = [...failed].filter(([place]) => places.has(place));
    return {
      total: places.size,
      covered: covered.size,
      deliberate: failures.filter(([, findings]) => [...findings].every((finding) => explained.has(finding))).length,
      unreached: [...places].filter((place) => !covered.has(place) && !failed.has(place)).length,
      percent: percent(covered.size, places.size),
    };
  };
  const { operations, parameters, requestProperties, responseProperties, enumMembers } = tallies;
  return {
    // Operations that we leave out are a choice, and were not looked at.
    operations: { ...count(operations), unreached: 0 },
    parameters: count(parameters),
    requestProperties: count(requestProperties),
    responseProperties: count(responseProperties),
    enumMembers: count(enumMembers),
  };
}

export const titles: Readonly<Record<Category, string>> = {
  operations: "operations",
  parameters: "parameters",
  requestProperties: "request properties",
  responseProperties: "response properties",
  enumMembers: "enum members",
};

/** In tenths, rounded down: 100% means that nothing is missing. */
export function percent(covered: number, total: number): string | undefined {
  if (total === 0) return undefined;
  return covered === total ? "100%" : `${(Math.floor((1000 * covered) / total) / 10).toFixed(1)}%`;
}

/** `request properties    1,892 of 1,908 (99.1%), 10 deliberately missing` */
export function coverageLines(coverage: Readonly<Record<Category, Coverage>>): readonly string[] {
  const width = Math.max(...categories.map((category) => titles[category].length));
  return categories.map((category) => {
    const { total, covered, deliberate, unreached, percent: share } = coverage[category];
    const parts = [
      `${titles[category].padEnd(width)}  ${covered} of ${total}${share === undefined ? "" : ` (${share})`}`,
      deliberate === 0 ? "" : `${deliberate} missing on purpose`,
      unreached === 0 ? "" : `${unreached} behind what is missing`,
    ];
    return parts.filter((part) => part !== "").join(", ");
  });
}
