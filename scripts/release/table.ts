import type { Packed } from "./pack.ts";
import { ownDependencies } from "./packages.ts";

/** One line for each package, in the order of publishing. */
export function table(rows: readonly { readonly packed: Packed; readonly problems: readonly string[] }[]): string {
  const cells = rows.map(({ packed, problems }, index) => [
    String(index + 1),
    packed.manifest.name,
    packed.manifest.version,
    String(packed.files.length),
    `${(packed.bytes / 1000).toFixed(1)} kB`,
    packed.manifest.engines?.["node"] ?? "",
    ownDependencies(packed.manifest)
      .map((name) => name.replace("@specie/", ""))
      .join(", ") || "–",
    problems.length === 0 ? "clean" : `${problems.length} faults`,
  ]);
  const all = [["", "package", "version", "files", "packed", "node", "needs", "publint, types, contents"], ...cells];
  const widths = all[0]?.map((_, column) => Math.max(...all.map((row) => row[column]?.length ?? 0))) ?? [];
  return all
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}
