import { readFileSync, writeFileSync } from "node:fs";

const source = new URL("../iso-4217/list-one.csv", import.meta.url);
const target = new URL("../src/model/iso-minor-units.ts", import.meta.url);

/** The module that the kept list gives. */
export function isoMinorUnitsModule(): string {
  const lines = readFileSync(source, "utf8").trim().split("\n").slice(1);
  const members = lines.flatMap((line) => {
    const [code = "", units = "", withdrawn = ""] = line.split(",");
    return /^[A-Z]{3}$/.test(code) && /^\d$/.test(units) && withdrawn === "" ? [`  ${code}: ${units},\n`] : [];
  });
  return [
    "// Generated from iso-4217/list-one.csv by `pnpm generate:currencies`. Do not edit.\n\n",
    "/** Decimal places of the smallest unit, for every ISO 4217 currency that has one. */\n",
    "export const isoMinorUnits: Readonly<Record<string, number>> = {\n",
    ...members,
    "};\n",
  ].join("");
}

if (import.meta.main) writeFileSync(target, isoMinorUnitsModule());
