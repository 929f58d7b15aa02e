import { readFileSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { bumpOf, type Comparison, comparePairs } from "../../src/compare/index.ts";
import type { Json } from "../../src/contract/contract.ts";
import { type Contract, loadContract } from "../../src/contract/index.ts";
import { isObject, type MutableObject, members } from "../../src/contract/json.ts";
import { Draft } from "./document.ts";
import { mutations } from "./mutations.ts";

const root = resolve(import.meta.dirname, "../../../..");
const base: unknown = JSON.parse(readFileSync(join(root, "packages/razorpay/openapi.json"), "utf8"));

describe("Changes of Razorpay's contract", () => {
  const found = new Map<string, Comparison>();

  beforeAll(async () => {
    const folder = await mkdtemp(join(tmpdir(), "specie-mutations-"));
    try {
      const load = async (document: object): Promise<Contract> => {
        const source = join(folder, "openapi.json");
        await writeFile(source, JSON.stringify(document));
        const config = join(root, "specs/razorpay/provider.yaml");
        return (await loadContract({ source, config, strict: false, lint: false })).contract;
      };
      if (!isObject(base)) throw new Error("packages/razorpay/openapi.json is no object");
      const smaller = part(new Draft(base));
      const older = await load(smaller);
      const pairs: { older: Contract; newer: Contract }[] = [];
      for (const { change } of mutations) {
        const draft = new Draft(smaller);
        change(draft);
        pairs.push({ older, newer: await load(draft.document) });
      }
      const comparisons = await comparePairs(pairs, root);
      mutations.forEach(({ name, side }, index) => {
        const comparison = comparisons[index];
        if (comparison !== undefined) found.set(`${side} ${name}`, comparison);
      });
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });

  it("are at least sixty, of each kind and direction", () => {
    expect(mutations.length).toBeGreaterThanOrEqual(60);
    expect(new Set(mutations.map(({ side, name }) => `${side} ${name}`)).size).toBe(mutations.length);
  });

  it.each(mutations)("$side: $name (breaking: $breaking)", ({ side, name, breaking }) => {
    const comparison = found.get(`${side} ${name}`);
    if (comparison === undefined) throw new Error("was not compared");
    if (process.env["SPECIE_TABLE"] !== undefined) print(side, name, breaking, comparison);
    expect(comparison.bump === "major", JSON.stringify(comparison, null, 1)).toBe(breaking);
    expect(comparison.bump).not.toBe("none");
  });
});

/** What the mutations touch, without examples: every mutation costs a whole client, which is emitted and compiled. */
function part(draft: Draft): MutableObject {
  const kept =
    /^\/v1\/(orders|payments|payment_links|customers|methods|iins\/[^/]+|payments\/[^/]+(\/[^/]+)?|orders\/[^/]+)$/;
  for (const path of Object.keys(draft.at("paths"))) if (!kept.test(path)) delete draft.at("paths")[path];
  const events = /^(order|refund|payment\.(captured|downtime))/;
  for (const name of Object.keys(draft.at("webhooks"))) if (!events.test(name)) delete draft.at("webhooks")[name];
  const strip = (value: Json): Json => {
    if (Array.isArray(value)) return value.map(strip);
    if (!isObject(value)) return value;
    return Object.fromEntries(members(value).flatMap(([k, v]) => (k === "examples" ? [] : [[k, strip(v)] as const])));
  };
  const stripped = strip(draft.document);
  if (!isObject(stripped)) throw new Error("no object");
  return stripped;
}

function print(side: string, name: string, breaking: boolean, { bump, wire, surface }: Comparison): void {
  console.log(`| ${side}: ${name} | ${breaking ? "yes" : "no"} | ${bumpOf(wire)} | ${bumpOf(surface)} | ${bump} |`);
}
