import { isoExponent } from "../../model/exponent.ts";
import type { Money } from "../../model/money.ts";
import { readMinor } from "../../model/money-reader.ts";
import type { Warning } from "../../model/warning.ts";

/**
 * An amount as Razorpay writes it: an integer of the currency's smallest unit, which for all of its currencies is the one
 * of ISO 4217.
 */
export function readAmount(
  amount: number | null | undefined,
  currency: string | undefined,
  field: string,
  warnings: Warning[],
): Money | undefined {
  return readMinor(amount, currency, isoExponent, field, warnings);
}

/** Nothing, in the currency of an amount that could be read. */
export function nothing(amount: Money | undefined): Money | undefined {
  return amount === undefined ? undefined : { amount: 0, currency: amount.currency };
}
