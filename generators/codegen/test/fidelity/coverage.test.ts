import { describe, expect, it } from "vitest";
import { coverageLines, percent } from "../../src/fidelity/coverage.ts";
import { compare, coverageOf, judge } from "../../src/fidelity/index.ts";
import { api, object } from "./documents.ts";

describe("coverage", () => {
  const text = { type: "string" };
  const theirs = api({
    response: object({ a: text, b: object({ c: text, d: text }), e: text, f: { enum: ["x", "y"] } }),
  });
  const ours = api({ response: object({ a: text, f: { enum: ["x", "y"] } }) });

  it("counts what is there, what is missing on purpose and what lies behind what is missing", () => {
    const comparison = compare(ours, theirs);
    const reason = { kind: "missing", place: "*.e", reason: "so", as: undefined } as const;
    const coverage = coverageOf(comparison, judge(comparison, [reason]));
    expect(coverage.responseProperties).toEqual({
      total: 6,
      covered: 2,
      deliberate: 1,
      unreached: 2,
      percent: "33.3%",
    });
    expect(coverageLines(coverage)).toEqual([
      "operations           1 of 1 (100%)",
      "parameters           0 of 0",
      "request properties   0 of 0",
      "response properties  2 of 6 (33.3%), 1 missing on purpose, 2 behind what is missing",
      "enum members         2 of 2 (100%)",
    ]);
  });

  it("never rounds up", () => {
    expect(percent(99_999, 100_000)).toBe("99.9%");
    expect(percent(100_000, 100_000)).toBe("100%");
    expect(percent(0, 3)).toBe("0.0%");
    expect(percent(0, 0)).toBeUndefined();
  });
});
