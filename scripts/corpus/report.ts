import type { Failure, Outcome } from "./document.ts";

/** Failures by class, then what was repaired, then the totals. */
export function report(outcomes: readonly Outcome[], heading: string): string {
  const failed = outcomes.flatMap(({ id, failures }) => failures.map((failure) => ({ id, failure })));
  const classes = new Map<string, { id: string; failure: Failure }[]>();
  for (const each of failed) {
    const name =
      each.failure.class === "refused" ? `refused: ${each.failure.rules.join(", ") || "usage"}` : each.failure.class;
    classes.set(name, [...(classes.get(name) ?? []), each]);
  }
  const lines = [heading, ""];
  for (const [name, members] of [...classes].sort(([a], [b]) => (a < b ? -1 : 1))) {
    lines.push(`${name}: ${members.length}`);
    for (const { id, failure } of members) lines.push(`  ${id}: ${failure.detail}`);
  }
  const { compiled, refused, broken } = totals(outcomes);
  const share = ((100 * compiled) / Math.max(1, outcomes.length)).toFixed(1);
  lines.push(
    ...repairs(outcomes),
    "",
    `${outcomes.length} documents: ${compiled} compile (${share}%), ${refused} refused, ${broken} broken`,
  );
  return lines.join("\n");
}

export function totals(outcomes: readonly Outcome[]): { compiled: number; refused: number; broken: number } {
  const refused = outcomes.filter(({ failures }) => failures.length > 0 && failures.every(isRefusal)).length;
  const broken = outcomes.filter(({ failures }) => failures.some((failure) => !isRefusal(failure))).length;
  return { compiled: outcomes.length - refused - broken, refused, broken };
}

function isRefusal(failure: Failure): boolean {
  return failure.class === "refused";
}

function repairs(outcomes: readonly Outcome[]): string[] {
  const counts = new Map<string, { documents: number; times: number }>();
  for (const outcome of outcomes) {
    for (const [rule, times] of Object.entries(outcome.package?.repairs ?? {})) {
      const known = counts.get(rule) ?? { documents: 0, times: 0 };
      counts.set(rule, { documents: known.documents + 1, times: known.times + times });
    }
  }
  if (counts.size === 0) return [];
  const rows = [...counts].sort(([, a], [, b]) => b.documents - a.documents);
  return ["repaired:", ...rows.map(([rule, { documents, times }]) => `  ${rule}: ${times} in ${documents} documents`)];
}
