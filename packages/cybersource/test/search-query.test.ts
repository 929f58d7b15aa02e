import { assert, property, string } from "fast-check";
import { describe, expect, it } from "vitest";
import { searchQuery } from "../src/index.ts";

const code = "clientReferenceInformation.code";

describe("a search query", () => {
  it("asks for a field in the last seven days", () => {
    expect(searchQuery({ [code]: "ORDER-1001" })).toBe(
      `${code}:ORDER-1001 AND submitTimeUtc:[NOW/DAY-7DAYS TO NOW/DAY+1DAY}`,
    );
  });

  it("takes a number of days, or two times", () => {
    expect(searchQuery({ [code]: "A" }, { days: 2 })).toContain("[NOW/DAY-2DAYS TO NOW/DAY+1DAY}");
    const from = new Date("2026-11-01T00:00:00Z");
    expect(searchQuery({ [code]: "A" }, { from, to: new Date("2026-11-20T00:00:00Z") })).toContain(
      "submitTimeUtc:[2026-11-01T00:00:00.000Z TO 2026-11-20T00:00:00.000Z]",
    );
  });

  it.each([
    ["a space", "ORDER 1001", '"ORDER 1001"'],
    ["a wildcard", "ORDER*", '"ORDER*"'],
    ["a range", "[A TO B]", '"[A TO B]"'],
    ["a negation", "-ORDER", '"-ORDER"'],
    ["an operator", "OR", '"OR"'],
    ["a quotation mark and a backslash", 'a"b\\', '"a\\"b\\\\"'],
    ["another field", "A OR merchantId:x", '"A OR merchantId:x"'],
  ])("takes %s literally", (_, value, expected) => {
    expect(searchQuery({ [code]: value }).split(" AND submit")[0]).toBe(`${code}:${expected}`);
  });

  it("gives every value back to a reader of the query language", () => {
    assert(
      property(string({ minLength: 1, unit: "binary" }), (value) => {
        const query = searchQuery({ [code]: value });
        const term = query.slice(code.length + 1, query.lastIndexOf(" AND submitTimeUtc:"));
        expect(readTerm(term)).toBe(value);
      }),
    );
  });

  it("refuses a field that is none, an empty value and a query for nothing", () => {
    expect(() => searchQuery({ "a OR b": "c" })).toThrow('searchQuery: not a field: "a OR b"');
    expect(() => searchQuery({ [code]: "" })).toThrow(`searchQuery: give ${code} a value`);
    expect(() => searchQuery({})).toThrow("searchQuery: give at least one field");
    expect(() => searchQuery({ [code]: "a" }, { days: 0.5 })).toThrow("searchQuery: days must be 0 or more");
  });
});

/** A word, or a phrase up to its first quotation mark that no backslash stands before. */
function readTerm(term: string): string {
  if (!term.startsWith('"')) {
    expect(term).toMatch(/^[\w][\w.-]*$/);
    return term;
  }
  const [whole = "", inside = ""] = /^"((?:[^"\\]|\\.)*)"/s.exec(term) ?? [];
  expect(whole).toBe(term);
  return inside.replace(/\\(.)/gs, "$1");
}
