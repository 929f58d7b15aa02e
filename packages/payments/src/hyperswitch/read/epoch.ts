/**
 * ISO 8601 of a moment that the server counts from 1970. It counts in seconds, milliseconds or nanoseconds, and what a
 * number can't hold comes as text: the size tells the unit.
 */
export function epochTime(value: unknown): string | undefined {
  const digits = /^\d{9,20}(?=\.|$)/.exec(String(value))?.[0];
  if (digits === undefined) return undefined;
  const unit = digits.length <= 11 ? 3 : digits.length <= 14 ? 0 : digits.length <= 17 ? -3 : -6;
  const milliseconds = unit >= 0 ? `${digits}${"0".repeat(unit)}` : digits.slice(0, unit);
  return new Date(Number(milliseconds)).toISOString();
}
