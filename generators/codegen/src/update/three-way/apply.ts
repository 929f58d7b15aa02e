import { code } from "../../compare/wire/words.ts";
import type { Json, JsonObject } from "../../contract/contract.ts";
import { isList, isObject, type MutableObject, member, members } from "../../contract/json.ts";
import { list, parts, resolve, types } from "../../emit/schema.ts";
import type { Adopt } from "./adopt.ts";
import { same } from "./changes.ts";
import type { Draft } from "./draft.ts";
import type { Outcome, SchemaEdit } from "./edits.ts";
import { canonical, type Group, type Links } from "./links.ts";

/** Both documents of the provider, ours, and what stands for what. */
export interface Merge {
  readonly base: JsonObject;
  readonly next: JsonObject;
  readonly draft: Draft;
  readonly links: { readonly base: Links; readonly next: Links };
  readonly adopt: Adopt;
}

type Result = Outcome["result"];

/** Makes one change of the provider's in our document, wherever it stands there. */
export function applyEdit(merge: Merge, edit: SchemaEdit): Outcome {
  const pointer = edit.next;
  const groups = groupsOf(merge, edit);
  if (groups.length === 0) {
    return { result: "open", message: `${said(edit)} Our contract has no such place.`, pointer };
  }
  const results = groups.map((group) => applyTo(merge, edit, group));
  // One place that follows is enough to say so; one that a person has to look at is more to the point.
  const order: readonly Result[] = ["open", "taken", "kept", "known"];
  const result = order.find((each) => results.includes(each)) ?? "open";
  return { result, message: `${said(edit)}${result === "kept" ? whyKept(edit) : ""}`, pointer };
}

function whyKept(edit: SchemaEdit): string {
  const isGone = (edit.kind === "property" && edit.after === undefined) || (edit.kind === "member" && !edit.on);
  if (isGone) return " Ours is one schema for several of theirs, and others still have it.";
  return " Our contract says otherwise on purpose.";
}

function groupsOf({ links }: Merge, edit: SchemaEdit): Group[] {
  const isObjects = edit.kind === "property" || edit.kind === "required";
  const found = [
    ...(isObjects ? links.base.objects(edit.base) : links.base.values(edit.base)),
    ...(isObjects ? links.next.objects(edit.next) : links.next.values(edit.next)),
  ];
  const groups = new Map(found.map((group) => [JSON.stringify(group), group]));
  return [...groups.values()].filter(({ direction }) => direction === edit.direction);
}

function applyTo(merge: Merge, edit: SchemaEdit, group: Group): Result {
  const { draft } = merge;
  const nodes = group.nodes.flatMap((pointer): Node[] => {
    const schema = draft.at(pointer);
    return schema === undefined ? [] : [{ pointer, schema }];
  });
  switch (edit.kind) {
    case "property":
      return edit.after === undefined ? dropProperty(merge, edit.name, nodes) : addProperty(merge, edit, nodes);
    case "required":
      return setRequired(merge, edit, nodes);
    case "member":
      return setMembers(merge, edit.value, edit.on, nodes);
    case "keyword":
      return setKeyword(merge, edit, nodes);
    case "flag":
      return setFlag(edit, group, draft);
    case "nullable":
      return setNullable(edit.on, group, nodes, draft);
    case "type":
      return setType(merge, edit, nodes);
    case "branch":
      return edit.on ? addBranch(merge, edit, nodes) : dropBranch(merge, edit, nodes);
  }
}

interface Node {
  readonly pointer: string;
  readonly schema: MutableObject;
}

type Of<K extends SchemaEdit["kind"]> = Extract<SchemaEdit, { readonly kind: K }>;

function addProperty(
  { adopt, next }: Merge,
  { name, after, next: at, direction }: Of<"property">,
  nodes: readonly Node[],
): Result {
  if (after === undefined) return "open";
  const holders = nodes.filter(({ schema }) => isObject(schema["properties"]));
  if (holders.some(({ schema }) => member(schema["properties"], name) !== undefined)) return "known";
  const siblings = new Set(members(member(resolve(next, at), "properties")).map(([key]) => key));
  const shared = ({ schema }: Node): number =>
    members(schema["properties"]).filter(([key]) => siblings.has(key)).length;
  const [home] = holders.toSorted((a, b) => shared(b) - shared(a));
  if (home === undefined || (shared(home) === 0 && siblings.size > 1)) return "open";
  home.schema["properties"] = { ...Object(home.schema["properties"]), [name]: adopt.schema(after, direction) };
  return "taken";
}

