import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { compare, type Difference, type Differences, judge, readDifferences } from "../../src/fidelity/index.ts";
import { api, object } from "./documents.ts";

async function read(text: string): Promise<Differences> {
  const folder = await mkdtemp(join(tmpdir(), "specie-differences-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const file = join(folder, "differences.yaml");
  await writeFile(file, text);
  return await readDifferences(file);
}

describe("differences.yaml", () => {
  it("is what its template shows", async () => {
    const { differences, remarks } = await readDifferences(
      join(import.meta.dirname, "../../src/fidelity/differences.template.yaml"),
    );
    expect(differences.map(({ kind, place }) => `${kind} ${place}`)).toEqual([
      "nullable Order.amount",
      "operation POST /v1/orders/{id}/close",
    ]);
    expect(remarks).toHaveLength(1);
  });

  it("may list nothing", async () => {
    expect((await read("differences: []")).differences).toEqual([]);
  });

  it.each([
    ["differences: [{ place: A.b, kind: mising, reason: x }]", "'differences.0.kind' must be one of missing, extra"],
    ["differences: [{ place: A.b, reason: x }]", "'differences.0.kind' is missing"],
    ["differences: [{ place: A.b, kind: type }]", "'differences.0.reason' is missing; text is expected"],
    ["differences: [{ kind: type, reason: x }]", "'differences.0.place' is missing; text is expected"],
    ["differences: [{ place: A.b, kind: type, reason: x, why: y }]", "'differences.0.why' is not known"],
    [
      "differences: [{ place: A.b, kind: type, as: GET /a, reason: x }]",
      "'differences.0.as' goes with kind 'operation' only",
    ],
    [
      "differences: [{ place: GET *, kind: operation, as: GET /a, reason: x }]",
      "'differences.0.as' and 'place' must be",
    ],
    ["differences: [{ at: notes, reason: x }]", "'differences.0.documented' is missing"],
    ["differences: {}", "'differences' must be a list"],
    ["upstream: { file: a.json }", "'upstream' belongs into provider.yaml"],
    ["diffs: []", "'diffs' is not known"],
    ["- place: A.b", "must be an object"],
  ])("is refused with a clear line: %s", async (text, message) => {
    await expect(read(text)).rejects.toThrow(message);
  });

  it("is refused when it says the same twice, with the line of the second", async () => {
    const entry = "  - { place: A.b, kind: type, reason: x }\n";
    await expect(read(`differences:\n${entry}${entry}`)).rejects.toThrow(/differences\.yaml:3: .*is listed before/);
  });
});

describe("a deliberate difference", () => {
  const text = { type: "string" };
  const comparison = compare(
    api({ response: object({ a: { type: "integer" }, more: text }) }),
    api({ response: object({ a: text, b: text, c: text }) }),
  );
  const difference = (kind: Difference["kind"], place: string): Difference => ({
    kind,
    place,
    reason: "so",
    as: undefined,
  });
  const left = (...differences: readonly Difference[]) => {
    const { contradictions, stale, information } = judge(comparison, differences);
    return { contradictions: contradictions.length, stale: stale.length, information: information.length };
  };

  it("explains the contradiction of its kind at its place, and no other", () => {
    expect(left()).toEqual({ contradictions: 3, stale: 0, information: 1 });
    expect(left(difference("missing", "POST /orders 200.b"))).toEqual({ contradictions: 2, stale: 0, information: 1 });
  });

  it("may use * for any text, and means every other sign as it is", () => {
    expect(left(difference("missing", "POST * 200.*"))).toEqual({ contradictions: 1, stale: 0, information: 1 });
    expect(left(difference("missing", "POST /orders 200?b"))).toEqual({ contradictions: 3, stale: 1, information: 1 });
    expect(left(difference("missing", "*.B"))).toEqual({ contradictions: 3, stale: 1, information: 1 });
  });

  it("is stale when it matches nothing of its kind", () => {
    expect(left(difference("type", "POST /orders 200.b"))).toEqual({ contradictions: 3, stale: 1, information: 1 });
  });

  it("may give the reason of a remark too", () => {
    expect(left(difference("extra", "*.more"))).toEqual({ contradictions: 3, stale: 0, information: 0 });
  });

  it("about an operation under another path is stale when that operation is gone", () => {
    const alias: Difference = { kind: "operation", place: "POST /b", as: "POST /gone", reason: "so" };
    const { contradictions, stale } = judge(
      compare(api({ path: "/b" }), api({}), new Map([["POST /b", "POST /gone"]])),
      [alias],
    );
    expect([contradictions.length, stale.length]).toEqual([1, 1]);
  });
});
