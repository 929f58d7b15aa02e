/** A number that a double may not hold: 16 or more digits, or a long exponent. Rarely true, and then looked at closely. */
const SUSPECT = /\d[\d.]{15}|\d[eE][+-]?\d\d/;
const STRING_OR_NUMBER = /"[^"\\]*(?:\\.[^"\\]*)*"|-?\d[\d.eE+-]*/g;

/**
 * Parses JSON without changing a number: what a double cannot hold becomes a string of the same characters, and is added
 * to `kept`.
 */
export function parseExact(text: string, kept: Set<string>): unknown {
  const value: unknown = JSON.parse(text);
  if (!SUSPECT.test(text)) return value;
  const exact = text.replace(STRING_OR_NUMBER, (token) => {
    if (token.startsWith('"') || isExact(token)) return token;
    kept.add(token);
    return `"${token}"`;
  });
  return kept.size === 0 ? value : JSON.parse(exact);
}

function isExact(token: string): boolean {
  const value = Number(token);
  const size = Math.abs(value);
  const digits = token.replace(/e.*/i, "").replace(/\D/g, "").replace(/^0+/, "");
  // Below 1e-300 doubles run out of digits, then become 0.
  if (size > Number.MAX_SAFE_INTEGER || (size < 1e-300 && digits !== "")) return false;
  // A double keeps any 15 digits. More are kept when it writes them again.
  return digits.length < 16 || (token.length < 99 && token.replace(/\.0+$|(\.\d*[1-9])0+$/, "$1") === String(value));
}