function dropProperty(merge: Merge, name: string, nodes: readonly Node[]): Result {
  const holders = nodes.filter(({ schema }) => member(schema["properties"], name) !== undefined);
  if (holders.length === 0) return "known";
  const gone = holders.filter(({ pointer }) => !othersOf(merge, pointer, name).some(() => true));
  for (const { schema } of gone) {
    const kept = members(schema["properties"]).filter(([key]) => key !== name);
    schema["properties"] = Object.fromEntries(kept);
    dropRequired(schema, name);
  }
  return gone.length > 0 ? "taken" : "kept";
}

/** The schemas of theirs that one of ours stands for and that have such a property. */
function othersOf({ next, links }: Merge, pointer: string, name: string): JsonObject[] {
  return counterparts(next, links.next, pointer).filter(
    (schema) => member(member(schema, "properties"), name) !== undefined,
  );
}

function counterparts(document: JsonObject, links: Links, pointer: string): JsonObject[] {
  return [...links.back(pointer)].flatMap((their) => {
    const schema = resolve(document, their);
    return isObject(schema) ? [schema] : [];
  });
}

function setRequired(merge: Merge, { name, on }: Of<"required">, nodes: readonly Node[]): Result {
  const isRequired = ({ schema }: Node): boolean => list(schema["required"]).includes(name);
  const holders = nodes.filter(({ schema }) => member(schema["properties"], name) !== undefined);
  if (!on) {
    const holding = nodes.filter(isRequired);
    for (const { schema } of holding) dropRequired(schema, name);
    return holding.length > 0 ? "taken" : "known";
  }
  if (nodes.some(isRequired)) return "known";
  const [home] = holders;
  if (home === undefined) return "open";
  const others = othersOf(merge, home.pointer, name);
  if (others.some((schema) => !list(member(schema, "required")).includes(name))) return "open";
  home.schema["required"] = [...list(home.schema["required"]), name];
  return "taken";
}

function dropRequired(schema: MutableObject, name: string): void {
  const left = list(schema["required"]).filter((each) => each !== name);
  if (left.length > 0) schema["required"] = left;
  else delete schema["required"];
}

function setMembers(merge: Merge, value: Json, on: boolean, nodes: readonly Node[]): Result {
  const holders = nodes.filter(({ schema }) => isList(schema["enum"]));
  if (holders.length === 0) return "kept";
  const having = holders.filter(({ schema }) => list(schema["enum"]).some((each) => same(each, value)));
  if (on) {
    if (having.length > 0) return "known";
    const [home] = holders;
    if (home === undefined || holders.length > 1) return "open";
    const values = list(home.schema["enum"]);
    const before = values.indexOf(null);
    home.schema["enum"] = before === -1 ? [...values, value] : values.toSpliced(before, 0, value);
    return "taken";
  }
  if (having.length === 0) return "known";
  const gone = having.filter(({ pointer }) =>
    counterparts(merge.next, merge.links.next, pointer).every(
      (schema) => !list(member(schema, "enum")).some((each) => same(each, value)),
    ),
  );
  for (const { schema } of gone) schema["enum"] = list(schema["enum"]).filter((each) => !same(each, value));
  return gone.length > 0 ? "taken" : "kept";
}

function setKeyword(merge: Merge, edit: Of<"keyword">, nodes: readonly Node[]): Result {
  const { adopt } = merge;
  const { keyword, before, direction } = edit;
  const isSchema = ["items", "additionalProperties"].includes(keyword);
  const after = edit.after !== undefined && isSchema ? adopt.schema(edit.after, direction) : edit.after;
  const holders = nodes.filter(({ schema }) => schema[keyword] !== undefined);
  if (holders.some(({ schema }) => same(schema[keyword], after))) return "known";
  if (before !== undefined) {
    const following = holders.filter(({ schema }) => same(schema[keyword], before));
    if (following.some(({ pointer }) => isShared(merge, pointer, edit))) return "open";
    for (const { schema } of following) assign(schema, keyword, after);
    if (following.length > 0) return "taken";
    return holders.length === 0 && after === undefined ? "known" : "kept";
  }
  if (holders.length > 0) return "kept";
  const [home] = nodes.filter(({ schema }) => schema["type"] !== undefined);
  if (home === undefined || isShared(merge, home.pointer, edit)) return "open";
  assign(home.schema, keyword, after);
  return "taken";
}

