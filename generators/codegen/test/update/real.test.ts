import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { loadavg, tmpdir } from "node:os";
import { join, resolve as resolvePath } from "node:path";
import { beforeAll, describe, expect, it, onTestFinished } from "vitest";
import type { Contract, JsonObject } from "../../src/contract/contract.ts";
import { loadContract } from "../../src/contract/index.ts";
import { resolve } from "../../src/emit/schema.ts";
import { neededFor, titlesOf } from "../../src/update/upstream/keep.ts";
import { snapshot, specie } from "../cli/run.ts";
import { Draft } from "../compare/document.ts";
import { type Seeded, seeded } from "./seeded.ts";
import { takeFor } from "./take.ts";

const root = resolvePath(import.meta.dirname, "../../../..");
const file = join(root, "../shared/upstream/hyperswitch-v1-2026-06-25.json");
const specs = join(root, "specs/hyperswitch");

if (!existsSync(file))
  console.log("The update of Hyperswitch's own document is not tested: ../shared/upstream is not here.");

const map = "packages/payments/src/hyperswitch/maps/payment-status.ts";

const old = join(root, "../shared/upstream/cybersource-rest-2020-02-17.swagger2.json");

it.skipIf(!existsSync(old))(
  "CyberSource's lock is of the document of 2020: nothing changed",
  async () => {
    const folder = join(root, "specs/cybersource");
    const { contract } = await loadContract({ source: folder, strict: true, lint: false });
    const taken = await takeFor(folder, contract, JSON.parse(readFileSync(old, "utf8")), "cybersource");
    expect(taken.changes.filter(({ kind }) => kind !== "documentation")).toEqual([]);
    expect([taken.outcomes, taken.newOperations, taken.remarks]).toEqual([[], [], []]);
    expect(taken.document).toEqual(contract.document);
  },
  60_000,
);

describe.skipIf(!existsSync(file))("Hyperswitch's own document", () => {
  let document: JsonObject;
  let ours: Contract;
  let reachable: ReadonlySet<string>;
  const needed = new Set(readFileSync(join(specs, "provider.yaml"), "utf8").match(/\w+/g));
  beforeAll(async () => {
    document = JSON.parse(readFileSync(file, "utf8"));
    ours = (await loadContract({ source: specs, strict: true, lint: false })).contract;
    const { shared } = neededFor(document, titlesOf(ours.document));
    reachable = new Set([...shared].map((key) => String(JSON.parse(key)[2])));
  }, 60_000);

  it("is what our lock is of: nothing changed, and no overlay action has had its day", async () => {
    const taken = await takeFor(specs, ours, document, "hyperswitch");
    expect(taken.changes.filter(({ kind }) => kind !== "documentation")).toEqual([]);
    expect([taken.outcomes, taken.newOperations, taken.remarks]).toEqual([[], [], []]);
    expect(taken.document).toEqual(ours.document);
  }, 60_000);

  it.each([1, 2])(
    "with changes of every kind at places that seed %d chose: each is named, and nothing else",
    async (seed) => {
      const mutations = seeded(document, reachable, needed, seed);
      const draft = new Draft(document);
      for (const { apply } of mutations) apply(draft);
      const { changes, outcomes } = await takeFor(specs, ours, draft.document, "hyperswitch");
      const said = changes.filter(({ kind }) => kind !== "documentation");
      const isOf = ({ pointer, sentence }: Seeded, message: string, at: string | undefined): boolean =>
        sentence.test(message) && at !== undefined && leadsTo([document, draft.document], at, pointer);
      const unsaid = mutations.filter((each) => !said.some(({ message, pointer }) => isOf(each, message, pointer)));
      const unasked = said.filter(({ message, pointer }) => !mutations.some((each) => isOf(each, message, pointer)));
      expect(unsaid.map(({ kind, pointer }) => [kind, pointer])).toEqual([]);
      expect(unasked.map(({ message, pointer }) => [message, pointer])).toEqual([]);
      // Each is taken over, but for what ours has in one schema for several of theirs.
      const left = outcomes.filter(({ result }) => result !== "taken").map(({ message }) => message);
      expect(left.filter((message) => !message.endsWith("others still have it."))).toEqual([]);
      expect(outcomes.length).toBeGreaterThanOrEqual(mutations.length);
    },
    60_000,
  );
  it("is taken with one command", async () => {
    const draft = new Draft(document);
    for (const { apply } of seeded(document, reachable, needed, 4)) apply(draft);
    draft.list("components", "schemas", "IntentStatus", "enum").push("awaiting_review");
    draft.properties("PaymentsResponse")["settled_at"] = { type: "string", format: "date-time" };
    const folder = await mkdtemp(join(tmpdir(), "specie-upstream-"));
    onTestFinished(() => rm(folder, { recursive: true }));
    const next = join(folder, "next.json");
    await writeFile(next, JSON.stringify(draft.document));
    const before = await treeHash();
    const started = performance.now();
    const { code, out, err } = await specie(root, "update", "hyperswitch", "--from", next, "--dry-run", "--json");
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    console.log(`specie update hyperswitch --dry-run: ${seconds} s at a load of ${loadavg()[0]?.toFixed(0)}`);
    expect([code, err]).toEqual([0, ""]);
    expect(await treeHash()).toBe(before);
    const { unmapped, changesets, upstream } = JSON.parse(out);
    expect(upstream.changes.length).toBeGreaterThan(12);
    const line =
      readFileSync(join(root, map), "utf8")
        .split("\n")
        .findIndex((each) => each.includes("paymentStatus:")) + 1;
    expect(unmapped).toContainEqual(expect.objectContaining({ file: map, line, missing: ["awaiting_review"] }));
    expect(changesets).toHaveLength(2);
    const payments = changesets.find(({ text }: { text: string }) => text.startsWith('---\n"@specie/payments": '));
    expect(payments.text).toContain("- `Payment` has the new field `settled_at`.");
    expect(payments.text).toContain("- `IntentStatus` may be `awaiting_review`.");
  }, 120_000);
});

/** Whether what is at a place is, or is made of, what was changed. */
function leadsTo(documents: readonly JsonObject[], at: string, changed: string): boolean {
  if (at.startsWith(changed) || changed.startsWith(`${at}/`)) return true;
  const component = /^#\/components\/schemas\/[^/]+/.exec(changed)?.[0] ?? changed;
  // Places inside unions have other addresses once the document is OpenAPI 3.1.
  const whole = /^#\/components\/schemas\/[^/]+/.exec(at)?.[0] ?? at;
  return documents.some((document) => {
    return JSON.stringify(resolve(document, at) ?? resolve(document, whole) ?? null).includes(`"${component}"`);
  });
}

async function treeHash(): Promise<string> {
  const folders = ["specs/hyperswitch", "packages/hyperswitch/src", "packages/payments/src", ".changeset"];
  const found = await Promise.all(folders.map((folder) => snapshot(join(root, folder))));
  return createHash("sha256").update(JSON.stringify(found)).digest("hex");
}
