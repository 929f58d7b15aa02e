import { readFileSync } from "node:fs";

interface Mutant {
  readonly mutatorName: string;
  readonly replacement?: string;
  readonly status: string;
  readonly location: { readonly start: { readonly line: number; readonly column: number } };
}

export interface Result {
  readonly killed: number;
  /** Mutants that changed something, and no test noticed. */
  readonly survivors: readonly string[];
}

/** What Stryker's JSON report says. Mutants that were ignored or did not compile count for nothing. */
export function readReport(path: string): Result {
  const {
    files,
  }: { readonly files: Readonly<Record<string, { readonly mutants: readonly Mutant[]; readonly source: string }>> } =
    JSON.parse(readFileSync(path, "utf8"));
  const all = Object.entries(files).flatMap(([file, { mutants, source }]) =>
    mutants.map((mutant) => ({
      ...mutant,
      file,
      code: source.split("\n")[mutant.location.start.line - 1]?.trim() ?? "",
    })),
  );
  const killed = all.filter(({ status }) => status === "Killed" || status === "Timeout").length;
  const survivors = all
    .filter(({ status }) => status === "Survived" || status === "NoCoverage")
    .map(({ file, location, mutatorName, replacement = "", code }) => {
      const short = replacement.replaceAll(/\s+/g, " ").slice(0, 60);
      return `${file}:${location.start.line}:${location.start.column} ${mutatorName} → ${short}    in: ${code.slice(0, 90)}`;
    });
  return { killed, survivors };
}
