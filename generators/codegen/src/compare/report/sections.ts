import type { Change, Comparison } from "../change.ts";

/** One sentence of the report, and which judge says it. */
export interface Entry {
  readonly judge: "wire" | "surface";
  readonly change: Change;
}

export interface Section {
  readonly title: string;
  readonly entries: readonly Entry[];
}

const additions = new Set(
  (
    "operation-added property-added parameter-added webhook-added body-added header-added server-added scheme-added " +
    "content-type-added security-added branch-added export-added member-added value-added"
  ).split(" "),
);

/** The changes as people read them: what breaks first, then what to be ready for, then the rest. */
export function sectionsOf({ wire, surface }: Comparison): Section[] {
  const entries: Entry[] = [
    ...wire.map((change): Entry => ({ judge: "wire", change })),
    ...surface.map((change): Entry => ({ judge: "surface", change })),
  ];
  const titles = ["Breaking changes", "New values to handle", "Deprecated", "Added", "Changed", "Documentation"];
  return titles
    .map((title) => ({ title, entries: entries.filter(({ change }) => titleOf(change) === title) }))
    .filter(({ entries: found }) => found.length > 0);
}

function titleOf({ bump, kind, newValue }: Change): string {
  if (bump === "major") return "Breaking changes";
  if (newValue) return "New values to handle";
  if (kind === "deprecated") return "Deprecated";
  if (additions.has(kind)) return "Added";
  return bump === "patch" ? "Documentation" : "Changed";
}

/** `orders.create, orders.list and 3 more`. */
export function reach({ operations }: Change): string {
  if (operations.length <= 3) return operations.join(", ");
  return `${operations.slice(0, 2).join(", ")} and ${operations.length - 2} more`;
}

/** `1 breaking, 2 compatible`. */
export function counts(changes: readonly Change[]): string {
  const breaking = changes.filter(({ bump }) => bump === "major").length;
  const parts = [
    breaking > 0 ? `${breaking} breaking` : "",
    changes.length > breaking ? `${changes.length - breaking} compatible` : "",
  ].filter((part) => part !== "");
  return parts.join(", ") || "no change";
}
