import type { Money } from "../../model/money.ts";
import { readMinor } from "../../model/money-reader.ts";
import type { Warning } from "../../model/warning.ts";
import { hyperswitchExponent } from "../currency.ts";

/** Reads the server's integers of one currency into money, field by field. */
export type ReadMoney = (amount: number | null | undefined, field: string) => Money | undefined;

export function moneyReader(currency: string, warnings: Warning[]): ReadMoney {
  return (amount, field) => readMinor(amount, currency, hyperswitchExponent, field, warnings);
}
