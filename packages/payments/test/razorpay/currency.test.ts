import { describe, expect, it } from "vitest";
import { PaymentsError } from "../../src/gateway/payments-error.ts";
import { isoMinorUnits } from "../../src/model/iso-minor-units.ts";
import { writeAmount } from "../../src/razorpay/currency.ts";
import { readAmount } from "../../src/razorpay/read/money.ts";

const write = (amount: number, currency: string): unknown => {
  try {
    return writeAmount({ amount, currency }, "create");
  } catch (error) {
    if (error instanceof PaymentsError) return error.code;
    throw error;
  }
};

const zero = "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF".split(" ");
const three = "BHD IQD JOD KWD OMR TND".split(" ");

describe("an amount", () => {
  it.each([
    [500, "JPY", 500],
    [1000, "ISK", 1000],
    [1000, "MGA", 1000],
    [295990, "KWD", 295990],
    [99990, "KWD", 99990],
    [100, "INR", 100],
    [1, "USD", 1],
    [Number.MAX_SAFE_INTEGER, "USD", Number.MAX_SAFE_INTEGER],
    [295991, "KWD", "invalid_amount"],
    [99, "INR", "invalid_amount"],
    [0, "USD", "invalid_amount"],
    [-1, "USD", "invalid_amount"],
    [1.5, "USD", "invalid_amount"],
    [Number.MAX_SAFE_INTEGER + 1, "USD", "invalid_amount"],
    [100, "LYD", "currency_not_supported"],
    [100, "IRR", "currency_not_supported"],
    [10000, "CLF", "currency_not_supported"],
    [10000, "UYW", "currency_not_supported"],
    [100, "UYI", "currency_not_supported"],
    [100, "XAU", "currency_not_supported"],
    [100, "usd", "currency_not_supported"],
    [100, "constructor", "currency_not_supported"],
  ])("of %d %s is %s", (amount, currency, expected) => {
    expect(write(amount, currency)).toBe(expected);
  });

  it.each(zero)("of %s has no decimals", (currency) => {
    expect(write(295, currency)).toBe(295);
  });

  it.each(three)("of %s has three decimals, the last one 0", (currency) => {
    expect(write(1230, currency)).toBe(1230);
    expect(write(1231, currency)).toBe("invalid_amount");
  });

  it("is read as it was written, in every currency", () => {
    for (const currency of Object.keys(isoMinorUnits)) {
      const sent = write(1230, currency);
      const warnings: never[] = [];
      if (typeof sent === "number")
        expect(readAmount(sent, currency, "amount", warnings)).toEqual({ amount: 1230, currency });
    }
  });
});
