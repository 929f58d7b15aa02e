import type { Money } from "../../model/money.ts";
import { readDecimal } from "../../model/money-reader.ts";
import { plus } from "../../model/money-sum.ts";
import type { Warning } from "../../model/warning.ts";

/** An amount of an answer. Some answers write the currency in small letters. */
export function readAmount(
  amount: string | undefined,
  currency: string | undefined,
  field: string,
  warnings: Warning[],
): Money | undefined {
  const code = typeof currency === "string" ? currency.toUpperCase() : undefined;
  return readDecimal(typeof amount === "number" ? String(amount) : amount, code, field, warnings);
}

/** The sum of what is known; `none` for an empty list. */
export function total(amounts: readonly (Money | undefined)[], none: Money | undefined): Money | undefined {
  return amounts.reduce<Money | undefined>(
    (sum, amount) => (sum === undefined || amount === undefined ? undefined : plus(sum, amount)),
    none === undefined ? undefined : { amount: 0, currency: none.currency },
  );
}

/** What is left; nothing where more was taken than there was. */
export function rest(whole: Money | undefined, ...taken: readonly (Money | undefined)[]): Money | undefined {
  if (whole === undefined) return undefined;
  let { amount } = whole;
  for (const part of taken) {
    if (part === undefined) continue;
    if (part.currency !== whole.currency) return undefined;
    amount -= part.amount;
  }
  return { amount: Math.max(amount, 0), currency: whole.currency };
}
