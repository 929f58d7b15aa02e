import { PaymentsError } from "../gateway/payments-error.ts";
import type { ErrorCode } from "../model/error-codes.ts";
import { isoExponent } from "../model/exponent.ts";
import { checked, type Money } from "../model/money.ts";
import { MoneyError } from "../model/money-error.ts";
import { PROVIDER } from "./context.ts";

/** Currencies without decimals, and with three, that Razorpay takes. Those with two are all of ISO 4217 but `refused`. */
const listed: Readonly<Record<number, ReadonlySet<string>>> = {
  0: words("BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF"),
  3: words("BHD IQD JOD KWD OMR TND"),
};
const refused = words("IRR");

/** The least that can be paid or refunded, where it is documented. */
const least: Readonly<Record<string, number>> = { INR: 100 };

/**
 * The integer that Razorpay wants: smallest units as ISO 4217 counts them, of a currency that it takes. Amounts with
 * three decimals must end in 0. Throws `currency_not_supported` or `invalid_amount` before anything is sent.
 */
export function writeAmount(money: Money, operation: string): number {
  const { amount, currency } = sound(money, operation);
  const exponent = isoExponent(currency) ?? -1;
  const takes = exponent === 2 ? !refused.has(currency) : (listed[exponent]?.has(currency) ?? false);
  if (!takes) throw unsent("currency_not_supported", operation, `${currency} is no currency of Razorpay`);
  if (exponent === 3 && amount % 10 !== 0) {
    throw unsent("invalid_amount", operation, `an amount of ${currency} must end in 0: its last decimal is not used`);
  }
  const minimum = least[currency] ?? 1;
  if (amount < minimum) {
    throw unsent("invalid_amount", operation, `the least amount of ${currency} is ${minimum} of its smallest unit`);
  }
  return amount;
}

/** Throws `invalid_amount` unless the order, or the caller, says the same amount and currency as the payment. */
export function sameAmount(expected: Money, actual: Money | undefined, operation: string): void {
  if (actual?.amount === expected.amount && actual.currency === expected.currency) return;
  throw refusal("invalid_amount", operation, "the payment is of another amount or currency than expected");
}

export function refusal(code: ErrorCode, operation: string, problem: string, hint?: string): PaymentsError {
  return new PaymentsError({ code, provider: PROVIDER, operation, problem, hint });
}

function sound(money: Money, operation: string): Money {
  try {
    return checked(money, "amount");
  } catch (error) {
    if (!(error instanceof MoneyError)) throw error;
    const code = error.reason === "currency" ? "currency_not_supported" : "invalid_amount";
    throw unsent(code, operation, error.message);
  }
}

/** A refusal before anything is sent. */
function unsent(code: ErrorCode, operation: string, problem: string): PaymentsError {
  return new PaymentsError({ code, provider: PROVIDER, operation, problem, nothingSent: true });
}

function words(text: string): ReadonlySet<string> {
  return new Set(text.split(" "));
}
