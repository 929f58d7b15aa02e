import type { Json, JsonObject } from "../contract/contract.ts";
import { intersection, primary, type Type, union, unknown, wrapped } from "./combine.ts";
import type { Cycles } from "./cycles.ts";
import { kindOfBase, kindOfBranch } from "./discriminator.ts";
import { isOpenEnum } from "./named-schemas.ts";
import { type Code, code, comment, empty, identifier, join, key, literal } from "./printer.ts";
import { type Direction, isObject, list, member, properties, ref, text, types } from "./schema.ts";

export interface TypeContext {
  readonly direction: Direction;
  /** Does `format: binary` stand for bytes? In JSON it is text. */
  readonly binary: boolean;
  /** The type name that a reference stands for. */
  readonly name: (pointer: string) => string;
  readonly resolve: (pointer: string) => Json | undefined;
  /** Where the schema stands that is being printed, when it has a name. */
  readonly pointer?: string | undefined;
  readonly cycles?: Cycles | undefined;
  /** The schemas that others refer to in their `allOf`. */
  readonly bases?: ReadonlySet<string> | undefined;
}

/** A schema as a type: `{ id: string; status: "paid" | (string & {}) }`. */
export function typeOf(schema: Json | undefined, context: TypeContext): Code {
  return convert(schema, context).code;
}

/** A schema under its own name: an interface where it is a plain object, a type alias otherwise. */
export function declaration(name: string, schema: Json, context: TypeContext): Code {
  const heading = isObject(schema) ? description(schema) : empty;
  if (isObject(schema) && isPlainObject(schema)) {
    return code`${heading}export interface ${identifier(name)} ${members(schema, context)}`;
  }
  const kind = isObject(schema) ? kindOfBase(schema, context) : undefined;
  const all = [convert(schema, context), ...(kind === undefined ? [] : [primary(kind)])];
  return code`${heading}export type ${identifier(name)} = ${intersection(all).code};`;
}

/** What the wire accepts from real clients, and no new code should write. */
function isTolerated(branch: Json, context: TypeContext): boolean {
  return context.direction === "request" && isObject(branch) && member(branch, "x-tolerated") === true;
}

function convert(schema: Json | undefined, context: TypeContext): Type {
  if (schema === false) return primary(code`never`);
  if (!isObject(schema)) return unknown;
  // The wire may take more than people should write: `x-client` is the schema that the client's types are made of.
  const narrower = context.direction === "request" ? member(schema, "x-client") : undefined;
  if (isObject(narrower)) return convert(narrower, context);
  const all: Type[] = [];
  const target = ref(schema);
  if (target !== undefined) all.push(reference(target, context));
  for (const name of ["oneOf", "anyOf"]) {
    const branches = list(member(schema, name)).filter((branch) => !isTolerated(branch, context));
    if (branches.length > 0) all.push(union(branches.map((branch) => variant(branch, schema, context))));
  }
  all.push(...list(member(schema, "allOf")).map((part) => convert(part, context)));
  const own = ownType(schema, all.length > 0, context);
  if (own !== undefined) all.push(own);
  return intersection([...all, ...requiredOfOthers(schema, all, context)]);
}

function reference(target: string, context: TypeContext): Type {
  if (isCircular(target, context)) return unknown;
  const name = context.name(target);
  return name === "unknown" ? unknown : primary(identifier(name));
}

function isCircular(target: string, { pointer, cycles }: TypeContext): boolean {
  return pointer !== undefined && cycles?.isEmpty(pointer, target) === true;
}

/** A branch of a union; the discriminator's value is added where the branch itself doesn't say it. */
function variant(branch: Json, parent: JsonObject, context: TypeContext): Type {
  const kind = kindOfBranch(branch, parent, context);
  return kind === undefined ? convert(branch, context) : intersection([convert(branch, context), primary(kind)]);
}

/** What the schema says itself, beside references and compositions. */
function ownType(schema: JsonObject, composed: boolean, context: TypeContext): Type | undefined {
  if (member(schema, "const") !== undefined) return primary(literal(member(schema, "const")));
  const values = member(schema, "enum");
  if (Array.isArray(values)) return enumeration(schema, values, context);
  const named = types(schema);
  if (named.length === 0) {
    const shape = shapeOf(schema);
    return shape === undefined ? (composed ? undefined : unknown) : ofType(shape, schema, context);
  }
  // Beside a composition a bare `type: object` says nothing that a type could hold.
  if (composed && named.every((name) => name !== "object" || shapeOf(schema) === undefined)) return undefined;
  return union(named.map((name) => ofType(name, schema, context)));
}

function shapeOf(schema: JsonObject): "object" | "array" | undefined {
  if (["properties", "patternProperties", "additionalProperties"].some((name) => member(schema, name) !== undefined)) {
    return "object";
  }
  return ["items", "prefixItems"].some((name) => member(schema, name) !== undefined) ? "array" : undefined;
}

function ofType(name: string, schema: JsonObject, context: TypeContext): Type {
  switch (name) {
    case "string":
      return primary(context.binary && isBytes(schema) ? identifier("Binary") : code`string`);
    case "integer":
    case "number":
      return primary(code`number`);
    case "boolean":
      return primary(code`boolean`);
    case "null":
      return primary(code`null`);
    case "array":
      return array(schema, context);
    case "object":
      return primary(objectType(schema, context));
    default:
      return unknown;
  }
}

/** `format: binary`, or what 3.1 says in its place: a media type that is no text, and no encoding. */
function isBytes(schema: JsonObject): boolean {
  const media = text(member(schema, "contentMediaType"));
  if (member(schema, "format") === "binary") return true;
  return media !== undefined && member(schema, "contentEncoding") === undefined && !/^text\/|json|xml/.test(media);
}

