import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Json, JsonObject } from "../../src/contract/contract.ts";
import { isObject } from "../../src/contract/json.ts";
import { compare } from "../../src/fidelity/index.ts";
import { api, ref } from "./documents.ts";

const names = ["A", "B", "C", "D"];
/** Those that are objects: an `allOf` of an object and something else fits nothing, and there is nothing to miss in it. */
const objects = ["C", "D"];

/** Schemas of every form, with refs to the four components, so that cycles are the rule. */
const { schema, object } = fc.letrec<{ schema: JsonObject; object: JsonObject; properties: JsonObject }>((tie) => ({
  schema: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    fc.constantFrom<JsonObject>(
      { type: "string" },
      { type: "integer" },
      { enum: ["x", "y"] },
      { type: ["string", "null"] },
    ),
    fc.constantFrom(...names).map(ref),
    fc.constantFrom(...names).map((name) => ({ anyOf: [{ allOf: [ref(name)] }, { type: "null" }] })),
    tie("object"),
    tie("schema").map((items) => ({ type: "array", items })),
    tie("schema").map((values) => ({ type: "object", additionalProperties: values })),
    fc.tuple(tie("object"), fc.constantFrom(...objects)).map(([own, name]) => ({ allOf: [ref(name), own] })),
    fc.array(tie("object"), { minLength: 2, maxLength: 3 }).map((branches) => ({ oneOf: branches })),
  ),
  object: tie("properties").map((properties) => ({ type: "object", properties })),
  properties: fc.dictionary(fc.constantFrom("a", "b", "c", "d"), tie("schema"), { maxKeys: 3 }),
}));

const components = fc.record({ A: schema, B: schema, C: object, D: object });

/** Part of an `allOf` whose properties nothing else declares: what two parts declare isn't missing when one has it. */
function distinctParts(document: JsonObject): JsonObject {
  let count = 0;
  const copy = JSON.parse(JSON.stringify(document), (key, value: Json) => {
    if (key !== "allOf" || !Array.isArray(value) || value.length < 2) return value;
    const [base, own] = value as JsonObject[];
    const renamed = Object.entries(own?.["properties"] ?? {}).map(([name, inner]) => {
      count += 1;
      return [`${name}${count}`, inner];
    });
    return [base, { ...own, properties: Object.fromEntries(renamed) }];
  });
  return copy as JsonObject;
}

interface Spot {
  readonly place: string;
  readonly pointer: readonly (string | number)[];
}

/** Every property that refs lead to, found by a walk that knows nothing of the tool's. */
function spots(document: JsonObject): readonly Spot[] {
  const found: Spot[] = [];
  const seen = new Set<string>();
  const walk = (pointer: readonly (string | number)[], place: string): void => {
    const schema = at(document, pointer);
    const key = pointer.join(" ");
    if (!isObject(schema) || seen.has(key)) return;
    seen.add(key);
    const target = schema["$ref"];
    if (typeof target === "string") walk(target.slice(2).split("/"), target.split("/").at(-1) ?? "");
    for (const name of Object.keys(isObject(schema["properties"]) ? schema["properties"] : {})) {
      const inner = [...pointer, "properties", name];
      found.push({ place: `${place}.${name}`, pointer: inner });
      walk(inner, `${place}.${name}`);
    }
    walk([...pointer, "items"], `${place}[]`);
    walk([...pointer, "additionalProperties"], `${place}{}`);
    for (const keyword of ["allOf", "oneOf", "anyOf"]) {
      const branches = schema[keyword];
      if (Array.isArray(branches)) for (const index of branches.keys()) walk([...pointer, keyword, index], place);
    }
  };
  walk(["paths", "/orders", "post", "responses", "200", "content", "application/json", "schema"], "POST /orders 200");
  return found;
}

function at(document: Json, pointer: readonly (string | number)[]): Json | undefined {
  return pointer.reduce<Json | undefined>(
    (value, part) => (value as Record<string | number, Json> | undefined)?.[part],
    document,
  );
}

function without(document: JsonObject, pointer: readonly (string | number)[]): JsonObject {
  const copy = structuredClone(document);
  const parent = at(copy, pointer.slice(0, -1)) as Record<string, Json>;
  delete parent[String(pointer.at(-1))];
  return copy;
}

const document = components.map((schemas) => distinctParts(api({ response: ref("A"), schemas })));
const missing = (ours: JsonObject, theirs: JsonObject) =>
  compare(ours, theirs).findings.filter((finding) => finding.kind === "missing");

describe("nothing is skipped", () => {
  it("in a document compared with itself: everything that can be reached is covered", () => {
    fc.assert(
      fc.property(document, (theirs) => {
        const { tallies, findings } = compare(theirs, theirs);
        expect(findings).toEqual([]);
        expect([...tallies.responseProperties.covered].sort()).toEqual(
          [...new Set(spots(theirs).map(({ place }) => place))].sort(),
        );
        expect(tallies.enumMembers.covered).toEqual(tallies.enumMembers.places);
      }),
    );
  });

  it("when any one property is deleted: exactly that one is missing, and not covered", () => {
    fc.assert(
      fc.property(document, fc.nat(), (theirs, choice) => {
        const all = spots(theirs);
        const spot = all[choice % Math.max(all.length, 1)];
        fc.pre(spot !== undefined);
        if (spot === undefined) return;
        const ours = without(theirs, spot.pointer);
        expect(missing(ours, theirs).map(({ place }) => place)).toEqual([spot.place]);
        expect(compare(ours, theirs).tallies.responseProperties.covered.has(spot.place)).toBe(false);
      }),
      { numRuns: 300 },
    );
  });
});
