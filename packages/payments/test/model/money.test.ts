import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isoExponent } from "../../src/model/exponent.ts";
import { isoMinorUnits } from "../../src/model/iso-minor-units.ts";
import { checked, formatMoney, money } from "../../src/model/money.ts";
import { fromDecimal, toDecimal } from "../../src/model/money-decimal.ts";
import { MoneyError } from "../../src/model/money-error.ts";
import { readDecimal, readMinor } from "../../src/model/money-reader.ts";
import { rescale } from "../../src/model/money-scale.ts";
import { minus, plus, sameMoney } from "../../src/model/money-sum.ts";
import type { Warning } from "../../src/model/warning.ts";

const currency = fc.constantFrom(...Object.keys(isoMinorUnits));
const amount = fc.oneof(fc.nat(), fc.maxSafeNat());
const runs = { numRuns: Number(process.env["SPECIE_RUNS"] ?? 10_000) };

describe("money", () => {
  it.each([
    ["65.40", "USD", 6540],
    ["65.4", "USD", 6540],
    ["65.400", "USD", 6540],
    ["500", "JPY", 500],
    ["295.990", "KWD", 295990],
    ["0", "EUR", 0],
    ["1.2345", "CLF", 12345],
    ["90071992547409.91", "USD", Number.MAX_SAFE_INTEGER],
  ])("reads %s %s as %d", (text, code, expected) => {
    expect(money(text, code)).toEqual({ amount: expected, currency: code });
  });

  it.each([
    ["65.405", "USD", "amount"],
    ["0.5", "JPY", "amount"],
    ["-1", "USD", "amount"],
    ["+1", "USD", "amount"],
    ["1e3", "USD", "amount"],
    ["1,000.00", "USD", "amount"],
    [".5", "USD", "amount"],
    ["5.", "USD", "amount"],
    ["", "USD", "amount"],
    [" 5", "USD", "amount"],
    ["90071992547409.92", "USD", "amount"],
    ["1", "XXX", "currency"],
    ["1", "usd", "currency"],
    ["1", "constructor", "currency"],
  ])("refuses %j %s", (text, code, reason) => {
    const refusal = attempt(() => money(text, code));
    expect(refusal).toBeInstanceOf(MoneyError);
    expect(refusal).toMatchObject({ reason, name: "MoneyError" });
  });

  it.each([1.5, -1, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53, "1", null])(
    "refuses %s as a number of units",
    (value) => {
      expect(() => checked(JSON.parse(`{"amount":${JSON.stringify(value)},"currency":"USD"}`), "amount")).toThrow(
        MoneyError,
      );
      expect(rescale(Number(value ?? Number.NaN), 2, 2)).toBe(value === "1" ? 1 : undefined);
    },
  );

  it("says where, what and what to do when it refuses", () => {
    const problem = String(attempt(() => checked({ amount: 1.5, currency: "USD" }, "capture.amount")));
    expect(problem).toBe("MoneyError: capture.amount: give { amount, currency }, the amount a whole number from 0");
  });

  it.each([
    [money("65.40", "USD"), "en-US", "$65.40"],
    [money("295.990", "KWD"), "en-US", "KWD 295.990"],
    [money("500", "JPY"), "en-US", "¥500"],
    [{ amount: Number.MAX_SAFE_INTEGER, currency: "USD" }, "en-US", "$90,071,992,547,409.91"],
    [money("10.00", "MGA"), "en-US", "MGA 10.00"],
  ])("formats %o in %s", (value, locale, text) => {
    expect(formatMoney(value, locale).replaceAll("\u00a0", " ")).toBe(text);
  });

  it("is the same after decimal text, for every currency", () => {
    fc.assert(
      fc.property(currency, amount, (code, units) => {
        const exponent = isoExponent(code) ?? 0;
        const text = toDecimal(units, exponent);
        expect(money(text, code)).toEqual({ amount: units, currency: code });
        expect(fromDecimal(text, exponent)).toBe(units);
        expect(text.split(".")[1]?.length ?? 0).toBe(exponent);
      }),
      runs,
    );
  });

  it("is rescaled exactly or not at all", () => {
    const digits = fc.integer({ min: 0, max: 4 });
    fc.assert(
      fc.property(amount, digits, digits, (units, from, to) => {
        const scaled = rescale(units, from, to);
        const exact = to >= from || BigInt(units) % 10n ** BigInt(from - to) === 0n;
        if (scaled !== undefined) expect(BigInt(scaled) * 10n ** BigInt(from)).toBe(BigInt(units) * 10n ** BigInt(to));
        else
          expect(!exact || BigInt(units) * 10n ** BigInt(Math.max(0, to - from)) > Number.MAX_SAFE_INTEGER).toBe(true);
      }),
      runs,
    );
  });

  it("is added and subtracted within one currency only", () => {
    const two = money("2.00", "USD");
    const three = money("3.00", "USD");
    expect(plus(two, three)).toEqual(money("5.00", "USD"));
    expect(minus(three, two)).toEqual(money("1.00", "USD"));
    expect(minus(three, three)).toEqual(money("0", "USD"));
    expect(minus(two, three)).toBeUndefined();
    expect(plus(two, money("3.00", "EUR"))).toBeUndefined();
    expect(minus(three, money("2.00", "EUR"))).toBeUndefined();
    expect(plus({ amount: Number.MAX_SAFE_INTEGER, currency: "USD" }, two)).toBeUndefined();
    expect(sameMoney(two, money("2.00", "USD"))).toBe(true);
    expect(sameMoney(two, money("2.00", "EUR"))).toBe(false);
    expect(sameMoney(two, three)).toBe(false);
    expect(sameMoney(two, undefined)).toBe(false);
    expect(sameMoney(undefined, undefined)).toBe(false);
  });
});

describe("reading an amount that has no exact form", () => {
  it.each([
    ["a fraction", () => 1.5],
    ["a number past 2^53", () => 2 ** 53],
    ["a negative number", () => -1],
    ["text where a number belongs", () => "9007199254740993"],
  ])("leaves %s undefined and says so", (_, value) => {
    const warnings: Warning[] = [];
    expect(readMinor(value(), "USD", isoExponent, "amountCaptured", warnings)).toBeUndefined();
    expect(warnings).toEqual([{ field: "amountCaptured", problem: expect.stringContaining("no exact form") }]);
  });

  it("leaves an amount of an unknown currency undefined", () => {
    const warnings: Warning[] = [];
    expect(readMinor(5, "ZZZ", isoExponent, "amount", warnings)).toBeUndefined();
    expect(readMinor(5, undefined, isoExponent, "amount", warnings)).toBeUndefined();
    expect(readDecimal("5.00", "ZZZ", "amount", warnings)).toBeUndefined();
    expect(readDecimal("5.001", "USD", "amount", warnings)).toBeUndefined();
    expect(warnings).toHaveLength(4);
  });

  it("takes what is absent for absent", () => {
    const warnings: Warning[] = [];
    expect(readMinor(null, "USD", isoExponent, "amount", warnings)).toBeUndefined();
    expect(readMinor(undefined, "USD", isoExponent, "amount", warnings)).toBeUndefined();
    expect(readDecimal(undefined, "USD", "amount", warnings)).toBeUndefined();
    expect(readDecimal("5.01", "USD", "amount", warnings)).toEqual(money("5.01", "USD"));
    expect(warnings).toEqual([]);
  });
});

function attempt(action: () => unknown): unknown {
  try {
    return action();
  } catch (error) {
    return error;
  }
}
