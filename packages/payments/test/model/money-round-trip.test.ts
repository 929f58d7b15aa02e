import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readAmount as readCybersource } from "../../src/cybersource/read/amount.ts";
import { writeMoney as writeCybersource } from "../../src/cybersource/write/money.ts";
import { PaymentsError } from "../../src/gateway/payments-error.ts";
import { writeMoney as writeHyperswitch } from "../../src/hyperswitch/currency.ts";
import { moneyReader } from "../../src/hyperswitch/read/money.ts";
import { isoMinorUnits } from "../../src/model/iso-minor-units.ts";
import type { Money } from "../../src/model/money.ts";
import type { Warning } from "../../src/model/warning.ts";
import { writeAmount as writeRazorpay } from "../../src/razorpay/currency.ts";
import { readAmount as readRazorpay } from "../../src/razorpay/read/money.ts";

interface Road {
  readonly write: (money: Money) => number | string;
  readonly read: (wire: never, currency: string, warnings: Warning[]) => Money | undefined;
  /** How many currencies it takes at least some amount of. */
  readonly currencies: number;
}

const roads: readonly (readonly [string, Road])[] = [
  [
    "Hyperswitch",
    {
      write: (money) => writeHyperswitch(money, "create").amount,
      read: (wire: number, currency, warnings) => moneyReader(currency, warnings)(wire, "amount"),
      currencies: 153,
    },
  ],
  [
    "CyberSource",
    {
      write: (money) => writeCybersource(money, "create").totalAmount,
      read: (wire: string, currency, warnings) => readCybersource(wire, currency, "amount", warnings),
      currencies: 165,
    },
  ],
  [
    "Razorpay",
    {
      write: (money) => writeRazorpay(money, "create"),
      read: (wire: number, currency, warnings) => readRazorpay(wire, currency, "amount", warnings),
      currencies: 160,
    },
  ],
];

const codes = Object.keys(isoMinorUnits);
// Round sums, small ones, odd ones, and those at the edge of what a number holds.
const amount = fc.oneof(
  fc.nat().map((units) => units * 100),
  fc.nat({ max: 9_999 }),
  fc.nat(),
  fc.maxSafeNat(),
  fc.nat({ max: 9_999 }).map((less) => Number.MAX_SAFE_INTEGER - less),
);
const runs = { numRuns: Number(process.env["SPECIE_RUNS"] ?? 10_000) };

describe.each(roads)("money to %s and back", (_, { write, read, currencies }) => {
  it("is the same, for every currency and amount, or refused before it is sent", () => {
    fc.assert(
      fc.property(fc.constantFrom(...codes), amount, (currency, units) => {
        const money = { amount: units, currency };
        const wire = written(write, money);
        if (wire === undefined) return;
        const warnings: Warning[] = [];
        const told: unknown = JSON.parse(JSON.stringify(wire));
        expect(read(told as never, currency, warnings)).toEqual(money);
        expect(warnings).toEqual([]);
      }),
      runs,
    );
  });

  it("is taken in every currency that it has", () => {
    const taken = codes.filter((currency) => written(write, { amount: 100_000, currency }) !== undefined);
    expect(taken.length).toBe(currencies);
  });
});

/** What goes out; undefined where it is refused as an amount or a currency, by an error that says that nothing was sent. */
function written(write: Road["write"], money: Money): number | string | undefined {
  try {
    return write(money);
  } catch (error) {
    if (!(error instanceof PaymentsError)) throw error;
    expect(["invalid_amount", "currency_not_supported"]).toContain(error.code);
    expect(error.safeToRetry).toBe(true);
    return undefined;
  }
}
