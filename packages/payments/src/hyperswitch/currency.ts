import { type KnownCurrency, knownCurrency } from "@specie/hyperswitch";
import { PaymentsError } from "../gateway/payments-error.ts";
import { isoExponent } from "../model/exponent.ts";
import { checked, type Money } from "../model/money.ts";
import { MoneyError } from "../model/money-error.ts";
import { rescale } from "../model/money-scale.ts";
import type { Payment } from "../model/payment.ts";

/** Where the server counts other decimal places than ISO 4217. */
const deviations: Readonly<Partial<Record<KnownCurrency, number>>> = { ISK: 2, IRR: 0, MGA: 0 };

const currencies: ReadonlySet<string> = new Set(knownCurrency);

/** Decimal places of the server's integers; undefined for a currency that it does not have. */
export function hyperswitchExponent(currency: string): number | undefined {
  return isServed(currency) ? decimals(currency) : undefined;
}

function isServed(currency: string): currency is KnownCurrency {
  return currencies.has(currency);
}

function decimals(currency: KnownCurrency): number {
  return deviations[currency] ?? isoExponent(currency) ?? 2;
}

/** The server's requests about a payment name no currency: without this, 20 USD would be taken of a payment in JPY as 2000. */
export function checkCurrency({ currency }: Money, { amount }: Pick<Payment, "amount">, operation: string): void {
  if (amount === undefined || amount.currency === currency) return;
  const problem = `the payment is in ${amount.currency}`;
  const field = "amount";
  throw new PaymentsError({
    code: "invalid_amount",
    provider: "hyperswitch",
    operation,
    problem,
    field,
    nothingSent: true,
  });
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
    if (!isServed(currency)) throw new MoneyError("currency", `${field}: Hyperswitch does not have ${currency}`);
    const own = decimals(currency);
    const scaled = rescale(amount, isoExponent(currency) ?? own, own);
    if (scaled !== undefined) return { amount: scaled, currency };
    throw new MoneyError("amount", `${field}: Hyperswitch counts ${currency} with ${own} decimals; this is not exact`);
  } catch (error) {
    if (!(error instanceof MoneyError)) throw error;
    const code = error.reason === "amount" ? "invalid_amount" : "currency_not_supported";
    throw new PaymentsError({ code, provider, operation, problem: error.message, field, nothingSent: true });
  }
}