/** Whether ours stands for others of theirs too, of which that cannot be said. */
function isShared({ next, links }: Merge, pointer: string, { keyword, after, next: changed }: Of<"keyword">): boolean {
  const own = resolve(next, changed);
  const type = isObject(own) ? types(own).join() : "";
  return counterparts(next, links.next, pointer).some(
    (schema) => type !== "" && types(schema).join() === type && !same(member(schema, keyword), after),
  );
}

/** What is said of a use of a schema, rather than of the schema. */
function setFlag({ keyword, before, after }: Of<"flag">, { sites }: Group, draft: Draft): Result {
  const site = draft.at(sites[0] ?? "");
  if (site === undefined) return "open";
  if (same(site[keyword], after)) return "known";
  if (!same(site[keyword], before)) return "kept";
  assign(site, keyword, after);
  return "taken";
}

function setNullable(on: boolean, { sites }: Group, nodes: readonly Node[], draft: Draft): Result {
  const [pointer] = sites;
  const site = pointer === undefined ? undefined : draft.at(pointer);
  if (pointer === undefined || site === undefined) return "open";
  const typed = nodes.filter(({ schema }) => types(schema).length > 0 && types(schema).join() !== "null");
  const isNullable = ({ schema }: Node): boolean => types(schema).includes("null");
  const wrapped = ["anyOf", "oneOf"].find((keyword) => list(site[keyword]).some(isNull));
  if (on) {
    if (wrapped !== undefined || (typed.length > 0 && typed.every(isNullable))) return "known";
    if (site["$ref"] !== undefined) {
      const { $ref, ...rest } = site;
      draft.put(pointer, { ...rest, anyOf: [{ $ref: $ref ?? "" }, { type: "null" }] });
      return "taken";
    }
    if (types(site).length === 0) return "open";
    site["type"] = [...types(site), "null"];
    if (isList(site["enum"]) && !site["enum"].includes(null)) site["enum"] = [...site["enum"], null];
    return "taken";
  }
  if (wrapped !== undefined) {
    const left = list(site[wrapped]).filter((branch) => !isNull(branch));
    const [only] = left;
    const { [wrapped]: _, ...rest } = site;
    draft.put(pointer, left.length === 1 && isObject(only) ? { ...rest, ...only } : { ...rest, [wrapped]: left });
    return "taken";
  }
  if (!types(site).includes("null")) return typed.some(isNullable) ? "open" : "known";
  const left = types(site).filter((type) => type !== "null");
  site["type"] = left.length === 1 ? (left[0] ?? "null") : left;
  if (isList(site["enum"])) site["enum"] = site["enum"].filter((each) => each !== null);
  return "taken";
}

function isNull(schema: Json): boolean {
  return isObject(schema) && types(schema).join() === "null";
}

/** Another type is another schema: what ours said besides no longer holds, but for its words. */
function setType({ adopt, draft }: Merge, { before, after, direction }: Of<"type">, nodes: readonly Node[]): Result {
  const typesIn = (schema: Json): string =>
    isObject(schema)
      ? types(schema)
          .filter((type) => type !== "null")
          .sort()
          .join()
      : "";
  const typed = nodes.filter(({ schema }) => typesIn(schema) !== "");
  const following = typed.filter(({ schema }) => typesIn(before) !== "" && typesIn(schema) === typesIn(before));
  if (following.length === 0) {
    if (typesIn(after) !== "" && typed.some(({ schema }) => typesIn(schema) === typesIn(after))) return "known";
    return typesIn(before) === "" || typed.length === 0 ? "open" : "kept";
  }
  for (const { pointer, schema } of following) {
    const words = ["title", "description", "deprecated", "readOnly", "writeOnly"].flatMap((key) => {
      const value = schema[key];
      return value === undefined ? [] : [[key, value] as const];
    });
    const adopted = adopt.schema(after, direction);
    const nullable = types(schema).includes("null") && isObject(adopted) && types(adopted).length > 0;
    const type =
      nullable && isObject(adopted) ? { type: [...types(adopted).filter((each) => each !== "null"), "null"] } : {};
    draft.put(pointer, isObject(adopted) ? { ...adopted, ...type, ...Object.fromEntries(words) } : adopted);
  }
  return "taken";
}

