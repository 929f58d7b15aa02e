import { afterAll, describe, expect, it } from "vitest";
import { type Caught, check, tableOfRules } from "../src/rules/check.ts";
import { rules } from "../src/rules/rules.ts";

const all: Caught[] = [];

describe("without one safety rule a promise breaks:", () => {
  it.each(rules.map((rule) => [rule.broken, rule] as const))("%s", async (_broken, rule) => {
    const caught = await check(rule, 600);
    all.push(caught);
    expect(caught.violation).toBeTypeOf("string");
  });

  afterAll(() => console.log(tableOfRules(all)));
});
