import { intersection, union } from "./sets.ts";
import { allOf, anyOf, mergeSlots, type Slot } from "./slot.ts";

/** The members of an enumeration by their JSON text, each with the places of the lists. */
export type Members = ReadonlyMap<string, readonly string[]>;

/**
 * One way for a value to fulfil a schema, once refs and compositions are worked in: a schema is a list of these, one
 * for a plain schema, one for each branch of a union.
 */
export interface Alternative {
  /** JSON types without null; undefined: any. */
  readonly types: ReadonlySet<string> | undefined;
  readonly nullable: boolean;
  /** Undefined: not enumerated. */
  readonly members: Members | undefined;
  /** Other values than the members fit too. */
  readonly open: boolean;
  readonly formats: ReadonlySet<string>;
  readonly properties: ReadonlyMap<string, Slot>;
  readonly required: ReadonlySet<string>;
  /** Values under names that are not listed. */
  readonly values: Slot;
  /** Names that are not listed are refused. */
  readonly closed: boolean;
  readonly items: Slot;
  readonly readOnly: boolean;
  readonly writeOnly: boolean;
  /** Where its properties are declared, for people. */
  readonly home: string;
  /** The named components that it came through. */
  readonly names: ReadonlySet<string>;
  /** Identifies the schemas that it was made of. */
  readonly origins: ReadonlySet<string>;
}

/** Whether such values are meant, be it among other things, or by a document that names another type by mistake. */
export function takes({ types, properties, values, items }: Alternative, type: "object" | "array"): boolean {
  return types?.has(type) || (type === "object" ? properties.size > 0 || values.length > 0 : items.length > 0);
}

/** Whether nothing at all fits: the sign of two branches that exclude each other. */
export function isImpossible({ types, nullable }: Alternative): boolean {
  return types?.size === 0 && !nullable;
}

/** What fits both, as `allOf` has it. */
export function both(a: Alternative, b: Alternative): Alternative {
  return {
    types: commonTypes(a.types, b.types),
    nullable: a.nullable && b.nullable,
    members: commonMembers(a, b),
    open: a.open && b.open,
    formats: union(a.formats, b.formats),
    properties: mergeSlots(a.properties, b.properties, allOf),
    required: union(a.required, b.required),
    values: allOf(a.values, b.values),
    closed: a.closed || b.closed,
    items: allOf(a.items, b.items),
    readOnly: a.readOnly || b.readOnly,
    writeOnly: a.writeOnly || b.writeOnly,
    home: a.properties.size > 0 || b.properties.size === 0 ? a.home : b.home,
    names: union(a.names, b.names),
    origins: union(a.origins, b.origins),
  };
}

/** What fits one of them at least, as if they were one schema; undefined for none. */
export function either(alternatives: readonly Alternative[]): Alternative | undefined {
  const [first, ...rest] = alternatives;
  return first === undefined ? undefined : rest.reduce(eitherOf, first);
}

/** A property is required when each branch that has objects requires it. */
export function eitherOf(a: Alternative, b: Alternative): Alternative {
  return {
    types: a.types === undefined || b.types === undefined ? undefined : union(a.types, b.types),
    nullable: a.nullable || b.nullable,
    members:
      a.members !== undefined && b.members !== undefined
        ? mergeMembers(a.members, b.members)
        : (a.members ?? b.members),
    open: a.open || b.open || opens(a, b) || opens(b, a),
    formats: union(a.formats, b.formats),
    properties: mergeSlots(a.properties, b.properties, anyOf),
    required: !takes(a, "object")
      ? b.required
      : !takes(b, "object")
        ? a.required
        : intersection(a.required, b.required),
    values: anyOf(a.values, b.values),
    closed: a.closed && b.closed,
    items: anyOf(a.items, b.items),
    readOnly: a.readOnly && b.readOnly,
    writeOnly: a.writeOnly && b.writeOnly,
    home: a.home,
    names: union(a.names, b.names),
    origins: union(a.origins, b.origins),
  };
}

const scalars = ["string", "integer", "number", "boolean"];

/** Whether `free` lets in what the members of `listed` would refuse: `anyOf: [{ enum: […] }, { type: string }]`. */
function opens(free: Alternative, listed: Alternative): boolean {
  if (free.members !== undefined || listed.members === undefined) return false;
  return (
    free.types === undefined ||
    scalars.some((type) => free.types?.has(type) === true && listed.types?.has(type) !== false)
  );
}

function commonTypes(a: Alternative["types"], b: Alternative["types"]): Alternative["types"] {
  if (a === undefined || b === undefined) return a ?? b;
  const common = intersection(a, b);
  // An integer is a number.
  const whole = (a.has("integer") && b.has("number")) || (a.has("number") && b.has("integer"));
  return whole ? new Set([...common, "integer"]) : common;
}

function commonMembers(a: Alternative, b: Alternative): Members | undefined {
  if (a.members === undefined || b.members === undefined) return a.members ?? b.members;
  if (a.open !== b.open) return a.open ? b.members : a.members;
  const { members } = b;
  return a.open ? mergeMembers(a.members, members) : new Map([...a.members].filter(([member]) => members.has(member)));
}

function mergeMembers(a: Members, b: Members): Members {
  const merged = new Map(a);
  for (const [member, places] of b) merged.set(member, [...new Set([...(merged.get(member) ?? []), ...places])]);
  return merged;
}
