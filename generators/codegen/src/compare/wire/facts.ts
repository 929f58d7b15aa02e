import type { Json, JsonObject } from "../../contract/contract.ts";
import { isObject, list, member, pointerPart, properties, ref, resolve, types } from "../../emit/schema.ts";

/** A schema and where it stands. */
export interface Node {
  readonly schema: Json;
  /** `#/components/schemas/Order/properties/id` */
  readonly pointer: string;
  /** `Order.id` */
  readonly place: string;
}

/** What a schema says, its references and `allOf` written out. Null is kept apart from types and values. */
export interface Facts {
  readonly at: Node;
  /** Nothing passes: `false`. */
  readonly never: boolean;
  /** Undefined: any. */
  readonly types: ReadonlySet<string> | undefined;
  readonly nullable: boolean;
  /** `enum` or `const`; undefined: free. */
  readonly values: readonly Json[] | undefined;
  readonly open: boolean | undefined;
  readonly properties: ReadonlyMap<string, Node>;
  readonly required: ReadonlySet<string>;
  /** `additionalProperties`. */
  readonly rest: Node | undefined;
  readonly items: Node | undefined;
  readonly tuple: readonly Node[];
  /** The branches of each `oneOf` and `anyOf`. */
  readonly unions: readonly (readonly Node[])[];
  /** Limits, format and every other keyword that decides what passes. */
  readonly keywords: ReadonlyMap<string, Json>;
  readonly deprecated: boolean;
  readonly readOnly: boolean;
  readonly writeOnly: boolean;
  readonly fallback: Json | undefined;
}

const constraints = [
  ..."minimum maximum exclusiveMinimum exclusiveMaximum minLength maxLength minItems maxItems".split(" "),
  ..."minProperties maxProperties multipleOf uniqueItems format pattern not if then else contains".split(" "),
  ..."dependentRequired dependentSchemas patternProperties propertyNames contentEncoding minContains".split(" "),
  ..."maxContains unevaluatedProperties unevaluatedItems contentMediaType".split(" "),
];

/** What the schema at a place says. */
export function factsOf(document: JsonObject, at: Node): Facts {
  const parts = partsOf(document, at, new Set());
  const objects = parts.flatMap(({ schema, ...rest }) => (isObject(schema) ? [{ schema, ...rest }] : []));
  const flag = (name: string): boolean => objects.some(({ schema }) => member(schema, name) === true);
  const first = (name: string): Json | undefined =>
    objects.map(({ schema }) => member(schema, name)).find((value) => value !== undefined);
  const open = first("x-open");
  return {
    at,
    never: parts.some(({ schema }) => schema === false),
    types: commonTypes(objects.map(({ schema }) => schema)),
    nullable: objects.every(({ schema, besideNull }) => besideNull === true || takesNull(document, schema) !== false),
    values: commonValues(objects.map(({ schema }) => schema)),
    open: typeof open === "boolean" ? open : undefined,
    properties: propertiesOf(at, objects),
    required: new Set(objects.flatMap(({ schema }) => list(member(schema, "required")).map(String))),
    rest: childOf(at, objects, "additionalProperties", ".*"),
    items: childOf(at, objects, "items", "[]"),
    tuple: objects.flatMap((part) =>
      list(member(part.schema, "prefixItems")).map((schema, index) => {
        return { schema, pointer: `${part.pointer}/prefixItems/${index}`, place: `${at.place}[${index}]` };
      }),
    ),
    unions: objects.flatMap((part) => unionsOf(at, part)),
    keywords: new Map(
      constraints.flatMap((name) => {
        const value = first(name);
        return value === undefined ? [] : [[name, value] as const];
      }),
    ),
    deprecated: flag("deprecated"),
    readOnly: flag("readOnly"),
    writeOnly: flag("writeOnly"),
    fallback: first("default"),
  };
}

interface PartNode extends Node {
  /** The rest of a union with null: that null doesn't fit here says nothing. */
  readonly besideNull?: boolean;
}

/** The schema itself, what it refers to, the parts of `allOf`, and the one branch that a union with null leaves. */
function partsOf(document: JsonObject, at: PartNode, open: Set<string>): PartNode[] {
  const { schema, pointer } = at;
  const target = ref(schema);
  const key = `${pointer} ${target ?? ""}`;
  if (!isObject(schema) || open.has(key)) return [at];
  open.add(key);
  const parts = [at];
  const more: PartNode[] = [];
  if (target !== undefined) more.push({ ...at, schema: resolve(document, target) ?? {}, pointer: target });
  list(member(schema, "allOf")).forEach((part, index) => {
    more.push({ ...at, schema: part, pointer: `${pointer}/allOf/${index}` });
  });
  for (const name of ["oneOf", "anyOf"]) {
    const branches = branchesOf(at, at, name);
    const only = branches[0];
    if (branches.length === 1 && only !== undefined) more.push({ ...only, place: at.place, besideNull: true });
  }
  for (const part of more) parts.push(...partsOf(document, part, open));
  return parts;
}

