import { expect } from "vitest";
import { campaign } from "../../src/campaign/campaign.ts";
import { table } from "../../src/campaign/table.ts";
import { subject } from "../../src/shop/real-subject.ts";
import type { Scene } from "../../src/shop/run.ts";

/** Runs, shows the figures, and fails with the first story in which a promise broke. */
export async function keepsItsPromises(scene: Scene, runs: number): Promise<void> {
  const seed = process.env["SPECIE_SEED"] ?? "1";
  const tally = await campaign(subject, { runs, seed, only: [scene] });
  console.log(table(tally.rows()));
  const [first] = tally.failures;
  const told = first && [...first.violations, `again: pnpm faults --replay ${first.seed}`, ...first.story].join("\n");
  expect(told).toBeUndefined();
  // A campaign in which nothing went wrong proves nothing.
  for (const row of tally.rows()) {
    expect(row.executed, `${row.operation} ${row.idempotency}`).toBeGreaterThan(0);
    expect(row.faults, `${row.operation} ${row.idempotency}`).toBeGreaterThan(0);
  }
}
