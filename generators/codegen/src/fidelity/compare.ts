import type { JsonObject } from "../contract/contract.ts";
import { compareBodies } from "./compare-operation.ts";
import { compareParameters } from "./compare-parameters.ts";
import { type Comparing, schemaComparer } from "./compare-schema.ts";
import { side } from "./expand.ts";
import type { Category, Finding } from "./finding.ts";
import { createLedger, type Ledger, type Tally } from "./ledger.ts";
import { matchOperations } from "./matching.ts";
import { reach } from "./reach.ts";

export interface Comparison {
  readonly tallies: Readonly<Record<Category, Tally>>;
  readonly findings: readonly Finding[];
  /** Titles of upstream's operations that ours lacks; those are no contradiction. */
  readonly notCovered: readonly string[];
}

/**
 * Compares our document with upstream's, both bundled OpenAPI 3.1, for the operations that both have.
 *
 * @example
 * ```ts
 * const { tallies, findings } = compare(contract.document, upstream.document);
 * ```
 */
export function compare(
  ours: JsonObject,
  theirs: JsonObject,
  aliases: ReadonlyMap<string, string> = new Map(),
): Comparison {
  const ledger = createLedger();
  const sides = { ours: side(ours), theirs: side(theirs) };
  const comparing: Comparing = { ...sides, ledger, schemas: schemaComparer(sides.ours, sides.theirs, ledger) };
  const reached = reach(sides.theirs, ledger);
  const { matched, onlyOurs, onlyTheirs } = matchOperations(ours, theirs, aliases);
  for (const each of matched) {
    ledger.expect("operations", each.theirs.title);
    ledger.meet("operations", each.theirs.title);
    if (each.renamed) reportName(ledger, each.ours.title, each.theirs.title);
    compareParameters(comparing, reached, each);
    compareBodies(comparing, reached, each);
  }
  for (const { title } of onlyTheirs) ledger.expect("operations", title);
  for (const { title } of onlyOurs) reportName(ledger, title, "absent");
  return {
    tallies: {
      operations: ledger.tally("operations"),
      parameters: ledger.tally("parameters"),
      requestProperties: ledger.tally("requestProperties"),
      responseProperties: ledger.tally("responseProperties"),
      enumMembers: ledger.tally("enumMembers"),
    },
    findings: ledger.findings(),
    notCovered: onlyTheirs.map(({ title }) => title),
  };
}

function reportName(ledger: Ledger, title: string, theirs: string): void {
  const draft = { kind: "operation", place: title, ours: "declared", theirs, contradiction: true } as const;
  ledger.find(draft, { direction: "request", seen: title });
}
