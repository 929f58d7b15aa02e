import { Refusal } from "./refusal.ts";

/** The text of a single value, or a refusal that names `where` and not the value. */
export function scalarText(value: unknown, where: string): string {
  if (typeof value === "number") checkNumber(value, where);
  else if (value instanceof Date) return value.toISOString();
  else if (typeof value !== "string" && typeof value !== "boolean" && typeof value !== "bigint") {
    throw new Refusal(`${where} must be text, a number, a boolean or a date`);
  }
  return String(value);
}

/** Refuses numbers that would be written as something else than they are. */
export function checkNumber(value: number | bigint, where: string): void {
  if (!Number.isFinite(value) || (Number.isInteger(value) && !Number.isSafeInteger(value))) {
    throw new Refusal(`${where} is NaN, infinite, a bigint or past 2^53-1`);
  }
}

/** Percent-encodes all but unreserved characters, so that no URL parser changes what was signed. */
export function encode(text: string, where: string): string {
  try {
    // Those that encodeURIComponent leaves: %21, %27, %28, %29 and %2A.
    return encodeURIComponent(text).replace(/[!'()*]/g, (mark) => `%2${"1789A"["!'()*".indexOf(mark)]}`);
  } catch {
    throw new Refusal(`${where} holds a lone surrogate`);
  }
}
