import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import type { Json, JsonObject } from "../../src/contract/contract.ts";
import { loadContract } from "../../src/contract/index.ts";
import { isObject } from "../../src/contract/json.ts";
import { compare } from "../../src/fidelity/index.ts";

const folder = resolve(import.meta.dirname, "../../../../../shared/upstream");

/** Takes a property out of every fiftieth object that has any; gives the names that are gone. */
function mutilate(document: JsonObject): { readonly copy: JsonObject; readonly gone: number } {
  const copy = structuredClone(document);
  let [objects, gone] = [0, 0];
  const walk = (value: Json | undefined, key: string): void => {
    if (Array.isArray(value)) for (const item of value) walk(item, "");
    if (!isObject(value)) return;
    const names = Object.keys(value);
    const last = names.at(-1);
    if (key === "properties" && last !== undefined) {
      objects += 1;
      if (objects % 50 === 0) {
        delete (value as Record<string, Json>)[last];
        gone += 1;
      }
    }
    for (const name of names) walk(value[name], key === "properties" ? "" : name);
  };
  walk(copy, "");
  return { copy, gone };
}

describe.each(["hyperswitch-v1-2026-06-25.json", "cybersource-rest-2020-02-17.swagger2.json"])("%s", (name) => {
  const source = resolve(folder, name);

  it.skipIf(!existsSync(source))("equals itself, and misses what a mutilated copy lacks", async () => {
    const { contract } = await loadContract({ source, name: "upstream", strict: false, lint: false });
    const theirs = contract.document;
    const whole = compare(theirs, theirs);
    expect(whole.findings).toEqual([]);
    for (const { places, covered } of Object.values(whole.tallies)) expect(covered).toEqual(places);

    const { copy, gone } = mutilate(theirs);
    const { findings } = compare(copy, theirs);
    const missing = findings.filter(({ kind }) => kind === "missing");
    expect(gone).toBeGreaterThan(10);
    expect(missing.length).toBeGreaterThan(0);
    expect(missing.length).toBeLessThanOrEqual(gone);
    expect(findings.filter(({ kind }) => kind !== "missing")).toEqual([]);
  });
});
