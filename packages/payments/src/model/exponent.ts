import { isoMinorUnits } from "./iso-minor-units.ts";

/** Withdrawn codes that providers still list: they are read, and passed on. */
const withdrawn: Readonly<Record<string, number>> = {
  ANG: 2,
  BGN: 2,
  BYR: 0,
  CUC: 2,
  HRK: 2,
  SLL: 2,
  STD: 2,
  ZWL: 2,
};

/**
 * Decimal places of a currency's smallest unit, as ISO 4217 has them; undefined for what is no currency to pay in.
 *
 * @example isoExponent("KWD"); // 3
 */
export function isoExponent(currency: string): number | undefined {
  if (Object.hasOwn(isoMinorUnits, currency)) return isoMinorUnits[currency];
  return Object.hasOwn(withdrawn, currency) ? withdrawn[currency] : undefined;
}
