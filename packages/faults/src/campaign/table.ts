import type { Row } from "./tally.ts";

const columns: readonly (readonly [title: string, cell: (row: Row) => string | number])[] = [
  ["provider", (row) => row.scene],
  ["operation", (row) => row.operation],
  ["key", (row) => row.idempotency],
  ["intents", (row) => row.intents],
  ["calls", (row) => row.calls],
  ["faults", (row) => row.faults],
  ["executed", (row) => row.executed],
  ["twice", (row) => row.duplicates],
  ["wrongly failed", (row) => row.wronglyFailed],
  ["unknown", (row) => row.unknown],
  ["→ executed", (row) => row.resolvedExecuted],
  ["→ not executed", (row) => row.resolvedNotExecuted],
  ["→ still unknown", (row) => row.stillUnknown],
];

/** The figures as text, in columns. */
export function table(rows: readonly Row[]): string {
  const cells = [columns.map(([title]) => title), ...rows.map((row) => columns.map(([, cell]) => String(cell(row))))];
  const widths = columns.map((_column, at) => Math.max(...cells.map((line) => line[at]?.length ?? 0)));
  return cells
    .map((line) =>
      line.map((cell, at) => (at < 3 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0))).join("  "),
    )
    .join("\n");
}
