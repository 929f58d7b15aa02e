import { campaign } from "../campaign/campaign.ts";
import type { Failure } from "../campaign/tally.ts";
import { withoutRule } from "./build.ts";
import type { Rule } from "./rule.ts";

/** How long the runs took to notice that a rule is broken. */
export interface Caught {
  readonly rule: Rule;
  /** Runs until the first that broke a promise, or all of them. */
  readonly runs: number;
  /** What was noticed; undefined when nothing was. */
  readonly violation: string | undefined;
}

/** Breaks one rule and runs until that shows. */
export async function check(rule: Rule, runs: number, seed: string = rule.seed ?? "rules"): Promise<Caught> {
  const isShown = (violation: string): boolean => rule.shows.test(violation);
  const until = ({ violations }: Failure): boolean => violations.some(isShown);
  const tally = await campaign(await withoutRule(rule), { runs, seed, only: [rule.scene], until });
  const violation = tally.failures.flatMap(({ violations }) => violations).find(isShown);
  return { rule, runs: tally.runs, violation };
}

export function tableOfRules(all: readonly Caught[]): string {
  const titles = ["without this rule", "in", "noticed in run", "as"];
  const lines = all.map(({ rule, runs, violation }) => [
    rule.broken,
    rule.scene,
    violation === undefined ? `not in ${runs}` : String(runs),
    violation ?? "NOTHING",
  ]);
  const widths = titles.map((title, at) => Math.max(title.length, ...lines.map((line) => line[at]?.length ?? 0)));
  return [titles, ...lines]
    .map((line) =>
      line
        .map((cell, at) => cell.padEnd(widths[at] ?? 0))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}
