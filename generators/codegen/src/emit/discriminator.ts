import type { Json, JsonObject } from "../contract/contract.ts";
import { type Code, code, join, key, literal } from "./printer.ts";
import { isObject, list, member, parts, properties, ref, resolve, text } from "./schema.ts";
import type { TypeContext } from "./types.ts";

/** What a union's discriminator says of a branch: `{ type: "card" }`; undefined where the branch says it itself. */
export function kindOfBranch(branch: Json, parent: JsonObject, context: TypeContext): Code | undefined {
  const discriminator = member(parent, "discriminator");
  if (!isObject(discriminator) || !isObject(branch)) return undefined;
  return kind(branch, discriminator, ref(branch), context);
}

/**
 * A schema that refers to a base with a discriminator is one of its kinds: `{ species: "cat" }`. One that others refer to
 * in turn is not: theirs are different.
 */
export function kindOfBase(schema: JsonObject, context: TypeContext): Code | undefined {
  if (context.pointer === undefined || context.bases?.has(context.pointer)) return undefined;
  const discriminator = discriminatorAbove(schema, context);
  return discriminator === undefined ? undefined : kind(schema, discriminator, context.pointer, context);
}

/** The schemas that components refer to in their `allOf`, those too that no operation names: they may still be answered. */
export function basesOf(document: JsonObject): ReadonlySet<string> {
  const bases = new Set<string>();
  const components = resolve(document, "#/components/schemas");
  for (const schema of isObject(components) ? Object.values(components) : []) {
    for (const part of isObject(schema) ? list(member(schema, "allOf")) : []) bases.add(ref(part) ?? "");
  }
  return bases;
}

/** The discriminator of a base, or of a base's base. A union has branches instead. */
function discriminatorAbove(
  schema: JsonObject,
  context: TypeContext,
  seen: Set<string> = new Set(),
): JsonObject | undefined {
  for (const part of list(member(schema, "allOf"))) {
    const target = ref(part);
    // Each base is asked once, however many ways lead to it.
    if (target === undefined || seen.has(target)) continue;
    seen.add(target);
    const base = context.resolve(target);
    if (!isObject(base) || member(base, "oneOf") !== undefined || member(base, "anyOf") !== undefined) continue;
    const own = member(base, "discriminator");
    const found = isObject(own) ? own : discriminatorAbove(base, context, seen);
    if (found !== undefined) return found;
  }
  return undefined;
}

function kind(
  schema: JsonObject,
  discriminator: JsonObject,
  pointer: string | undefined,
  context: TypeContext,
): Code | undefined {
  const property = text(member(discriminator, "propertyName"));
  const values = valuesOf(pointer, discriminator);
  if (property === undefined || values.length === 0 || says(schema, property, values, context)) return undefined;
  const value = join(
    values.map((name) => literal(name)),
    code` | `,
  );
  return code`{ ${key(property)}: ${value} }`;
}

/** The values that stand for a schema: those that the mapping gives it, or its name where there is no mapping. */
function valuesOf(target: string | undefined, discriminator: JsonObject): string[] {
  const name = target === undefined ? undefined : parts(target).at(-1);
  if (target === undefined || name === undefined) return [];
  const mapping = member(discriminator, "mapping");
  const entries = isObject(mapping) ? Object.entries(mapping) : [];
  const given = entries.filter(([, to]) => to === target || to === name).map(([value]) => value);
  return entries.length > 0 ? given : [name];
}

/** Does the schema say itself what the property is, here or in a part of it, or something that none of `values` is? */
function says(
  schema: Json,
  property: string,
  values: readonly string[],
  context: TypeContext,
  seen: Set<string> = new Set(),
): boolean {
  const target = ref(schema);
  if (target !== undefined && seen.has(target)) return false;
  if (target !== undefined) seen.add(target);
  const found = target === undefined ? schema : context.resolve(target);
  if (!isObject(found)) return false;
  const declared = properties(found).find(([name]) => name === property)?.[1];
  const value = isObject(declared) && ref(declared) !== undefined ? context.resolve(ref(declared) ?? "") : declared;
  if (isObject(value)) {
    const known = list(member(value, "enum"));
    if (member(value, "const") !== undefined || known.length === 1) return true;
    if (known.length > 0 && !values.every((each) => known.includes(each))) return true;
  }
  return list(member(found, "allOf")).some((part) => says(part, property, values, context, seen));
}
