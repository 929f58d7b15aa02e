import { createAddresses, keyOf } from "./addresses.ts";
import type { Json, JsonObject } from "./contract.ts";
import { createFindings, type Findings } from "./findings.ts";
import { isList, isObject, type MutableObject, member, members, sectionIn, setMember } from "./json.ts";
import { type Child, childOf, isReferable, type Kind, sectionOf } from "./kinds.ts";
import { adoptLeftovers } from "./leftovers.ts";
import { type Limits, limitHint } from "./limits.ts";
import { type Copying, copyPayload } from "./payload.ts";
import { escapeToken, formatPointer } from "./pointer.ts";
import { type Library, resolveRef, type Target } from "./refs.ts";
import type { Place, Source } from "./source.ts";
import { quoted } from "./text.ts";
import type { Version } from "./version.ts";

export interface Bundled {
  /** A copy: nothing in it is shared with a source, or with another part of itself. */
  readonly document: MutableObject;
  /** Where the parts that came from elsewhere were read, by their pointer in the bundled document. */
  readonly origins: ReadonlyMap<string, Place>;
}

/**
 * One document of many: every ref becomes `#/components/…`, path items are inlined, and what is not what OpenAPI wants
 * in its place is left out with a finding. Payloads (examples, defaults, enums, extensions) are copied as they are.
 */
