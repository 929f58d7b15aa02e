import { type KnownCurrency, knownCurrency } from "@specie/hyperswitch";
import { isKnown } from "../gateway/look-up.ts";
import { PaymentsError } from "../gateway/payments-error.ts";
import { isoExponent } from "../model/exponent.ts";
import { checked, type Money } from "../model/money.ts";
import { MoneyError } from "../model/money-error.ts";
import { rescale } from "../model/money-scale.ts";

/** Where the server counts other decimal places than ISO 4217. */
const deviations: Readonly<Record<string, number>> = { ISK: 2, IRR: 0, MGA: 0 };

const currencies: ReadonlySet<string> = new Set(knownCurrency);

/** Decimal places of the server's integers; undefined for a currency that it does not have. */
export function hyperswitchExponent(currency: string): number | undefined {
  if (!currencies.has(currency)) return undefined;
  return Object.hasOwn(deviations, currency) ? deviations[currency] : isoExponent(currency);
}

/** An amount in the server's integers. Throws a PaymentsError for what is not exact or not known there. */
export function writeMoney(
  value: Money,
  operation: string,
  field = "amount",
): { readonly amount: number; readonly currency: KnownCurrency } {
  const provider = "hyperswitch";
  try {
    const { amount, currency } = checked(value, field);
    const own = hyperswitchExponent(currency);
    if (own === undefined || !isKnown(knownCurrency, currency)) {
      throw new MoneyError("currency", `${field}: Hyperswitch does not have ${currency}`);
    }
    const scaled = rescale(amount, isoExponent(currency) ?? own, own);
    if (scaled !== undefined) return { amount: scaled, currency };
    throw new MoneyError("amount", `${field}: Hyperswitch counts ${currency} with ${own} decimals; this is not exact`);
  } catch (error) {
    if (!(error instanceof MoneyError)) throw error;
    const code = error.reason === "amount" ? "invalid_amount" : "currency_not_supported";
    throw new PaymentsError({ code, provider, operation, problem: error.message, field, nothingSent: true });
  }
}
