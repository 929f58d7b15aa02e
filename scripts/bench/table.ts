import type { Amount, Row } from "./row.ts";

const heading = ["What", "Ours", "Peer", "Ratio", "Target", "Holds"];

/** All rows as one aligned table. */
export function table(rows: readonly Row[]): string {
  const cells = rows.map((row) => [
    row.what,
    figure(row.ours),
    row.peer === undefined ? "–" : figure(row.peer),
    row.ratio === undefined ? "–" : ratio(row.ratio),
    row.target ?? "–",
    row.holds === undefined ? "–" : row.holds ? "yes" : "NO",
  ]);
  const all = [heading, ...cells];
  const widths = heading.map((_, column) => Math.max(...all.map((line) => (line[column] ?? "").length)));
  const line = (row: readonly string[]): string =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join("  ")
      .trimEnd();
  return [line(heading), line(widths.map((width) => "─".repeat(width))), ...cells.map(line)].join("\n");
}

function figure(amount: Amount | string): string {
  if (typeof amount === "string") return amount;
  const text = formatted(amount);
  return amount.detail === undefined ? text : `${text}, ${amount.detail}`;
}

export function formatted({ value, unit }: Amount): string {
  if (unit === "B") return bytes(value);
  const digits = unit === "calls/s" || unit === "instantiations" ? 0 : value < 1 ? 3 : value < 100 ? 2 : 0;
  const number = value.toLocaleString("en-GB", { maximumFractionDigits: digits, minimumFractionDigits: digits });
  return unit === "instantiations" ? number : `${number} ${unit}`;
}

/** 1 kB is 1,000 bytes. */
export function bytes(value: number): string {
  if (value >= 1_000_000) return `${(value / 1_000_000).toFixed(2)} MB`;
  return value >= 1000 ? `${(value / 1000).toFixed(value < 100_000 ? 2 : 0)} kB` : `${value} B`;
}

function ratio(value: number): string {
  return `${value < 0.01 ? value.toFixed(4) : value < 0.1 ? value.toFixed(3) : value.toFixed(2)} ×`;
}