export function bundle(root: Source, version: Version, library: Library, findings: Findings, limits: Limits): Bundled {
  const origins = new Map<string, Place>();
  const resolved = new Map<Source, Map<string, Target | undefined>>();
  const inlining = new Set<string>();
  let values = 0;
  let reportedSize = false;

  function resolve(ref: string, place: Place): Target | undefined {
    let known = resolved.get(place.source);
    if (known === undefined) {
      known = new Map();
      resolved.set(place.source, known);
    }
    if (!known.has(ref)) {
      const here: Place = { source: place.source, pointer: `${place.pointer}/$ref` };
      known.set(ref, resolveRef(ref, here, library, findings));
    }
    return known.get(ref);
  }

  const addresses = createAddresses(root, version, resolve);

  function copyRef(object: JsonObject, ref: string, kind: Kind, place: Place, depth: number): Json | undefined {
    const target = resolve(ref, place);
    if (target === undefined) return undefined;
    if (!isObject(target.value) && !(kind === "schema" && typeof target.value === "boolean")) {
      findings.error("unresolved-ref", place, `$ref ${quoted(ref)} leads to something that is not a ${kind}`);
      return undefined;
    }
    const section = sectionOf(version, kind);
    if (section === undefined) return inline(object, target, kind, place, depth);
    const copied: MutableObject = { $ref: addresses.of(section, target, kind) };
    for (const [key, value] of members(object)) {
      if (key === "$ref") continue;
      if (kind === "schema") copyMember(copied, key, value, kind, place, depth);
      else if (key === "summary" || key === "description") setMember(copied, key, value);
    }
    return copied;
  }

  function inline(object: JsonObject, target: Target, kind: Kind, place: Place, depth: number): Json | undefined {
    const key = keyOf([kind], target.source, target.tokens);
    if (inlining.has(key)) {
      findings.repaired("circular-ref", place, `a ${kind} that contains itself is left out where it starts again`);
      return undefined;
    }
    inlining.add(key);
    const there: Place = { source: target.source, pointer: formatPointer(target.tokens) };
    const copied = copy(target.value, kind, there, depth + 1);
    inlining.delete(key);
    if (!isObject(copied)) return copied;
    const merged: MutableObject = copied;
    for (const [name, value] of members(object)) {
      if (name !== "$ref") copyMember(merged, name, value, kind, place, depth);
    }
    return merged;
  }

  function copy(value: Json, kind: Kind, place: Place, depth: number): Json | undefined {
    if (kind === "schema" && typeof value === "boolean") return value;
    if (!isObject(value)) {
      findings.repaired("malformed", place, `a ${kind} must be an object; this is left out`);
      return kind === "schema" ? {} : undefined;
    }
    if (depth > 2 * limits.depth) {
      findings.error("too-deep", place, "refs make this nest too deeply");
      return undefined;
    }
    const ref = member(value, "$ref");
    if (typeof ref === "string") {
      if (!isReferable(kind)) noteOddRef(place);
      return copyRef(value, ref, kind, place, depth);
    }
    if (kind === "discriminator") return copyDiscriminator(value, place);
    const copied: MutableObject = {};
    const current = adoptLeftovers(value, kind, version, (message) =>
      findings.repaired("swagger-leftover", place, message),
    );
    for (const [key, inner] of members(current)) copyMember(copied, key, inner, kind, place, depth);
    return copied;
  }

  /** Counts what is copied: inlining can make much of little. */
  function isTooLarge(place: Place, value: Json): boolean {
    values += typeof value === "string" ? 1 + (value.length >> 6) : 1;
    if (values <= limits.values) return false;
    if (!reportedSize)
      findings.error(
        "too-large",
        place,
        `too many values once refs are followed; ${limitHint("values", limits.values)}`,
      );
    reportedSize = true;
    return true;
  }

  const copying: Copying = { isTooLarge, findings };

  function copyMember(into: MutableObject, key: string, value: Json, kind: Kind, place: Place, depth: number): void {
    if (isTooLarge(place, value)) return;
    const child = childOf(version, kind, key);
    if (child === undefined) {
      const isPlain = typeof value !== "object" || value === null;
      const here = isPlain ? place : { source: place.source, pointer: `${place.pointer}/${escapeToken(key)}` };
      setMember(into, key, isPlain ? value : copyPayload(value, here, copying));
      return;
    }
    const here: Place = { source: place.source, pointer: `${place.pointer}/${escapeToken(key)}` };
    const copied = copyChild(value, child, kind, here, depth + 1);
    if (copied !== undefined) setMember(into, key, copied);
  }

  function copyChild(value: Json, child: Child, parent: Kind, place: Place, depth: number): Json | undefined {
    if (child.form === "one" || (child.form === "either" && !isList(value)))
      return copy(value, child.kind, place, depth);
    if (child.form === "map") {
      const ref = member(value, "$ref");
      if (typeof ref === "string") return inlineMap(ref, child.kind, parent, place, depth);
      if (isObject(value)) return copyMap(value, child.kind, parent, place, depth, place.pointer);
    } else if (isList(value)) {
      const items: Json[] = [];
      value.forEach((item, index) => {
        const copied = copy(
          item,
          child.kind,
          { source: place.source, pointer: `${place.pointer}/${index}` },
          depth + 1,
        );
        if (copied !== undefined) items.push(copied);
      });
      return items;
    }
    const expected = child.form === "map" ? "an object" : "a list";
    if (value !== null) findings.repaired("malformed", place, `${expected} is expected here; this is left out`);
    return undefined;
  }

  function noteOddRef({ source, pointer }: Place): void {
    const here = { source, pointer: `${pointer}/$ref` };
    findings.repaired("ref-place", here, "OpenAPI has no $ref in this place; its target is written out here");
  }

  /** `paths: { $ref: paths.yaml }` is no OpenAPI, and common all the same. */
  function inlineMap(ref: string, kind: Kind, parent: Kind, place: Place, depth: number): MutableObject | undefined {
    const target = resolve(ref, place);
    if (target === undefined) return undefined;
    noteOddRef(place);
    const key = keyOf(["map", kind], target.source, target.tokens);
    if (!isObject(target.value) || inlining.has(key)) {
      findings.error("circular-ref", place, `$ref ${quoted(ref)} leads to no object, or back to itself`);
      return undefined;
    }
    inlining.add(key);
    const there: Place = { source: target.source, pointer: formatPointer(target.tokens) };
    const copied = copyMap(target.value, kind, parent, there, depth + 1, place.pointer);
    inlining.delete(key);
    return copied;
  }

  /** `address` is where the map stands in the bundled document, as far as that is noted. */
  function copyMap(
    value: JsonObject,
    kind: Kind,
    parent: Kind,
    place: Place,
    depth: number,
    address: string,
  ): MutableObject {
    const copied: MutableObject = {};
    const section = parent === "components" || parent === "document" ? sectionOf(version, kind) : undefined;
    const hasExtensions = kind === "pathItem" || parent === "operation";
    for (const [key, inner] of members(value)) {
      if (isTooLarge(place, inner)) break;
      if (hasExtensions && key.startsWith("x-")) {
        setMember(copied, key, copyPayload(inner, place, copying));
        continue;
      }
      const here: Place = { source: place.source, pointer: `${place.pointer}/${escapeToken(key)}` };
      const isComponent = section !== undefined && place.source === root && place.pointer === formatPointer(section);
      if (isComponent) copyComponent(copied, key, inner, kind, section, here, depth);
      else {
        const item = copy(inner, kind, here, depth + 1);
        if (item !== undefined) setMember(copied, key, item);
        if (kind === "pathItem" && parent === "document") noteOrigin(inner, here, `${address}/${escapeToken(key)}`);
      }
    }
    return copied;
  }

  function noteOrigin(item: Json, place: Place, address: string): void {
    const ref = member(item, "$ref");
    const target = typeof ref === "string" ? resolve(ref, place) : undefined;
    if (target !== undefined) origins.set(address, { source: target.source, pointer: formatPointer(target.tokens) });
    else if (place.source !== root) origins.set(address, place);
  }

  function copyComponent(
    into: MutableObject,
    key: string,
    value: Json,
    kind: Kind,
    section: readonly string[],
    place: Place,
    depth: number,
  ): void {
    const name = addresses.nameOf(section, root, [...section, key]) ?? key;
    if (name !== key) {
      findings.repaired(
        "component-name",
        place,
        `component ${quoted(key)} is called '${name}' in the client; rename it`,
      );
    }
    const ref = member(value, "$ref");
    const target = typeof ref === "string" ? resolve(ref, place) : undefined;
    // A component that only points to another file is that file's content, under this name.
    if (target !== undefined && addresses.nameOf(section, target.source, target.tokens) === name) {
      const there: Place = { source: target.source, pointer: formatPointer(target.tokens) };
      origins.set(formatPointer([...section, name]), there);
      const copied = copy(target.value, kind, there, depth + 1);
      if (copied !== undefined) setMember(into, name, copied);
      return;
    }
    const copied = copy(value, kind, place, depth + 1);
    if (copied !== undefined) setMember(into, name, copied);
  }

  function copyDiscriminator(value: JsonObject, place: Place): MutableObject {
    const copied: MutableObject = {};
    for (const [key, inner] of members(value)) {
      if (key !== "mapping" || !isObject(inner)) {
        setMember(copied, key, copyPayload(inner, place, copying));
        continue;
      }
      const mapping: MutableObject = {};
      const section = sectionOf(version, "schema") ?? [];
      for (const [name, ref] of members(inner)) {
        if (typeof ref !== "string") continue;
        const target = /[/#]|\.(json|ya?ml)$/.test(ref) ? resolveMapping(ref, place) : undefined;
        setMember(mapping, name, target === undefined ? ref : addresses.of(section, target, "schema"));
      }
      copied["mapping"] = mapping;
    }
    return copied;
  }

  /** One that leads nowhere is no reason to refuse the schema: its branches are listed beside it. */
  function resolveMapping(ref: string, place: Place): Target | undefined {
    const own = createFindings();
    const target = resolveRef(ref, place, library, own);
    if (!own.hasErrors()) findings.adopt(own);
    else findings.repaired("mapping", place, `the mapping to ${quoted(ref)} leads to nothing; it is left out`);
    return target;
  }

  const copied = copy(root.value, "document", { source: root, pointer: "" }, 0);
  const document: MutableObject = isObject(copied) ? copied : {};
  for (let lifted = addresses.next(); lifted !== undefined; lifted = addresses.next()) {
    const { section, name, kind, target } = lifted;
    const place: Place = { source: target.source, pointer: formatPointer(target.tokens) };
    origins.set(formatPointer([...section, name]), place);
    setMember(sectionIn(document, section), name, copy(target.value, kind, place, 0) ?? {});
  }
  return { document, origins };
}
