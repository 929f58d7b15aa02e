import type { Json, JsonObject } from "../../contract/contract.ts";
import { type Direction, isObject, list, member, pointerPart, properties, ref } from "../../emit/schema.ts";
import { type DocumentedOperation, operationsOf } from "../../fidelity/operations.ts";
import { type Core, coreOf, coresOf, isNull, shapeOf, typesOf } from "./core.ts";
import type { EditPlace, SchemaEdit } from "./edits.ts";
import { canonical } from "./links.ts";

const flags = ["deprecated", "readOnly", "writeOnly", "default"];
/** Compared in ways of their own, or not at all. */
const special = new Set([
  ...flags,
  ..."$ref type enum required properties items additionalProperties allOf anyOf oneOf nullable".split(" "),
  ..."title description example examples externalDocs xml".split(" "),
]);

interface At {
  readonly schema: Json;
  readonly pointer: string;
}

/** What the provider changed in the schemas of the operations that both documents have. */
export function schemaEdits(base: JsonObject, next: JsonObject): SchemaEdit[] {
  const edits = new Map<string, SchemaEdit>();
  const visited = new Set<string>();
  const add = (edit: SchemaEdit): void => void edits.set(JSON.stringify(edit), edit);

  function visit(a: At, b: At, direction: Direction): void {
    const [older, newer] = coresOf(coreOf(base, a.schema, a.pointer), coreOf(next, b.schema, b.pointer));
    const site: EditPlace = { base: canonical(a.pointer), next: canonical(b.pointer), direction };
    if (older.nullable !== newer.nullable) add({ ...site, kind: "nullable", on: newer.nullable });
    for (const keyword of flags) {
      const [before, after] = [older, newer].map(({ chain }) => firstOf(chain, keyword));
      if (!same(before, after)) add({ ...site, kind: "flag", keyword, before, after });
    }
    const key = `${direction} ${older.pointer} ${newer.pointer}`;
    if (visited.has(key)) return;
    visited.add(key);
    compareCores(older, newer, direction);
  }

  function compareCores(older: Core, newer: Core, direction: Direction): void {
    const place: EditPlace = { base: canonical(older.pointer), next: canonical(newer.pointer), direction };
    const [a, b] = [older.schema, newer.schema];
    if (!isObject(a) || !isObject(b)) {
      if (!same(a, b)) add({ ...place, kind: "type", before: a, after: b });
      return;
    }
    if (!same([...typesOf(a)], [...typesOf(b)])) {
      add({ ...place, kind: "type", before: a, after: b });
      return;
    }
    for (const keyword of ["enum", "required"]) compareMembers(a, b, keyword, place);
    for (const keyword of new Set([...Object.keys(a), ...Object.keys(b)])) {
      if (special.has(keyword) || keyword.startsWith("x-")) continue;
      const [before, after] = [member(a, keyword), member(b, keyword)];
      if (!same(before, after)) add({ ...place, kind: "keyword", keyword, before, after });
    }
    const before = new Map(properties(a));
    const after = new Map(properties(b));
    for (const name of new Set([...before.keys(), ...after.keys()])) {
      const [from, to] = [before.get(name), after.get(name)];
      if (from === undefined || to === undefined) add({ ...place, kind: "property", name, before: from, after: to });
      else
        visit(
          child(older, `properties/${pointerPart(name)}`, from),
          child(newer, `properties/${pointerPart(name)}`, to),
          direction,
        );
    }
    for (const keyword of ["items", "additionalProperties"]) {
      const [from, to] = [member(a, keyword), member(b, keyword)];
      if (isObject(from) && isObject(to)) visit(child(older, keyword, from), child(newer, keyword, to), direction);
      else if (!same(from, to)) add({ ...place, kind: "keyword", keyword, before: from, after: to });
    }
    for (const keyword of ["allOf", "anyOf", "oneOf"]) compareBranches(older, newer, keyword, place);
  }

  function compareMembers(a: JsonObject, b: JsonObject, keyword: string, place: EditPlace): void {
    const [before, after] = [a, b].map((schema) => list(member(schema, keyword)).filter((value) => value !== null));
    if (before === undefined || after === undefined) return;
    const isNew = keyword === "enum" && (before.length === 0) !== (after.length === 0);
    // A list that comes or goes as a whole says something else than each of its members.
    if (isNew) {
      add({ ...place, kind: "keyword", keyword, before: member(a, keyword), after: member(b, keyword) });
      return;
    }
    const note = (value: Json, on: boolean): void =>
      keyword === "enum"
        ? add({ ...place, kind: "member", value, on })
        : add({ ...place, kind: "required", name: String(value), on });
    for (const value of before) if (!after.some((other) => same(value, other))) note(value, false);
    for (const value of after) if (!before.some((other) => same(value, other))) note(value, true);
  }

  function compareBranches(older: Core, newer: Core, keyword: string, place: EditPlace): void {
    const [before, after] = [older, newer].map((core) => branchesOf(core, keyword));
    if (before === undefined || after === undefined) return;
    const rest = new Set(after);
    const left: At[] = [];
    const isSame = [
      (a: At, b: At) => ref(a.schema) !== undefined && ref(a.schema) === ref(b.schema),
      (a: At, b: At) => shapeOf(a.schema) === shapeOf(b.schema),
      (a: At, b: At) => isAlike(coreOf(base, a.schema, a.pointer).schema, coreOf(next, b.schema, b.pointer).schema),
    ];
    let open = [...before];
    for (const test of isSame) {
      const unmatched: At[] = [];
      for (const each of open) {
        const other = [...rest].find((candidate) => test(each, candidate));
        if (other === undefined) unmatched.push(each);
        else {
          rest.delete(other);
          visit(each, other, place.direction);
        }
      }
      open = unmatched;
    }
    left.push(...open);
    for (const { schema, pointer } of left)
      add({ ...place, kind: "branch", keyword, on: false, branch: schema, at: canonical(pointer) });
    for (const { schema, pointer } of rest)
      add({ ...place, kind: "branch", keyword, on: true, branch: schema, at: canonical(pointer) });
  }

  const newer = new Map(operationsOf(next).map((operation) => [operation.title, operation]));
  for (const operation of operationsOf(base)) {
    const other = newer.get(operation.title);
    if (other === undefined) continue;
    for (const [a, b, direction] of valuesOf(operation, other)) visit(a, b, direction);
  }
  return [...edits.values()];
}

