/**
 * The same amount in units of another size, exactly: from `from` to `to` decimal places. Undefined when it is not exact,
 * not a safe integer, or negative.
 *
 * @example rescale(1000, 0, 2); // 100000: 1000 ISK, where a provider counts hundredths
 */
export function rescale(amount: number, from: number, to: number): number | undefined {
  if (!Number.isSafeInteger(amount) || amount < 0) return undefined;
  if (from === to) return amount;
  const factor = 10n ** BigInt(Math.abs(to - from));
  const value = BigInt(amount);
  if (to < from && value % factor !== 0n) return undefined;
  const scaled = Number(to < from ? value / factor : value * factor);
  return Number.isSafeInteger(scaled) ? scaled : undefined;
}
