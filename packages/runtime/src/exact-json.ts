const STRING_OR_NUMBER = /"[^"\\]*(?:\\.[^"\\]*)*"|-?\d[\d.eE+-]*/g;

/**
 * Parses JSON without changing a number: what a double cannot hold becomes a string of the same characters, and is added
 * to `kept`. Throws a SyntaxError for what is no JSON.
 *
 * @example
 * parseExact('{"amount":9007199254740993}'); // { amount: "9007199254740993" }
 */
export function parseExact(text: string, kept: Set<string> = new Set()): unknown {
  const value: unknown = JSON.parse(text);
  if (!isSuspect(text)) return value;
  const exact = text.replace(STRING_OR_NUMBER, (token) => {
    if (token.startsWith('"') || isExact(token)) return token;
    kept.add(token);
    return `"${token}"`;
  });
  return kept.size ? JSON.parse(exact) : value;
}

function isExact(token: string): boolean {
  const size = Math.abs(Number(token));
  // Below 1e-300 doubles run out of digits, then become 0. Long digits must come out again as they went in.
  const small = size < 1e-300 && /^[^e]*[1-9]/i.test(token);
  const same = token.length < 17 || token.replace(/\.0+$|(\.\d*[1-9])0+$/, "$1") === String(Number(token));
  return size <= Number.MAX_SAFE_INTEGER && !small && same;
}

/**
 * May a number be in here that a double cannot hold: one of 16 digits or more, or with a long exponent? Rarely so, and
 * then looked at closely. A run of 16 characters has one at every 16th place, so only those are read.
 */
function isSuspect(text: string): boolean {
  for (let place = 15; place < text.length; place += 16) {
    if (isDigit(text, place)) {
      let [start, end] = [place, place];
      while (isDigit(text, start - 1)) start--;
      while (isDigit(text, end)) end++;
      // What follows a quotation mark is the start of a text: an id, say.
      if (end - start > 15 && text[start - 1] !== '"') return true;
    }
  }
  return /\d[eE][+-]?\d+\b/.test(text);
}

/** A digit, or a point; a slash between the two in ASCII only brings a closer look. */
function isDigit(text: string, place: number): boolean {
  const code = text.charCodeAt(place);
  return code > 45 && code < 58;
}
