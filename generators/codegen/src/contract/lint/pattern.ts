import { createContext, Script } from "node:vm";

/** What Ajv wants of a regular expression engine. */
interface Pattern {
  test(text: string): boolean;
  toString(): string;
}
type Engine = ((pattern: string, flags: string) => Pattern) & { code: string };

const milliseconds = 200;
const script = new Script("pattern.test(text)");

/**
 * Patterns come from the document. One that repeats what already repeats can take years on a short text, so those, and
 * long texts, run under a clock.
 */
export const guardedPattern: Engine = Object.assign(
  (source: string, flags: string): Pattern => {
    const pattern = new RegExp(source, flags);
    const isNested = /[)\]][+*{]|\([^)]*[+*{|]/.test(source);
    return {
      // Ajv tells patterns apart by their text.
      toString: () => pattern.toString(),
      test(text) {
        if (!isNested && text.length < 1000) return pattern.test(text);
        return isNested && text.length < 16 ? pattern.test(text) : runGuarded(pattern, text);
      },
    };
  },
  { code: "guardedPattern" },
);

function runGuarded(pattern: RegExp, text: string): boolean {
  try {
    return script.runInContext(createContext({ pattern, text }), { timeout: milliseconds }) === true;
  } catch {
    throw new Error(`pattern ${pattern.source.slice(0, 60)} takes too long to match`);
  }
}
