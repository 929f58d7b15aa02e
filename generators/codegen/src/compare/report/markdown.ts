import { inert } from "../../contract/text.ts";
import { bumpOf, type Comparison } from "../change.ts";
import { code } from "../wire/words.ts";
import { counts, reach, sectionsOf } from "./sections.ts";

const most = 200;

/** The report for a pull request. Every name of a document stands in a code span, where nothing is markup. */
export function markdownReport(comparison: Comparison, title: string, judged: { readonly surface: boolean }): string {
  const { bump, wire, surface } = comparison;
  const lines = [
    `# ${escaped(title)}: ${bump}`,
    "",
    "| Judge | Bump | Changes |",
    "| --- | --- | --- |",
    `| wire | ${bumpOf(wire)} | ${counts(wire)} |`,
    judged.surface ? `| surface | ${bumpOf(surface)} | ${counts(surface)} |` : "| surface | not asked | |",
  ];
  for (const { title: heading, entries } of sectionsOf(comparison)) {
    lines.push("", `## ${heading}`, "");
    for (const { judge, change } of entries.slice(0, most)) {
      const users = reach(change);
      const where = change.pointer === undefined ? "" : ` ${code(change.pointer)}`;
      lines.push(`- ${change.message} (${judge}${users === "" ? "" : `, ${escaped(users)}`})${where}`);
    }
    if (entries.length > most) lines.push(`- and ${entries.length - most} more`);
  }
  return `${lines.join("\n")}\n`;
}

function escaped(text: string): string {
  return inert(text, 300).replace(/[\\`*_{}[\]<>|#!]/g, "\\$&");
}
