import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseDocument, stringify } from "yaml";
import { defaultLimits } from "../../src/contract/limits.ts";
import { parseYaml, SyntaxFault } from "../../src/contract/yaml.ts";

const read = (text: string): unknown => parseYaml(text, defaultLimits).value;

function fault(text: string): string {
  try {
    read(text);
  } catch (error) {
    if (error instanceof SyntaxFault) return `${error.line}: ${error.message}`;
    throw error;
  }
  return "accepted";
}

describe("YAML as JSON data", () => {
  // https://yaml.org/spec/1.2.2/#103-core-schema
  test.each<[text: string, value: unknown]>([
    ["", null],
    ["~", null],
    ["Null", null],
    ["nUll", "nUll"],
    ["True", true],
    ["FALSE", false],
    ["yes", "yes"],
    ["off", "off"],
    ["010", 10],
    ["0o10", 8],
    ["0x1F", 31],
    ["0b1", "0b1"],
    ["1_000", "1_000"],
    ["+12", 12],
    ["-.5", -0.5],
    ["1.", 1],
    ["1e3", 1000],
    [".", "."],
    ["12:30:45", "12:30:45"],
    ["2026-11-21", "2026-11-21"],
    ["1.2.3", "1.2.3"],
    ["'12'", "12"],
    ['"\\u0041"', "A"],
    ["!!str 12", "12"],
    ["! 12", "12"],
    ["!!int '12'", 12],
    ["|\n  a\n  b\n", "a\nb\n"],
    [">-\n  a\n  b\n", "a b"],
  ])("%j", (text, value) => {
    expect(read(`a: ${text}\nb: 1\n`)).toEqual({ a: value, b: 1 });
  });

  test("keys are texts as they are written", () => {
    expect(read('200: a\n2.0: b\n0x1F: c\nnull: d\n"~": e\n? f\n: g\n__proto__: h\n')).toEqual(
      Object.fromEntries([
        ["200", "a"],
        ["2.0", "b"],
        ["0x1F", "c"],
        ["null", "d"],
        ["~", "e"],
        ["f", "g"],
        ["__proto__", "h"],
      ]),
    );
  });

  test("an alias is a copy of what its anchor was on when it was read", () => {
    expect(read("a: &x [1]\nb: &y { c: *x }\nd: &x [2]\ne: *y\nf: *x\n&k g: 1\nh: { *k : 2 }\n")).toEqual({
      a: [1],
      b: { c: [1] },
      d: [2],
      e: { c: [1] },
      f: [2],
      g: 1,
      h: { g: 2 },
    });
  });

  test.each<[text: string, message: string]>([
    ["a: 1\nb: .nan\n", "2: NaN and infinity are not JSON"],
    ["a: 1\n<<: { b: 2 }\n", "2: merge keys (<<) are not YAML 1.2; write the members out"],
    ["a: 1\nb: 2\na: 3\n", "3: duplicate key 'a'; keep one"],
    ["a: *b\n", "1: unknown alias 'b'"],
    ["a: &b [*b]\n", "1: alias 'b' contains itself"],
    ["[a]: 1\n", "1: a key must be plain text"],
    ["a:\n  - !!binary aGk=\n", "2: the tag '!!binary' is not for JSON data; write the value plainly"],
    ["!!set { a }\n", "1: the tag '!!set' is not for JSON data; write the value plainly"],
    ["a: !!int b\n", "1: the tag '!!int' is not for JSON data; write the value plainly"],
    ["# nothing\n", "1: the file is empty"],
    ["a: 1\n---\nb: 1\n", "3: holds several YAML documents; keep one"],
  ])("%j is refused where it is", (text, message) => {
    expect(fault(text)).toBe(message);
  });

  test("any JSON that was written as YAML is read as it was, and as another reader reads it", () => {
    const options = fc.constantFrom("BLOCK_LITERAL", "PLAIN", "QUOTE_DOUBLE", "QUOTE_SINGLE");
    fc.assert(
      fc.property(
        fc.jsonValue({ noUnicodeString: false }),
        options,
        fc.boolean(),
        (value, defaultStringType, isFlow) => {
          const collectionStyle = isFlow ? "flow" : "any";
          const text = stringify(value, { defaultStringType, collectionStyle });
          const [ours, theirs] = [read(text), parseDocument(text).toJS() as unknown];
          // JSON has no negative zero.
          expect(JSON.stringify(ours)).toBe(JSON.stringify(value));
          expect(JSON.stringify(ours)).toBe(JSON.stringify(theirs));
        },
      ),
      { numRuns: 500 },
    );
  });
});
