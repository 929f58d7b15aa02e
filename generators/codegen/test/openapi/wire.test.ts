import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { features } from "./generate.ts";
import { startWire, type Wire, type WireTests } from "./wire.ts";

// One file for all features: Prism takes longer to load than to check everything.
for (const feature of features) {
  const { tests, prismErrs = [], notForPrism }: WireTests = await import(`./${feature}/wire.ts`);
  describe(feature, () => {
    let wire: Wire;
    beforeAll(async () => {
      wire = await startWire(feature);
    });
    afterAll(() => wire.close());
    tests(() => wire);

    it("sends nothing that Prism, reading the same document, finds fault with", async () => {
      const found = await wire.violations(notForPrism);
      for (const [message] of prismErrs) expect(found.join("\n"), "an excuse that nothing needs").toMatch(message);
      expect(found.filter((line) => !prismErrs.some(([message]) => message.test(line)))).toEqual([]);
    });
  });
}
