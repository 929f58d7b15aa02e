import { campaign } from "../campaign/campaign.ts";
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
export async function check(rule: Rule, runs: number, seed = "rules"): Promise<Caught> {
  const tally = await campaign(await withoutRule(rule), { runs, seed, only: [rule.scene], stopAtFailure: true });
  const [failure] = tally.failures;
  return { rule, runs: tally.runs, violation: failure?.violations[0] };
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
