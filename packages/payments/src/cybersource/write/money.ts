import { PaymentsError } from "../../gateway/payments-error.ts";
import { isoExponent } from "../../model/exponent.ts";
import { checked, type Money } from "../../model/money.ts";
import { toDecimal } from "../../model/money-decimal.ts";
import { MoneyError } from "../../model/money-error.ts";
import { provider } from "../context.ts";

/** An amount as the server takes it: `"65.40"`. Throws a PaymentsError for what is no money. */
export function writeMoney(
  value: Money,
  operation: string,
  field = "amount",
): { readonly totalAmount: string; readonly currency: string } {
  try {
    const { amount, currency } = checked(value, field);
    return { totalAmount: toDecimal(amount, isoExponent(currency) ?? 0), currency };
  } catch (error) {
    if (!(error instanceof MoneyError)) throw error;
    const code = error.reason === "amount" ? "invalid_amount" : "currency_not_supported";
    throw new PaymentsError({ code, provider, operation, problem: error.message, field, nothingSent: true });
  }
}

/** The refusal of an amount, before anything is sent. */
export function wrongAmount(operation: string, problem: string, field = "amount"): PaymentsError {
  return new PaymentsError({ code: "invalid_amount", provider, operation, problem, field, nothingSent: true });
}
