/**
 * A whole number of smallest units as a decimal text, exactly: 6540 with 2 decimals is `65.40`.
 *
 * @example toDecimal(295990, 3); // "295.990"
 */
export function toDecimal(amount: number, exponent: number): `${number}` {
  const digits = String(amount).padStart(exponent + 1, "0");
  const text = exponent === 0 ? digits : `${digits.slice(0, -exponent)}.${digits.slice(-exponent)}`;
  return text as `${number}`;
}

/**
 * The other way round. Undefined for what is no plain decimal from 0, has more places than the currency, or is too large
 * for a safe integer. Zeros at the end are no more places: `65.400` is `65.40`.
 *
 * @example fromDecimal("295.990", 3); // 295990
 */
export function fromDecimal(text: string, exponent: number): number | undefined {
  const [, whole, fraction = ""] = /^(\d+)(?:\.(\d+))?$/.exec(text) ?? [];
  if (whole === undefined) return undefined;
  const places = fraction.slice(0, exponent).padEnd(exponent, "0");
  if (/[1-9]/.test(fraction.slice(exponent))) return undefined;
  const amount = Number(`${whole}${places}`);
  return Number.isSafeInteger(amount) ? amount : undefined;
}
