import type { Money } from "./money.ts";

/**
 * The sum, or undefined when the currencies differ or a safe integer can't hold it.
 *
 * @example plus(money("1.00", "USD"), money("2.00", "USD")); // { amount: 300, currency: "USD" }
 */
export function plus(left: Money, right: Money): Money | undefined {
  const amount = left.amount + right.amount;
  return left.currency === right.currency && Number.isSafeInteger(amount)
    ? { amount, currency: left.currency }
    : undefined;
}

/**
 * What is left, or undefined when the currencies differ or it would be negative.
 *
 * @example minus(money("3.00", "USD"), money("2.00", "USD")); // { amount: 100, currency: "USD" }
 */
export function minus(left: Money, right: Money): Money | undefined {
  const amount = left.amount - right.amount;
  return left.currency === right.currency && amount >= 0 ? { amount, currency: left.currency } : undefined;
}

/** Whether two amounts are the same, currency included. */
export function sameMoney(left: Money | undefined, right: Money | undefined): boolean {
  return left !== undefined && left.amount === right?.amount && left.currency === right.currency;
}
