import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { loadContract } from "../../src/contract/index.ts";
import { walk } from "../../src/contract/walk.ts";

const upstream = resolve(import.meta.dirname, "../../../../../shared/upstream");
const specs = resolve(import.meta.dirname, "../../../../specs");

describe.each([
  ["hyperswitch-v1-2026-06-25.json", 148],
  ["cybersource-rest-2020-02-17.swagger2.json", 61],
])("%s", (file, operations) => {
  test.skipIf(!existsSync(`${upstream}/${file}`))(
    "becomes a contract without a trace of older versions (skipped when the file isn't here)",
    async () => {
      const { contract } = await loadContract({ source: `${upstream}/${file}`, strict: false });
      expect(contract.operations).toHaveLength(operations);
      expect(new Set(contract.operations.map(({ flatName }) => flatName)).size).toBe(operations);
      expect(new Set(contract.operations.map(({ groupedName }) => groupedName.join("."))).size).toBe(operations);
      walk(contract.document, (schema, kind) => {
        if (kind === "schema") {
          expect(schema["nullable"]).toBeUndefined();
          expect(typeof schema["exclusiveMinimum"]).not.toBe("boolean");
        }
      });
    },
  );
});

test.skipIf(!existsSync(`${specs}/razorpay/openapi.yaml`))("specs/razorpay has nothing to report", async () => {
  const { contract } = await loadContract({ source: `${specs}/razorpay`, strict: true });
  expect(contract.findings).toEqual([]);
  expect(JSON.stringify(contract.document).match(/"\$ref":"(?!#\/components\/)/g)).toBeNull();
});
