import type { Json, JsonObject } from "../../contract/contract.ts";
import { isList, isObject, type MutableObject, member, members, setMember } from "../../contract/json.ts";
import { type Child, childOf, type Kind } from "../../contract/kinds.ts";
import { type Direction, parts, ref, resolve } from "../../emit/schema.ts";
import { componentName } from "../../fidelity/located.ts";
import type { Draft } from "./draft.ts";
import { canonical, type Links } from "./links.ts";

const prose = new Set("title description summary example examples externalDocs xml".split(" "));

/** Brings parts of the provider's document into ours: their structure in our names, and none of their words. */
export interface Adopt {
  readonly schema: (schema: Json, direction: Direction) => Json;
  /** Any other object: a parameter, a response. */
  readonly part: (value: Json, kind: Kind, direction: Direction) => Json;
}

export function adopter(theirs: JsonObject, draft: Draft, links: Links): Adopt {
  const imported = new Map<string, string>();

  function part(value: Json, child: Child, direction: Direction): Json {
    if (isList(value)) return value.map((item) => part(item, { ...child, form: "one" }, direction));
    if (!isObject(value)) return value;
    const copy: MutableObject = {};
    if (child.form === "map") {
      for (const [name, inner] of members(value))
        setMember(copy, name, part(inner, { ...child, form: "one" }, direction));
      return copy;
    }
    const target = ref(value);
    if (target !== undefined && child.kind !== "schema") return part(resolve(theirs, target) ?? {}, child, direction);
    for (const [key, inner] of members(value)) {
      if (prose.has(key) || key.startsWith("x-")) continue;
      const next = childOf("3.1", child.kind, key);
      setMember(copy, key, next === undefined ? inner : part(inner, next, direction));
    }
    if (target !== undefined) copy["$ref"] = `#/components/schemas/${nameFor(target, direction)}`;
    return copy;
  }

  /** The schema of ours that stands for one of theirs, or theirs under its own name. */
  function nameFor(target: string, direction: Direction): string {
    const pointer = canonical(target);
    const known = imported.get(pointer) ?? counterpart(pointer, direction);
    if (known !== undefined) return known;
    const wanted = componentName(target) ?? parts(target).at(-1) ?? "Schema";
    const components = section(draft.document, "components");
    const schemas = section(components, "schemas");
    let name = wanted;
    for (let number = 2; Object.hasOwn(schemas, name); number += 1) name = `${wanted}${number}`;
    imported.set(pointer, name);
    // Taken before it is filled: it may be made of itself.
    setMember(schemas, name, {});
    setMember(schemas, name, part(resolve(theirs, target) ?? {}, { kind: "schema", form: "one" }, direction));
    return name;
  }

  function counterpart(pointer: string, direction: Direction): string | undefined {
    const groups = [...links.values(pointer), ...links.objects(pointer)];
    const candidates = groups
      .toSorted((a, b) => Number(b.direction === direction) - Number(a.direction === direction))
      .flatMap(({ nodes }) =>
        nodes.filter((node) => componentName(node) !== undefined && node.startsWith("#/components/schemas/")),
      );
    const theirName = componentName(pointer);
    const sameName = candidates.find((node) => componentName(node) === theirName);
    // What stands for many things of theirs is a part of each, and none of them.
    const own = candidates.find(
      (node) => [...links.back(node)].filter((back) => componentName(back) !== undefined).length === 1,
    );
    const found = sameName ?? own;
    return found === undefined ? undefined : componentName(found);
  }

  return {
    schema: (schema, direction) => part(schema, { kind: "schema", form: "one" }, direction),
    part: (value, kind, direction) => part(value, { kind, form: "one" }, direction),
  };
}

function section(parent: MutableObject, name: string): MutableObject {
  const known = member(parent, name);
  if (isObject(known)) return known;
  const made: MutableObject = {};
  parent[name] = made;
  return made;
}
