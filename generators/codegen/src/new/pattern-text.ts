/**
 * A text that an ordinary pattern accepts: `^[A-Z]{3}$` → `AAA`; what may be repeated is, up to `length` times. Undefined
 * for what it does not know: look-arounds, back-references, properties.
 */
export function textFor(pattern: string, length = 1): string | undefined {
  try {
    const reader = { text: pattern, at: 0, length };
    const made = alternatives(reader);
    return reader.at === pattern.length && new RegExp(pattern, "u").test(made) ? made : undefined;
  } catch (error) {
    if (error instanceof Unknown || error instanceof SyntaxError) return undefined;
    throw error;
  }
}

class Unknown extends Error {}

interface Reader {
  readonly text: string;
  readonly length: number;
  at: number;
}

/** The first alternative counts; the others are read to find the end. */
function alternatives(reader: Reader): string {
  const first = sequence(reader);
  while (peek(reader) === "|") {
    reader.at += 1;
    sequence(reader);
  }
  return first;
}

function sequence(reader: Reader): string {
  let made = "";
  for (let next = peek(reader); next !== "" && next !== "|" && next !== ")"; next = peek(reader)) {
    const one = atom(reader);
    const count = repetitions(reader);
    if (made.length + one.length * count > 500) throw new Unknown();
    made += one.repeat(count);
  }
  return made;
}

function atom(reader: Reader): string {
  const character = take(reader);
  if (character === "^" || character === "$") return "";
  if (character === ".") return "a";
  if (character === "\\") return escaped(take(reader));
  if (character === "[") return oneOf(reader);
  if (character !== "(") return character;
  if (reader.text.startsWith("?", reader.at)) {
    const named = /^\?(:|<[A-Za-z]\w*>)/.exec(reader.text.slice(reader.at));
    if (named === null) throw new Unknown();
    reader.at += named[0].length;
  }
  const made = alternatives(reader);
  if (take(reader) !== ")") throw new Unknown();
  return made;
}

const classes: Readonly<Record<string, string>> = {
  d: "1",
  w: "a",
  s: " ",
  D: "a",
  W: "-",
  S: "a",
  n: "\n",
  t: "\t",
  b: "",
};

function escaped(character: string): string {
  if (/^[dwsDWSntb]$/.test(character)) return classes[character] ?? "";
  if (/^[A-Za-z0-9]?$/.test(character)) throw new Unknown();
  return character;
}

const preferred = ["1", "A", "a", "0", "-", "_", "."];

/** A member of a class such as `[A-Za-z0-9_-]`: one that reads well where there is a choice. */
function oneOf(reader: Reader): string {
  const start = reader.at - 1;
  let source = "[";
  for (let first = true; ; first = false) {
    const character = take(reader);
    source += character;
    if (character === "\\") source += take(reader);
    else if (character === "]" && !first && source !== "[^]") break;
  }
  let test: RegExp;
  try {
    test = new RegExp(`^${reader.text.slice(start, reader.at)}$`, "u");
  } catch {
    throw new Unknown();
  }
  const all = [...preferred, ...Array.from({ length: 94 }, (_, index) => String.fromCharCode(33 + index))];
  const found = all.find((each) => test.test(each));
  if (found === undefined) throw new Unknown();
  return found;
}

/** At least once where it may be: an empty text says little. */
function repetitions(reader: Reader): number {
  const found = /^(?:([*+?])|\{(\d+)(?:(,)(\d*))?\})\??/.exec(reader.text.slice(reader.at));
  if (found === null) return 1;
  reader.at += found[0].length;
  const [, sign, least = "0", comma, most = ""] = found;
  if (sign === "?") return 1;
  if (sign !== undefined) return reader.length;
  const highest = comma === undefined ? Number(least) : most === "" ? Number.POSITIVE_INFINITY : Number(most);
  return Math.max(Number(least), Math.min(reader.length, highest));
}

function peek({ text, at }: Reader): string {
  return text.charAt(at);
}

function take(reader: Reader): string {
  if (reader.at >= reader.text.length) throw new Unknown();
  reader.at += 1;
  return reader.text.charAt(reader.at - 1);
}
