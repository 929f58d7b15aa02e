import { inert } from "../../contract/text.ts";
import { bumpOf, type Comparison } from "../change.ts";
import { counts, reach, sectionsOf } from "./sections.ts";

const most = 60;

/** The report for a terminal. */
export function textReport(comparison: Comparison, title: string, judged: { readonly surface: boolean }): string {
  const { bump, wire, surface } = comparison;
  const lines = [`${inert(title, 300)}: ${bump}`, `  wire     ${bumpOf(wire)}, ${counts(wire)}`];
  lines.push(judged.surface ? `  surface  ${bumpOf(surface)}, ${counts(surface)}` : "  surface  not asked");
  for (const { title: heading, entries } of sectionsOf(comparison)) {
    lines.push("", heading);
    for (const { judge, change } of entries.slice(0, most)) {
      lines.push(`  ${judge.padEnd(8)} ${change.message}`);
      const where = [change.pointer ?? "", inert(reach(change), 200)].filter((part) => part !== "").join("  ");
      if (where !== "") lines.push(`           ${inert(where, 400)}`);
    }
    if (entries.length > most) lines.push(`  and ${entries.length - most} more: --format json shows all`);
  }
  return `${lines.join("\n")}\n`;
}