function branchesOf(at: Node, part: Node, name: string): Node[] {
  const branches = isObject(part.schema) ? list(member(part.schema, name)) : [];
  return branches.flatMap((schema, index) => {
    if (isNull(schema)) return [];
    const target = ref(schema);
    const place = target === undefined ? `${at.place}(${index + 1})` : `${at.place}(${nameOf(target)})`;
    return [{ schema, pointer: `${part.pointer}/${name}/${index}`, place }];
  });
}

function unionsOf(at: Node, part: Node): Node[][] {
  return ["oneOf", "anyOf"].map((name) => branchesOf(at, part, name)).filter((branches) => branches.length > 1);
}

/** `#/components/schemas/Order` → `Order`. */
export function nameOf(pointer: string): string {
  return pointer.slice(pointer.lastIndexOf("/") + 1);
}

function isNull(schema: Json): boolean {
  if (!isObject(schema)) return false;
  const named = types(schema);
  return (named.length === 1 && named[0] === "null") || member(schema, "const") === null;
}

/** Undefined where the schema itself says nothing about null. */
function takesNull(document: JsonObject, schema: JsonObject, depth = 0): boolean | undefined {
  const named = types(schema);
  if (named.length > 0 && !named.includes("null")) return false;
  const values = member(schema, "enum");
  if (Array.isArray(values) && !values.includes(null)) return false;
  const fixed = member(schema, "const");
  if (fixed !== undefined && fixed !== null) return false;
  for (const name of ["oneOf", "anyOf"]) {
    const branches = list(member(schema, name));
    if (branches.length > 0 && !branches.some((branch) => branchTakesNull(document, branch, depth))) return false;
  }
  return named.includes("null") ? true : undefined;
}

function branchTakesNull(document: JsonObject, branch: Json, depth: number): boolean {
  if (!isObject(branch) || depth > 16) return true;
  const target = ref(branch);
  const aim = target === undefined ? undefined : (resolve(document, target) ?? {});
  if (aim !== undefined && !branchTakesNull(document, aim, depth + 1)) return false;
  const parts = list(member(branch, "allOf"));
  return (
    takesNull(document, branch, depth + 1) !== false &&
    parts.every((part) => branchTakesNull(document, part, depth + 1))
  );
}

function commonTypes(parts: readonly JsonObject[]): ReadonlySet<string> | undefined {
  let common: Set<string> | undefined;
  for (const part of parts) {
    const said = types(part).length > 0 ? types(part) : typesOfValues(part);
    if (said.length === 0) continue;
    const mine = new Set(said.filter((type) => type !== "null"));
    if (common === undefined) common = mine;
    else {
      const both = [...common].filter((type) => mine.has(type) || (type === "integer" && mine.has("number")));
      if (common.has("number") && mine.has("integer")) both.push("integer");
      common = new Set(both);
    }
  }
  return common;
}

/** `const: order` says that it is a string. */
function typesOfValues(schema: JsonObject): string[] {
  const fixed = member(schema, "const");
  const values: readonly Json[] = fixed === undefined ? list(member(schema, "enum")) : [fixed];
  return values.map((value) => {
    if (value === null) return "null";
    if (Array.isArray(value)) return "array";
    return typeof value === "number" && Number.isInteger(value) ? "integer" : typeof value;
  });
}

function commonValues(parts: readonly JsonObject[]): readonly Json[] | undefined {
  let common: readonly Json[] | undefined;
  for (const part of parts) {
    const fixed = member(part, "const");
    const values = fixed === undefined ? member(part, "enum") : [fixed];
    if (!Array.isArray(values)) continue;
    const own: readonly Json[] = values;
    const texts = new Set(own.map((value) => JSON.stringify(value)));
    common = common === undefined ? own : common.filter((value) => texts.has(JSON.stringify(value)));
  }
  return common?.filter((value) => value !== null);
}

interface Part {
  readonly schema: JsonObject;
  readonly pointer: string;
}

/** A property that several parts declare is all of them. */
function propertiesOf(at: Node, parts: readonly Part[]): Map<string, Node> {
  const found = new Map<string, Node>();
  for (const { schema, pointer } of parts) {
    for (const [name, property] of properties(schema)) {
      const earlier = found.get(name);
      const own = `${pointer}/properties/${pointerPart(name)}`;
      const place = `${at.place}.${name}`;
      found.set(
        name,
        earlier === undefined
          ? { schema: property, pointer: own, place }
          : { ...earlier, schema: { allOf: [earlier.schema, property] } },
      );
    }
  }
  return found;
}

function childOf(at: Node, parts: readonly Part[], name: string, suffix: string): Node | undefined {
  for (const { schema, pointer } of parts) {
    const child = member(schema, name);
    if (child !== undefined) return { schema: child, pointer: `${pointer}/${name}`, place: `${at.place}${suffix}` };
  }
  return undefined;
}
