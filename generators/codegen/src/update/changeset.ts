import { createHash } from "node:crypto";
import type { Change, Comparison } from "../compare/index.ts";
import { sectionsOf } from "../compare/report/sections.ts";
import { inert } from "../contract/text.ts";

export interface Changeset {
  readonly file: string;
  readonly text: string;
}

const most = 60;

/** What changesets reads: the package with its bump, then prose for people; undefined where nothing changed. */
export function changesetFor(
  packageName: string,
  stem: string,
  introduction: string,
  comparison: Comparison,
): Changeset | undefined {
  if (comparison.bump === "none") return undefined;
  const lines = ["---", `${JSON.stringify(packageName)}: ${comparison.bump}`, "---", "", introduction];
  for (const { title: heading, entries } of sectionsOf(comparison)) {
    const messages = entries.filter((entry) => speaks(entry.judge, entry.change)).map(({ change }) => change.message);
    if (messages.length === 0) continue;
    lines.push("", `**${heading}**`, "", ...messages.slice(0, most).map((message) => `- ${message}`));
    if (messages.length > most) lines.push(`- And ${messages.length - most} more.`);
  }
  const text = `${lines.join("\n")}\n`;
  const hash = createHash("sha256").update(text).digest("hex").slice(0, 8);
  return { file: `${stem}-${hash}.md`, text };
}

/** The first sentence of a client's changeset. */
export function followsChange(title: string): string {
  return `Follows a change of ${inert(title)}.`;
}

/** The same for a package that hands on the client's types. */
export function followsClient(client: string): string {
  return `Follows ${JSON.stringify(client).replaceAll('"', "`")}: what is handed on in the provider's own types changes with it.`;
}

/** The wire tells the story; of the compiler's verdict only what the wire cannot know, and breaks programs. */
function speaks(judge: "wire" | "surface", { bump, kind }: Change): boolean {
  if (judge === "wire") return true;
  const own = [
    "export-removed",
    "known-value-removed",
    "status-removed",
    "method-removed",
    "pages-changed",
    "options-changed",
  ];
  return bump === "major" && own.includes(kind);
}
