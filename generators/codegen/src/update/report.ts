import { sectionsOf } from "../compare/report/sections.ts";
import { inert } from "../contract/text.ts";
import type { Outcome } from "./three-way/index.ts";
import type { Taken } from "./upstream/take.ts";

const most = 200;

/** What the provider changed, in his names, and what of it waits for a person: for a terminal. */
export function upstreamLines({ lock, changes, outcomes, newOperations }: Omit<Taken, "document">): string {
  const real = changes.filter(({ kind }) => kind !== "documentation");
  const lines = [`Upstream, revision ${lock.document.revision}: ${counted(real.length, "change")} of what we cover`];
  for (const { title, entries } of sectionsOf({ bump: "none", wire: real, surface: [] })) {
    lines.push("", `${title} upstream`);
    for (const { change } of entries.slice(0, most)) {
      lines.push(`  ${change.message}`, ...(change.pointer === undefined ? [] : [`    ${inert(change.pointer, 300)}`]));
    }
    if (entries.length > most) lines.push(`  and ${entries.length - most} more: --json shows all`);
  }
  lines.push(...outcomeLines("Not taken, because our contract says otherwise on purpose", "kept", outcomes));
  lines.push(...outcomeLines("Left for you to decide", "open", outcomes));
  if (newOperations.length > 0) {
    lines.push("", "New operations upstream, not covered by our contract");
    lines.push(...newOperations.slice(0, most).map((title) => `  ${inert(title, 200)}`));
  }
  return `${lines.join("\n")}\n\n`;
}

function outcomeLines(title: string, result: Outcome["result"], outcomes: readonly Outcome[]): string[] {
  const found = outcomes.filter((outcome) => outcome.result === result);
  if (found.length === 0) return [];
  const shown = found.slice(0, most).flatMap(({ message, pointer }) => [`  ${message}`, `    ${inert(pointer, 300)}`]);
  return ["", title, ...shown];
}

function counted(count: number, noun: string): string {
  return count === 0 ? `no ${noun}` : `${count} ${noun}${count === 1 ? "" : "s"}`;
}
