import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { expect, it, onTestFinished } from "vitest";
import { property, type Tally } from "./fuzz/property.ts";

it("whatever a document holds, it is refused in plain lines or becomes code that is only ours", {
  timeout: 120_000,
}, async () => {
  const folder = mkdtempSync(join(tmpdir(), "specie-fuzz-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const tally: Tally = { refused: 0, compiled: 0 };
  await fc.assert(property(folder, tally), { numRuns: 300 });
  expect(tally.compiled).toBeGreaterThan(75);
});
