import { isoExponent } from "./exponent.ts";
import { fromDecimal, toDecimal } from "./money-decimal.ts";
import { MoneyError } from "./money-error.ts";

/** An amount of money: a whole number of the currency's smallest unit, never negative. */
export interface Money {
  /** Safe integer in the smallest unit that ISO 4217 gives the currency: 6540 is 65.40 USD, and 6540 JPY. */
  readonly amount: number;
  /** ISO 4217, three capitals. */
  readonly currency: string;
}

/**
 * An amount as people write it, with a point. Throws a MoneyError for what the currency can't hold exactly, for negative
 * amounts, and for unknown currencies.
 *
 * @example money("65.40", "USD"); // { amount: 6540, currency: "USD" }
 */
export function money(decimal: string, currency: string): Money {
  const exponent = isoExponent(currency);
  if (exponent === undefined) throw new MoneyError("currency", `${JSON.stringify(currency)} is no currency to pay in`);
  const amount = fromDecimal(decimal, exponent);
  if (amount === undefined) {
    throw new MoneyError(
      "amount",
      `${JSON.stringify(decimal)} is no amount of ${currency}: write 0 or more, with at most ${exponent} decimals`,
    );
  }
  return { amount, currency };
}

/**
 * The amount in a language's own form. Exact, however large. Default: the language of the machine.
 *
 * @example formatMoney(money("65.40", "USD"), "en-US"); // "$65.40"
 */
export function formatMoney(value: Money, locales?: string | readonly string[]): string {
  const { amount, currency } = checked(value, "formatMoney");
  const exponent = isoExponent(currency) ?? 0;
  const format = new Intl.NumberFormat(locales === undefined || typeof locales === "string" ? locales : [...locales], {
    style: "currency",
    currency,
    minimumFractionDigits: exponent,
    maximumFractionDigits: exponent,
  });
  return format.format(toDecimal(amount, exponent));
}

/** The value itself, when it is money that can be sent; otherwise a MoneyError that names `where`. */
export function checked(value: Money, where: string): Money {
  if (!isMoney(value))
    throw new MoneyError("amount", `${where}: give { amount, currency }, the amount a whole number from 0`);
  if (isoExponent(value.currency) === undefined) {
    throw new MoneyError("currency", `${where}: ${JSON.stringify(value.currency)} is no currency to pay in`);
  }
  return value;
}

function isMoney(value: unknown): value is Money {
  if (typeof value !== "object" || value === null || !("amount" in value) || !("currency" in value)) return false;
  const { amount, currency } = value;
  return typeof amount === "number" && Number.isSafeInteger(amount) && amount >= 0 && typeof currency === "string";
}