function addBranch({ adopt }: Merge, { keyword, branch, direction }: Of<"branch">, nodes: readonly Node[]): Result {
  const holders = [keyword, "oneOf", "anyOf"].flatMap((name) =>
    nodes.flatMap(({ schema }) => (list(schema[name]).length > 1 ? [{ schema, name }] : [])),
  );
  const [home] = holders;
  if (home === undefined) return "open";
  const adopted = adopt.schema(branch, direction);
  const branches = list(home.schema[home.name]);
  if (branches.some((each) => same(each, adopted))) return "known";
  home.schema[home.name] = [...branches, adopted];
  return "taken";
}

function dropBranch({ links }: Merge, { at, direction }: Of<"branch">, nodes: readonly Node[]): Result {
  const asObject = links.base.objects(at);
  const groups = asObject.length > 0 ? asObject : links.base.values(at);
  const own = new Set(groups.filter((group) => group.direction === direction).flatMap((group) => group.nodes));
  for (const { schema, pointer } of nodes) {
    for (const name of ["oneOf", "anyOf"]) {
      const branches = list(schema[name]);
      const isOne = (branch: Json, index: number): boolean => {
        const target = isObject(branch) && typeof branch["$ref"] === "string" ? branch["$ref"] : undefined;
        return own.has(target === undefined ? `${pointer}/${name}/${index}` : canonical(target));
      };
      const left = branches.filter((branch, index) => !isOne(branch, index));
      // A branch that ours has for several of theirs would take the others along.
      if (left.length !== branches.length - 1 || left.length === 0) continue;
      schema[name] = left;
      return "taken";
    }
  }
  return "open";
}

function assign(schema: MutableObject, keyword: string, value: Json | undefined): void {
  if (value === undefined) delete schema[keyword];
  else schema[keyword] = value;
}

/** What the provider did, in a sentence. */
function said(edit: SchemaEdit): string {
  const at = code(placeOf(edit.next));
  const text = (value: Json | undefined): string => (value === undefined ? "nothing" : code(JSON.stringify(value)));
  switch (edit.kind) {
    case "property":
      return edit.after === undefined
        ? `${code(`${placeOf(edit.next)}.${edit.name}`)} is gone.`
        : `${code(`${placeOf(edit.next)}.${edit.name}`)} is new.`;
    case "required":
      return `${code(`${placeOf(edit.next)}.${edit.name}`)} is ${edit.on ? "required" : "optional"} now.`;
    case "member":
      return edit.on
        ? `${at} has the new value ${text(edit.value)}.`
        : `${at} no longer has the value ${text(edit.value)}.`;
    case "nullable":
      return `${at} ${edit.on ? "may be" : "is never"} null now.`;
    case "type":
      return `${at} is of another type now.`;
    case "keyword":
    case "flag":
      return `${code(edit.keyword)} of ${at} is ${text(edit.after)} now, and was ${text(edit.before)}.`;
    case "branch":
      return edit.on ? `${at} has another branch.` : `${at} has a branch less.`;
  }
}

/** `Payment.amount` for `#/components/schemas/Payment/properties/amount`. */
function placeOf(pointer: string): string {
  const [first, section, ...rest] = parts(pointer);
  if (first === "components" && section === "schemas") return rest.filter((token) => token !== "properties").join(".");
  if (first !== "paths" || section === undefined) return pointer;
  const [method = "", ...inside] = rest;
  const skipped = ["responses", "content", "schema", "properties", "requestBody", "parameters"];
  return [`${method.toUpperCase()} ${section}`, ...inside.filter((token) => !skipped.includes(token))].join(" ");
}
