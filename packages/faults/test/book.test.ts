import { describe, expect, it } from "vitest";
import { type Effect, Ledger } from "../src/fakes/ledger.ts";
import { type Evidence, settle } from "../src/shop/book.ts";
import type { Intent, Report, Resolved } from "../src/shop/intent.ts";

const effect: Effect = {
  provider: "cybersource",
  operation: "capture",
  intent: "intent-1",
  call: "call-1",
  amount: 100,
  objectId: "c1",
  paymentId: "p1",
  at: 1_000,
  result: "moved",
};

const report: Report = { call: "call-1", startedAt: 0, endedAt: 2_000, claim: "executed", amount: 100 };
const resolved: Resolved = {
  at: 5_000,
  provider: "cybersource",
  call: "call-1",
  calls: ["call-1"],
  resolution: { status: "not_executed", proof: "" },
  isFinal: true,
};

function judged(
  { reports = [], resolutions = [], ...rest }: Partial<Intent>,
  effects: readonly Effect[],
  evidence: Partial<Evidence> = {},
): readonly string[] {
  const ledger = new Ledger();
  for (const each of effects) ledger.add(each);
  const about = {
    id: "intent-1",
    operation: "capture",
    key: "key",
    amount: 100,
    input: {},
    ref: "p1",
    captureMethod: "manual",
  } as const;
  const intent: Intent = { ...about, isMisuse: false, isUndone: false, reports, resolutions, ...rest };
  const known = {
    scene: "cybersource",
    idempotency: "store",
    hasStore: true,
    ledger,
    arrived: new Set<string>(),
    intents: [intent],
  } as const;
  return settle(intent, { ...known, ...evidence }).violations;
}

describe("the book", () => {
  it("has no blame for what was said and is so", () => {
    expect(judged({ reports: [report] }, [effect])).toEqual([]);
    expect(judged({ reports: [{ ...report, claim: "unknown" }] }, [effect])).toEqual([]);
    expect(judged({ reports: [{ ...report, claim: "failed" }] }, [])).toEqual([]);
    expect(judged({ resolutions: [resolved] }, [])).toEqual([]);
  });

  it.each([
    ["done twice", { reports: [report] }, [effect, { ...effect, objectId: "c2" }], /done 2 times/],
    ["called a failure, and done", { reports: [{ ...report, claim: "failed" }] }, [effect], /was told failed/],
    [
      "called a failure, and done afterwards",
      { reports: [{ ...report, claim: "failed", endedAt: 5 }] },
      [effect],
      /was told failed/,
    ],
    ["called done, and not done", { reports: [report] }, [], /nothing was/],
    ["called done with another amount", { reports: [{ ...report, amount: 50 }] }, [effect], /was told 50/],
    ["resolved as not done, and done", { resolutions: [resolved] }, [effect], /not_executed/],
    ["resolved as not done, and done later", { resolutions: [{ ...resolved, at: 10 }] }, [effect], /not_executed/],
    [
      "resolved as done, and not done",
      { resolutions: [{ ...resolved, resolution: { status: "executed" } }] },
      [],
      /nothing was done/,
    ],
    [
      "still not resolved, though it shows",
      { resolutions: [{ ...resolved, resolution: { status: "still_unknown", checkAgainAt: "" } }] },
      [effect],
      /can't tell/,
    ],
    ["done after it was undone", {}, [{ ...effect, operation: "undo", at: 500 }, effect], /spent key/],
  ] as const)("blames what was %s", (_what, intent, effects, expected) => {
    const [first] = judged(intent as Partial<Intent>, effects);
    expect(first).toMatch(expected);
  });

  it("counts what no one promised, and blames it not", () => {
    const twice = [effect, { ...effect, objectId: "c2", call: "call-2" }];
    expect(judged({ reports: [report] }, twice, { idempotency: "best_effort" })).toEqual([]);
  });

  it("blames also without a promise what a call did and called a failure", () => {
    const lie = judged({ reports: [{ ...report, claim: "failed" }] }, [effect], { idempotency: "best_effort" });
    expect(lie).toHaveLength(1);
  });
});
