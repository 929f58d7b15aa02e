import type { Json, JsonObject } from "../../src/contract/contract.ts";
import { isObject, members } from "../../src/contract/json.ts";
import { list, member, ref } from "../../src/emit/schema.ts";
import type { Draft } from "../compare/document.ts";

/** A change of a real document at a place that a seed chose, and the sentence that has to be said of it. */
export interface Seeded {
  readonly kind: string;
  /** `#/components/schemas/Order/properties/id` */
  readonly pointer: string;
  readonly sentence: RegExp;
  readonly apply: (draft: Draft) => void;
}

/** The same numbers for the same seed, everywhere. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

interface Place {
  readonly schema: string;
  readonly property: string;
  readonly value: JsonObject;
  readonly required: boolean;
}

const scalars = ["string", "integer", "boolean"];

/** One mutation of each kind, no two in one schema. */
export function seeded(
  document: JsonObject,
  reachable: ReadonlySet<string>,
  /** Names of properties that have to stay: those that provider.yaml builds on. */
  needed: ReadonlySet<string>,
  seed: number,
): Seeded[] {
  const next = random(seed);
  const schemas = member(Object(member(document, "components")), "schemas");
  const objects = members(schemas).filter(([name, schema]) => reachable.has(name) && isPlain(schema));
  const places = objects
    .flatMap(([name, schema]) => placesOf(name, schema))
    .filter(({ property: name }) => !needed.has(name));
  const enums = members(schemas).filter(([name, schema]) => reachable.has(name) && isEnum(schema));
  const taken = new Set<string>();
  const pick = <T>(from: readonly T[], nameOf: (item: T) => string): T => {
    const free = from.filter((item) => !taken.has(nameOf(item)));
    const found = free[Math.floor(next() * free.length)];
    if (found === undefined) throw new Error("nothing is left to mutate");
    taken.add(nameOf(found));
    return found;
  };
  const place = (fits: (place: Place) => boolean): Place => pick(places.filter(fits), ({ schema }) => schema);
  const property = (kind: string, at: Place, words: string, apply: Seeded["apply"]): Seeded => ({
    kind,
    pointer: `#/components/schemas/${at.schema}/properties/${at.property}`,
    sentence: new RegExp(`\\b${at.property}\\b.*${words}|${words}.*\\b${at.property}\\b`),
    apply,
  });
  const made: Seeded[] = [];
  const add = (kind: string, extra: JsonObject, required: boolean): void => {
    const [name] = pick(objects, ([each]) => each);
    const at = { schema: name, property: `specie_${kind.replace(/\W/g, "_")}`, value: extra, required };
    made.push(
      property(kind, at, "(takes|requires|has) the new field", (draft) => {
        draft.properties(name)[at.property] = extra;
        if (required) draft.require(name, at.property);
      }),
    );
  };
  add("optional property added", { type: "string", description: "Their words." }, false);
  add("required property added", { type: "integer", format: "int64" }, true);
  add("property with a ref added", { $ref: "#/components/schemas/Currency" }, false);
  const optional = place((each) => !each.required);
  made.push(
    property("optional property removed", optional, "no longer (takes|has)", (draft) => {
      delete draft.properties(optional.schema)[optional.property];
    }),
  );
  const required = place((each) => each.required);
  made.push(
    property("required property removed", required, "no longer (takes|has)", (draft) => {
      delete draft.properties(required.schema)[required.property];
      draft.release(required.schema, required.property);
    }),
  );
  const loosened = place((each) => each.required);
  made.push(
    property("property made optional", loosened, "(is optional|may be absent) now", (draft) =>
      draft.release(loosened.schema, loosened.property),
    ),
  );
  const tightened = place((each) => !each.required && !isNullable(each.value));
  made.push(
    property("property made required", tightened, "is (required|always present) now", (draft) =>
      draft.require(tightened.schema, tightened.property),
    ),
  );
  const retyped = place(
    ({ value }) => member(value, "type") === "string" && member(value, "enum") === undefined && !isNullable(value),
  );
  made.push(
    property("type changed", retyped, "is .* now; it was", (draft) => {
      draft.properties(retyped.schema)[retyped.property] = { type: "boolean" };
    }),
  );
  const nulled = place(({ value }) => scalars.includes(String(member(value, "type"))) && !isNullable(value));
  made.push(
    property("null allowed", nulled, "may be null now", (draft) => {
      draft.property(nulled.schema, nulled.property)["nullable"] = true;
    }),
  );
  const limited = place(
    ({ value }) =>
      member(value, "type") === "string" &&
      member(value, "maxLength") === undefined &&
      member(value, "enum") === undefined,
  );
  made.push(
    property("limit added", limited, "Sets `maxLength`|`maxLength`", (draft) => {
      draft.property(limited.schema, limited.property)["maxLength"] = 77;
    }),
  );
  const deprecated = place(({ value }) => member(value, "deprecated") !== true && ref(value) === undefined);
  made.push(
    property("property deprecated", deprecated, "Deprecates", (draft) => {
      draft.property(deprecated.schema, deprecated.property)["deprecated"] = true;
    }),
  );
  const [grown] = pick(enums, ([name]) => name);
  made.push({
    kind: "enum member added",
    pointer: `#/components/schemas/${grown}`,
    sentence: /(takes|may be) `specie_new_value`/,
    apply: (draft) => void draft.list("components", "schemas", grown, "enum").push("specie_new_value"),
  });
  const [shrunk, schema] = pick(enums, ([name]) => name);
  const gone = list(member(Object(schema), "enum")).at(-1);
  made.push({
    kind: "enum member removed",
    pointer: `#/components/schemas/${shrunk}`,
    sentence: new RegExp(`(no longer takes|is never) \`${String(gone)}\``),
    apply: (draft) => void draft.list("components", "schemas", shrunk, "enum").pop(),
  });
  return made;
}

function isPlain(schema: Json): boolean {
  return isObject(schema) && isObject(member(schema, "properties")) && member(schema, "allOf") === undefined;
}

function isEnum(schema: Json): boolean {
  return isObject(schema) && list(member(schema, "enum")).length > 2;
}

function isNullable(value: JsonObject): boolean {
  return member(value, "nullable") === true;
}

function placesOf(name: string, schema: Json): Place[] {
  const required = list(member(Object(schema), "required"));
  return members(member(Object(schema), "properties")).flatMap(([property, value]) => {
    // Names that are words in sentences would prove nothing.
    return isObject(value) && property.length > 3
      ? [{ schema: name, property, value, required: required.includes(property) }]
      : [];
  });
}
