import { knownCurrency } from "@specie/hyperswitch";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hyperswitchExponent, writeMoney } from "../../src/hyperswitch/currency.ts";
import { moneyReader } from "../../src/hyperswitch/read/money.ts";
import { readPayment } from "../../src/hyperswitch/read/payment.ts";
import { isoExponent } from "../../src/model/exponent.ts";
import type { Warning } from "../../src/model/warning.ts";
import { body } from "./bodies.ts";

describe("the mapping cases that concern Hyperswitch", () => {
  it("1: a partial authorization shows in amountAuthorized", () => {
    const raw = {
      ...body,
      status: "partially_authorized_and_requires_capture",
      amount: 10000,
      net_amount: 10000,
      amount_capturable: 4000,
    };
    expect(readPayment(raw)).toMatchObject({
      status: "authorized",
      amount: { amount: 10000 },
      amountAuthorized: { amount: 4000 },
    });
  });

  it("2: canceled after the capture", () => {
    expect(readPayment({ ...body, status: "cancelled_post_capture" })).toMatchObject({
      status: "canceled",
      canceledAfterCapture: true,
    });
  });

  // 3 and 4 are in pitfalls.test.ts and gateway.test.ts.
  it.each([
    ["15", 500, "JPY", 500],
    ["16", 295990, "KWD", 295990],
    ["16", 295991, "KWD", 295991],
    ["17", 1000, "ISK", 100000],
    ["18", 1000, "MGA", 10],
    ["IRR", 1000, "IRR", 10],
    ["USD", 6540, "USD", 6540],
    ["CLF", 12345, "CLF", 12345],
  ])("%s: %d %s is %d on the wire, and back", (_, amount, currency, wire) => {
    expect(writeMoney({ amount, currency }, "create")).toEqual({ amount: wire, currency });
    const warnings: Warning[] = [];
    expect(moneyReader(currency, warnings)(wire, "amount")).toEqual({ amount, currency });
    expect(warnings).toEqual([]);
  });

  it("18: 10.50 MGA is refused, as the server counts whole ones", () => {
    expect(() => writeMoney({ amount: 1050, currency: "MGA" }, "create")).toThrow(
      expect.objectContaining({ code: "invalid_amount", provider: "hyperswitch" }),
    );
  });

  it.each(["UYI", "UYW", "XXX", "ZZZ", "usd"])("%s is refused", (currency) => {
    expect(() => writeMoney({ amount: 100, currency }, "create")).toThrow(
      expect.objectContaining({ code: "currency_not_supported" }),
    );
    expect(hyperswitchExponent(currency)).toBeUndefined();
  });

  it("an odd ISK leaves the field undefined, and raw has it", () => {
    const payment = readPayment({ ...body, currency: "ISK", amount: 150 });
    expect(payment).not.toHaveProperty("amount");
    expect(payment.warnings).toContainEqual({
      field: "amount",
      problem: "150 ISK has no exact form in the currency's smallest unit",
    });
    expect(payment.raw.amount).toBe(150);
  });
});

/** The server's own table. */
const decimals = {
  0: "BIF CLP DJF GNF IRR JPY KMF KRW MGA PYG RWF UGX VND VUV XAF XOF XPF",
  3: "BHD IQD JOD KWD LYD OMR TND",
  4: "CLF",
};

it("counts decimals as the server does, for every currency that it has", () => {
  const listed = new Map(
    Object.entries(decimals).flatMap(([digits, list]) => list.split(" ").map((code) => [code, Number(digits)])),
  );
  for (const currency of knownCurrency) expect(hyperswitchExponent(currency), currency).toBe(listed.get(currency) ?? 2);
});

it("sends and reads back every amount of every currency without loss, or refuses it", () => {
  const currency = fc.constantFrom(...knownCurrency);
  const amount = fc.oneof(fc.nat(), fc.maxSafeNat());
  fc.assert(
    fc.property(currency, amount, (code, units) => {
      const own = hyperswitchExponent(code) ?? 0;
      const iso = isoExponent(code) ?? 0;
      const factor = 10 ** Math.max(0, iso - own);
      const fits = units % factor === 0 && units <= Number.MAX_SAFE_INTEGER / 10 ** Math.max(0, own - iso);
      if (!fits) {
        expect(() => writeMoney({ amount: units, currency: code }, "create")).toThrow();
        return;
      }
      const warnings: Warning[] = [];
      const { amount: wire } = writeMoney({ amount: units, currency: code }, "create");
      expect(moneyReader(code, warnings)(wire, "amount")).toEqual({ amount: units, currency: code });
    }),
    { numRuns: Number(process.env["SPECIE_RUNS"] ?? 10_000) },
  );
});