function child({ pointer }: Core, step: string, schema: Json): At {
  return { schema, pointer: `${pointer}/${step}` };
}

function branchesOf({ schema, pointer }: Core, keyword: string): At[] {
  if (!isObject(schema)) return [];
  return list(member(schema, keyword)).flatMap((branch, index) =>
    isNull(branch) ? [] : [{ schema: branch, pointer: `${pointer}/${keyword}/${index}` }],
  );
}

/** Objects with a property in common, or other values of one type. */
function isAlike(a: Json, b: Json): boolean {
  if (!isObject(a) || !isObject(b) || !same([...typesOf(a)], [...typesOf(b)])) return false;
  if (properties(a).length + properties(b).length === 0) return true;
  const names = new Set(properties(b).map(([name]) => name));
  return properties(a).some(([name]) => names.has(name));
}

function* valuesOf(a: DocumentedOperation, b: DocumentedOperation): Generator<readonly [At, At, Direction]> {
  for (const parameter of a.parameters) {
    const other = b.parameters.find(({ key }) => key === parameter.key);
    if (other !== undefined) yield [parameter.schema, other.schema, "request"];
  }
  const media = function* (
    ours: typeof a.responses extends ReadonlyMap<string, infer M> ? M : never,
    theirs: typeof ours,
    direction: Direction,
  ) {
    for (const { type, schema } of ours) {
      const other = theirs.find((each) => each.type === type);
      if (other !== undefined) yield [schema, other.schema, direction] as const;
    }
  };
  if (a.body !== undefined && b.body !== undefined) yield* media(a.body.media, b.body.media, "request");
  for (const [status, content] of a.responses) {
    const other = b.responses.get(status);
    if (other !== undefined) yield* media(content, other, "response");
  }
}

function firstOf(chain: readonly JsonObject[], keyword: string): Json | undefined {
  return chain.map((schema) => member(schema, keyword)).find((value) => value !== undefined);
}

export function same(a: Json | undefined, b: Json | undefined): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
