import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { PaymentsError } from "../../src/gateway/payments-error.ts";
import { arbitrary } from "../support/arbitrary.ts";
import { readContract } from "./contract.ts";
import { wellFormed } from "./invariants.ts";
import { scenarios } from "./scenarios.ts";
import type { ConnectOptions, Subject } from "./subject.ts";

const numRuns = Math.min(5_000, Number(process.env["SPECIE_RUNS"] ?? 30));

/** Whatever JSON the contract allows as an answer: nothing but results and PaymentsErrors, and `raw` as it came. */
export function readAnything(subject: Subject): void {
  const contract = readContract(subject.document);
  const roads = Object.entries(subject.roads).flatMap(([key, road]) => {
    const operation = contract.operations.get(key.split(" ")[0] ?? "");
    return operation?.answer === undefined ? [] : [[key, road, operation, operation.answer] as const];
  });

  describe("anything that the contract allows", () => {
    it.each(roads)("of %s is read, and kept as it came", async (_, road, operation, { status, schema }) => {
      let tested: unknown;
      let answers: string[] = [];
      let calls: string[] = [];
      const fetch: ConnectOptions["fetch"] = async (url, init) => {
        const called = contract.operationOf(init.method ?? "GET", new URL(url).pathname);
        const isFirst = called?.id === operation.id && !calls.includes(operation.id);
        const names = [road.examples?.[called?.id ?? ""] ?? []].flat().filter((name) => name !== "$");
        const name = names[Math.min(calls.filter((id) => id === called?.id).length, names.length - 1)];
        const example = called?.examples.get(name ?? "") ?? [...(called?.examples.values() ?? [])][0];
        calls.push(called?.id ?? "");
        const text = JSON.stringify(isFirst ? tested : example?.body);
        answers.push(text);
        const headers = { "content-type": "application/json" };
        return new Response(text, { status: isFirst ? status : (example?.status ?? 500), headers });
      };
      const gateway = subject.connect({ baseUrl: "https://mock.example", fetch, sleep: async () => {} });
      const material = { ...subject.material, ...road.given };
      const property = fc.asyncProperty(arbitrary(subject.document, schema), async (body) => {
        [tested, answers, calls] = [body, [], []];
        const found: unknown = await scenarios[road.through](gateway as never, material).catch(
          (error: unknown) => error,
        );
        expect(calls).toContain(operation.id);
        if (found instanceof Error) expect(found).toBeInstanceOf(PaymentsError);
        wellFormed(found, subject.name, "anything");
        // Of a list each entity has its part; of a chain of answers the payment has all of them.
        for (const raw of found instanceof Error ? [] : rawsIn(found)) {
          expect(answers.some((text) => text.includes(raw) || raw.includes(text))).toBe(true);
        }
      });
      await fc.assert(property, { numRuns });
    });
  });
}

/** What entities keep, as text: a member of a list keeps its own part. */
function rawsIn(found: unknown): readonly string[] {
  if (Array.isArray(found)) return found.flatMap(rawsIn);
  if (typeof found !== "object" || found === null) return [];
  if ("items" in found) return rawsIn(found.items);
  return "raw" in found ? [JSON.stringify(found.raw)] : [];
}
