/** A number that a double may not hold: 16 or more digits, or a long exponent. Rarely true, and then looked at closely. */
const SUSPECT = /\d[\d.]{15}|\d[eE][+-]?\d\d/;
const STRING_OR_NUMBER = /"[^"\\]*(?:\\.[^"\\]*)*"|-?\d[\d.eE+-]*/g;

/** Parsed JSON and the numbers in it that were kept as text because a double would have changed them. */
export interface Parsed {
  readonly value: unknown;
  readonly kept: ReadonlySet<string>;
}

/** Parses JSON without changing a number: what a double cannot hold becomes a string of the same characters. */
export function parseExact(text: string): Parsed {
  const value: unknown = JSON.parse(text);
  const kept = new Set<string>();
  if (!SUSPECT.test(text)) return { value, kept };
  const exact = text.replace(STRING_OR_NUMBER, (token) => {
    if (token.startsWith('"') || isExact(token)) return token;
    kept.add(token);
    return `"${token}"`;
  });
  return { value: kept.size === 0 ? value : JSON.parse(exact), kept };
}

function isExact(token: string): boolean {
  if (token.length < 16 && !/e/i.test(token)) return true;
  const value = Number(token);
  if (token.length > 400 || (Number.isInteger(value) && !Number.isSafeInteger(value))) return false;
  return significant(token) === significant(String(value));
}

/** One way of writing a decimal: its digits without zeros at the ends, and the power of ten. */
function significant(token: string): string | undefined {
  const match = /^-?(\d+)(?:\.(\d+))?(?:e([+-]?\d+))?$/i.exec(token);
  if (match === null) return undefined;
  const [, whole = "", fraction = "", exponent = "0"] = match;
  const digits = (whole + fraction).replace(/^0+/, "");
  const short = digits.replace(/0+$/, "");
  return short === "" ? "0" : `${short}e${Number(exponent) - fraction.length + digits.length - short.length}`;
}
