import { isoExponent } from "./exponent.ts";
import type { Money } from "./money.ts";
import { fromDecimal } from "./money-decimal.ts";
import { rescale } from "./money-scale.ts";
import type { Warning } from "./warning.ts";

/** How many decimal places a provider's integers have; undefined for currencies that it does not know. */
export type ProviderExponent = (currency: string) => number | undefined;

/**
 * Reads a provider's integer. What is not exact leaves the field undefined and adds a warning; `null` and undefined are
 * simply absent.
 */
export function readMinor(
  amount: number | string | null | undefined,
  currency: string | null | undefined,
  exponentOf: ProviderExponent,
  field: string,
  warnings: Warning[],
): Money | undefined {
  if (amount === null || amount === undefined) return undefined;
  const own = typeof currency === "string" ? exponentOf(currency) : undefined;
  const iso = typeof currency === "string" ? isoExponent(currency) : undefined;
  const exact =
    typeof amount === "number" && own !== undefined && iso !== undefined ? rescale(amount, own, iso) : undefined;
  return noted(exact, currency, `${amount} ${currency}`, field, warnings);
}

/** Reads a provider's decimal text: `"65.40"`. */
export function readDecimal(
  text: string | null | undefined,
  currency: string | null | undefined,
  field: string,
  warnings: Warning[],
): Money | undefined {
  if (text === null || text === undefined) return undefined;
  const iso = typeof currency === "string" ? isoExponent(currency) : undefined;
  return noted(
    iso === undefined ? undefined : fromDecimal(text, iso),
    currency,
    `${text} ${currency}`,
    field,
    warnings,
  );
}

function noted(
  exact: number | undefined,
  currency: string | null | undefined,
  shown: string,
  field: string,
  warnings: Warning[],
): Money | undefined {
  if (exact !== undefined && typeof currency === "string") return { amount: exact, currency };
  warnings.push({ field, problem: `${shown.slice(0, 60)} has no exact form in the currency's smallest unit` });
  return undefined;
}