function enumeration(schema: JsonObject, values: readonly Json[], context: TypeContext): Type {
  const open = isOpenEnum(schema, context.direction);
  const nullable = values.includes(null) || (types(schema).includes("null") && values.length > 0);
  const members = [...new Set(values.filter((value) => value !== null))].map((value) => primary(literal(value)));
  if (open) members.push(primary(code`(string & {})`));
  if (nullable) members.push(primary(code`null`));
  return members.length === 0 ? primary(code`never`) : union(members);
}

function array(schema: JsonObject, context: TypeContext): Type {
  const items = member(schema, "items");
  const first = list(member(schema, "prefixItems"));
  if (first.length > 0) {
    const tuple = first.map((item) => typeOf(item, context));
    const rest = items === false ? [] : [code`...${wrapped(convert(items, context), "primary")}[]`];
    return primary(code`[${join([...tuple, ...rest], code`, `)}]`);
  }
  return primary(code`${wrapped(convert(items, context), "primary")}[]`);
}

function objectType(schema: JsonObject, context: TypeContext): Code {
  if (properties(schema).length > 0) return members(schema, context);
  const patterns = member(schema, "patternProperties");
  const rest = [member(schema, "additionalProperties"), ...(isObject(patterns) ? Object.values(patterns) : [])];
  const schemas = rest.filter((value) => isObject(value));
  if (schemas.length > 0) {
    const value = union(schemas.map((each) => convert(each, context))).code;
    const isCircular = context.pointer !== undefined && context.cycles?.throughMaps(context.pointer) === true;
    return isCircular ? code`{ [name: string]: ${value} }` : code`Record<string, ${value}>`;
  }
  return rest[0] === false ? code`Record<string, never>` : code`Record<string, unknown>`;
}

/** The body of an interface. What may not travel in this direction is left out. */
function members(schema: JsonObject, context: TypeContext): Code {
  const required = new Set(list(member(schema, "required")));
  const hidden = context.direction === "request" ? "readOnly" : "writeOnly";
  const lines: Code[] = [];
  for (const [name, property] of properties(schema)) {
    if (isHidden(property, hidden, context)) continue;
    const optional = required.has(name) ? empty : code`?`;
    const doc = isObject(property) ? description(property) : empty;
    lines.push(code`${doc}${key(name)}${optional}: ${typeOf(property, context)};`);
  }
  const rest = member(schema, "additionalProperties");
  if (rest === true || isObject(rest) || isObject(member(schema, "patternProperties")))
    lines.push(code`[name: string]: unknown;`);
  if (lines.length === 0) return code`{}`;
  return code`{
  ${lines}
}`;
}

/** `readOnly` may stand beside the reference, or on what it refers to. */
function isHidden(property: Json, hidden: "readOnly" | "writeOnly", context: TypeContext): boolean {
  if (!isObject(property)) return false;
  const target = ref(property);
  const found = target === undefined ? undefined : context.resolve(target);
  return member(property, hidden) === true || (isObject(found) && member(found, hidden) === true);
}

function isPlainObject(schema: JsonObject): boolean {
  const composed = ["$ref", "allOf", "anyOf", "oneOf", "enum", "const"].some(
    (name) => member(schema, name) !== undefined,
  );
  const named = types(schema);
  return (
    !composed && properties(schema).length > 0 && (named.length === 0 || (named.length === 1 && named[0] === "object"))
  );
}

/** `required` names of members that another part of the composition declares. */
function requiredOfOthers(schema: JsonObject, all: readonly Type[], context: TypeContext): Type[] {
  const declared = list(member(schema, "allOf")).flatMap((part) =>
    isObject(part) ? list(member(part, "required")) : [],
  );
  const required = [...list(member(schema, "required")), ...declared];
  if (required.length === 0 || all.length === 0) return [];
  const own = new Set(properties(schema).map(([name]) => name));
  const elsewhere = new Set(list(member(schema, "allOf")).flatMap((part) => optionalMembers(part, context)));
  const target = ref(schema);
  for (const name of target === undefined ? [] : optionalMembers({ $ref: target }, context)) elsewhere.add(name);
  const names = required.filter(
    (name): name is string => typeof name === "string" && !own.has(name) && elsewhere.has(name),
  );
  if (names.length === 0) return [];
  const keys = join(
    [...new Set(names)].map((name) => literal(name)),
    code` | `,
  );
  return [primary(code`Required<Pick<${intersection(all).code}, ${keys}>>`)];
}

/** Names that this schema declares without requiring them. */
function optionalMembers(schema: Json, context: TypeContext, seen = new Set<Json>()): string[] {
  const target = ref(schema);
  if (target !== undefined && isCircular(target, context)) return [];
  const found = target === undefined ? schema : context.resolve(target);
  // Once is enough: many ways may lead to the same part.
  if (!isObject(found) || seen.has(found) || seen.size > 100) return [];
  seen.add(found);
  const required = new Set(list(member(found, "required")));
  const own = properties(found)
    .map(([name]) => name)
    .filter((name) => !required.has(name));
  return [...own, ...list(member(found, "allOf")).flatMap((part) => optionalMembers(part, context, seen))];
}

/** The documentation of a schema or a property. */
export function description(schema: JsonObject): Code {
  const fallback = member(schema, "default");
  const format = text(member(schema, "format"));
  return comment([
    text(member(schema, "title")),
    text(member(schema, "description")),
    format === undefined ? undefined : `@format ${format}`,
    fallback === undefined || isObject(fallback) ? undefined : `@default ${JSON.stringify(fallback)}`,
    member(schema, "deprecated") === true ? "@deprecated" : undefined,
  ]);
}
