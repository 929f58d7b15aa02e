/** Country calling codes are prefix-free: one digit, one of these pairs, or three digits. */
const PAIR = /^(?:2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58])/;

/**
 * A telephone number in E.164 as country calling code and national number; undefined for what is none.
 *
 * @example splitPhone("+919000090000"); // { countryCode: "+91", number: "9000090000" }
 */
export function splitPhone(phone: string): { readonly countryCode: string; readonly number: string } | undefined {
  const digits = /^\+([1-9]\d{6,14})$/.exec(phone.replace(/[\s().-]/g, ""))?.[1];
  if (digits === undefined) return undefined;
  const length = /^[17]/.test(digits) ? 1 : PAIR.test(digits) ? 2 : 3;
  return { countryCode: `+${digits.slice(0, length)}`, number: digits.slice(length) };
}

/** The other way round; a number without a country calling code is left as it is. */
export function joinPhone(
  countryCode: string | null | undefined,
  number: string | null | undefined,
): string | undefined {
  if (typeof number !== "string" || number === "") return undefined;
  const code = (countryCode ?? "").replace(/\D/g, "");
  return number.startsWith("+") || code === "" ? number : `+${code}${number.replace(/\D/g, "")}`;
}
