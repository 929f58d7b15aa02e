import { inert } from "../contract/text.ts";
import type { Comparison } from "./compare.ts";
import { type Coverage, coverageLines } from "./coverage.ts";
import type { Difference, Differences, Remark } from "./differences.ts";
import type { Category, Finding } from "./finding.ts";
import type { Verdict } from "./verdict.ts";

/** A line for people; the indented ones belong to the line before. */
export interface Line {
  readonly text: string;
  readonly mark: "ok" | "warning" | "failure" | "note";
}

export interface Result {
  readonly comparison: Comparison;
  readonly verdict: Verdict;
  readonly coverage: Readonly<Record<Category, Coverage>>;
}

/** The whole report, the most important part last: that is what a terminal still shows at the end. */
export function reportLines({ comparison, verdict, coverage }: Result, listed: Differences): readonly Line[] {
  const { contradictions, explained, stale, information } = verdict;
  const { notCovered } = comparison;
  return [
    heading("ok", notCovered.length, "operation of theirs is left out", "operations of theirs are left out"),
    ...notCovered.map(note),
    heading(
      "ok",
      information.length,
      "remark that needs no reason (listed by --json)",
      "remarks that need no reason (listed by --json)",
    ),
    ...summary(information),
    heading("ok", explained.length + listed.remarks.length, "deliberate difference", "deliberate differences"),
    ...explained.map(({ difference, findings }) => note(`${differenceText(difference)}${times(findings)}`)),
    ...listed.remarks.map((remark) => note(remarkText(remark))),
    ...staleLines(stale),
    heading("failure", contradictions.length, "contradiction", "contradictions"),
    ...contradictions.map((finding) => note(findingText(finding))),
    { text: "coverage", mark: contradictions.length + stale.length > 0 ? "failure" : "ok" },
    ...coverageLines(coverage).map(note),
  ];
}

/** What is left to say when there is nothing to compare with. */
export function unmeasuredLines(reason: string, { differences, remarks }: Differences): readonly Line[] {
  return [
    { text: `not measured: ${reason}`, mark: "warning" },
    heading("ok", differences.length + remarks.length, "deliberate difference", "deliberate differences"),
    ...differences.map((difference) => note(differenceText(difference))),
    ...remarks.map((remark) => note(remarkText(remark))),
  ];
}

function findingText({ kind, place, ours, theirs, directions, seen }: Finding): string {
  const more = seen.length > 1 ? ` and ${seen.length - 1} more` : "";
  const where =
    seen[0] === undefined || place.startsWith(seen[0]) ? "" : ` (${directions.join(" and ")}; ${seen[0]}${more})`;
  return `${kind} ${place}: ours ${ours}, theirs ${theirs}${where}`;
}

function differenceText({ kind, place, reason, as }: Difference): string {
  return `${kind} ${place}${as === undefined ? "" : ` as ${as}`}: ${reason}`;
}

function remarkText({ at, documented, contract, reason }: Remark): string {
  return `${at}: documented ${quote(documented)}, ours ${quote(contract)}: ${reason}`;
}

function quote(text: string): string {
  return `'${text.replace(/\.$/, "")}'`;
}

function times(findings: readonly Finding[]): string {
  return findings.length === 1 ? "" : ` (${findings.length} places)`;
}

function summary(information: readonly Finding[]): readonly Line[] {
  const counts = new Map<string, number>();
  for (const { kind } of information) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return counts.size === 0 ? [] : [note([...counts].map(([kind, count]) => `${count} ${kind}`).join(", "))];
}

function staleLines(stale: readonly Difference[]): readonly Line[] {
  if (stale.length === 0) return [];
  const [one, many] = ["listed difference matches nothing any more", "listed differences match nothing any more"];
  return [
    heading("failure", stale.length, `${one}; remove it`, `${many}; remove them`),
    ...stale.map((difference) => note(differenceText(difference))),
  ];
}

function heading(mark: Line["mark"], count: number, one: string, many: string): Line {
  return { text: `${count} ${count === 1 ? one : many}`, mark: count === 0 ? "ok" : mark };
}

function note(text: string): Line {
  return { text: inert(text, 600), mark: "note" };
}
