import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { isoMinorUnitsModule } from "../../scripts/iso-currencies.ts";
import { isoExponent } from "../../src/model/exponent.ts";
import { isoMinorUnits } from "../../src/model/iso-minor-units.ts";

/** The standard's minor units that are not 2, as a second source has them. */
const unusual: readonly (readonly [exponent: number | undefined, currencies: string])[] = [
  [0, "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF"],
  [3, "BHD IQD JOD KWD LYD OMR TND"],
  [4, "CLF UYW"],
  [undefined, "XAG XAU XBA XBB XBC XBD XDR XPD XPT XSU XTS XUA XXX"],
  [2, "MGA MRU HRK BGN SLL ZWL CUC STD ANG"],
  [0, "BYR"],
];

/** Where Unicode's data, which browsers format with, leave out small coins that the standard has, or know a code not yet. */
const unicodeDiffers = new Set(
  "AFN ALL CLP COP HUF IDR IQD IRR ISK KPW LAK LBP MGA MMK PKR RSD SLE SOS SYP TWD UYW UZS VED XCG YER ZWG".split(" "),
);

describe("the table of decimals", () => {
  it("is what the kept list gives", () => {
    const module = readFileSync(new URL("../../src/model/iso-minor-units.ts", import.meta.url), "utf8");
    expect(module).toBe(isoMinorUnitsModule());
  });

  it.each(unusual.flatMap(([exponent, list]) => list.split(" ").map((code) => [code, exponent] as const)))(
    "%s has %s",
    (code, exponent) => expect(isoExponent(code)).toBe(exponent),
  );

  it("has 2 for everything else", () => {
    const named = new Set(unusual.flatMap(([, list]) => list.split(" ")));
    const others = Object.entries(isoMinorUnits).filter(([code]) => !named.has(code));
    expect(others.length).toBeGreaterThan(120);
    expect(others.filter(([, exponent]) => exponent !== 2)).toEqual([]);
  });

  it("agrees with Unicode's, but for the currencies whose small coins Unicode leaves out", () => {
    for (const [code, exponent] of Object.entries(isoMinorUnits)) {
      const format = new Intl.NumberFormat("en", { style: "currency", currency: code });
      const digits = format.resolvedOptions().maximumFractionDigits;
      expect(digits === exponent || unicodeDiffers.has(code), code).toBe(true);
    }
  });

  it("does not take what objects inherit for a currency", () => {
    for (const name of ["constructor", "toString", "__proto__"]) expect(isoExponent(name)).toBeUndefined();
  });
});
