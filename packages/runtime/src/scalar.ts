import { Refusal } from "./refusal.ts";

/** The text of a single value, or a refusal that names `where` and not the value. */
export function scalarText(value: unknown, where: string): string {
  if (typeof value === "string") return value;
  if (typeof value === "boolean" || typeof value === "bigint") return String(value);
  if (typeof value === "number") return String(checkNumber(value, where));
  if (value instanceof Date && !Number.isNaN(value.getTime())) return value.toISOString();
  throw new Refusal(`${where} must be text, a number, a boolean or a date`);
}

/** Refuses numbers that would be written as something else than they are. */
export function checkNumber(value: number, where: string): number {
  if (!Number.isFinite(value)) throw new Refusal(`${where} is not a finite number`);
  if (Number.isInteger(value) && !Number.isSafeInteger(value)) {
    throw new Refusal(`${where} is past 2^53-1, where numbers are no longer exact`);
  }
  return value;
}

/** Percent-encodes all but unreserved characters, so that no URL parser changes what was signed. */
export function encode(text: string, where: string): string {
  try {
    return encodeURIComponent(text).replace(/[!'()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);
  } catch {
    throw new Refusal(`${where} holds half a character (a lone surrogate)`);
  }
}
