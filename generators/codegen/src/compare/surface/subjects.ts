import type { Json } from "../../contract/contract.ts";
import { isSuccess, type Plan } from "../../emit/plan.ts";
import { children, type Direction, isObject, list, member, properties, ref } from "../../emit/schema.ts";

/** A step into a type: a property, or the items of an array. */
export type Step = string | typeof item;
export const item: unique symbol = Symbol("item");

/** A property somewhere inside a type, down to where another named type begins. */
export interface Entry {
  readonly path: readonly Step[];
  /** Named types that its own type mentions. */
  readonly refs: ReadonlySet<string>;
  /** It stands in some branch of a union: not every value can have it. */
  readonly inUnion: boolean;
}

/** An exported type that values travel in. */
export interface Subject {
  readonly name: string;
  readonly direction: Direction;
  readonly refs: ReadonlySet<string>;
  readonly entries: readonly Entry[];
}

/** Every exported type of a plan with the ways in which it is used. */
export function subjectsOf(plan: Plan): Subject[] {
  const found = new Map<string, Subject>();
  const add = (name: string | undefined, direction: Direction, schemas: readonly (Json | undefined)[]): void => {
    const key = `${direction} ${name}`;
    if (name === undefined || found.has(key)) return;
    const parts = schemas.map((schema) => entriesOf(plan, schema, direction));
    const refs = new Set(parts.flatMap((part) => [...part.refs]));
    refs.delete(name);
    found.set(key, { name, direction, refs, entries: parts.flatMap((part) => part.entries) });
  };
  for (const { pointer, schema, directions } of plan.schemas.values()) {
    for (const direction of directions) add(plan.schemaName(pointer, direction), direction, [schema]);
  }
  for (const { operation, body, query, options, response, error } of plan.operations) {
    add(body, "request", [operation.body?.schema]);
    add(query, "request", [asObject(operation.queryParameters)]);
    const headers = operation.headerParameters;
    add(
      options,
      "request",
      headers.length === 0 ? [] : [{ type: "object", properties: { headers: asObject(headers) } }],
    );
    const answers = (good: boolean) =>
      operation.responses.filter(({ status }) => isSuccess(status) === good).map(({ schema }) => schema);
    add(response, "response", answers(true));
    add(error, "response", answers(false));
  }
  for (const { type, schema } of plan.webhooks) add(type, "response", [schema]);
  return [...found.values()];
}

function asObject(parameters: readonly { readonly name: string; readonly schema: Json }[]): Json {
  return { type: "object", properties: Object.fromEntries(parameters.map(({ name, schema }) => [name, schema])) };
}

/** The properties inside a schema, and the names that the schema itself is made of. */
function entriesOf(plan: Plan, schema: Json | undefined, direction: Direction): Pick<Subject, "entries" | "refs"> {
  const entries: Entry[] = [];
  const refs = new Set<string>();
  const visit = (at: Json | undefined, path: readonly Step[], inUnion: boolean): void => {
    if (!isObject(at) || path.length > 12) return;
    const narrower = direction === "request" ? member(at, "x-client") : undefined;
    if (isObject(narrower)) {
      visit(narrower, path, inUnion);
      return;
    }
    const target = ref(at);
    if (target !== undefined && path.length === 0) refs.add(plan.schemaName(target, direction));
    for (const part of list(member(at, "allOf"))) visit(part, path, inUnion);
    for (const keyword of ["oneOf", "anyOf"]) {
      for (const branch of list(member(at, keyword))) visit(branch, path, true);
    }
    const hidden = direction === "request" ? "readOnly" : "writeOnly";
    for (const [name, property] of properties(at)) {
      if (isObject(property) && member(property, hidden) === true) continue;
      const inner = [...path, name];
      entries.push({ path: inner, refs: namesIn(plan, property, direction), inUnion });
      visit(property, inner, inUnion);
    }
    visit(member(at, "items"), [...path, item], inUnion);
  };
  visit(schema, [], false);
  return { entries: distinct(entries), refs: new Set([...refs, ...namesIn(plan, schema, direction)]) };
}

export function namesIn(plan: Plan, schema: Json | undefined, direction: Direction): Set<string> {
  const names = new Set<string>();
  const visit = (at: Json | undefined): void => {
    if (!isObject(at)) return;
    const target = ref(at);
    if (target !== undefined) names.add(plan.schemaName(target, direction));
    for (const [, child] of children(at)) visit(child);
  };
  visit(schema);
  return names;
}

/** Branches of a union may declare the same property. */
function distinct(entries: readonly Entry[]): Entry[] {
  const found = new Map<string, Entry>();
  for (const entry of entries) {
    const earlier = found.get(idOf(entry.path));
    found.set(
      idOf(entry.path),
      earlier === undefined
        ? entry
        : { ...entry, refs: new Set([...earlier.refs, ...entry.refs]), inUnion: earlier.inUnion || entry.inUnion },
    );
  }
  return [...found.values()];
}

/** One text for each path, whatever its names hold. */
export function idOf(path: readonly Step[]): string {
  return JSON.stringify(path.map((step) => (typeof step === "string" ? step : 0)));
}

/** `Order.items[].id`: for people. */
export function keyOf(path: readonly Step[]): string {
  return path.map((step) => (typeof step === "string" ? `.${step}` : "[]")).join("");
}
