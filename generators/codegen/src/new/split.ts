import { nameForTarget } from "../contract/component-names.ts";
import type { Contract, Json } from "../contract/contract.ts";
import { isList, isObject, type MutableObject, members, setMember } from "../contract/json.ts";
import { escapeToken, parsePointer, valueAt } from "../contract/pointer.ts";
import { camelCase, wordsOf } from "../contract/words.ts";
import { yamlModule } from "../contract/yaml.ts";

/** Longer documents are easier to review in parts. */
const longest = 400;

/** The files of a contract folder: one for a small document, else paths by group and components by kind. */
export function contractFiles(document: MutableObject, contract: Contract): Map<string, string> {
  const used = withoutUnused(document);
  const whole = print(used);
  if (whole.split("\n").length <= longest) return new Map([["openapi.yaml", whole]]);
  const files = new Map<string, MutableObject>();
  const paths: MutableObject = {};
  for (const [path, item] of members(used["paths"])) {
    const group = groupOf(contract, path);
    const file = into(files, `paths/${group}.yaml`);
    const key = freeKey(file, path);
    setMember(file, key, relocated(item, "../", undefined));
    paths[path] = { $ref: `./paths/${group}.yaml#/${key}` };
  }
  const { paths: _, components, ...rest } = used;
  const kept: MutableObject = {};
  for (const [section, map] of members(components)) {
    if (section === "securitySchemes") {
      kept[section] = map;
      continue;
    }
    const file = into(files, `${fileOf(section)}.yaml`);
    for (const [name, value] of members(map)) {
      setMember(file, name, relocated(value, "./", section));
      // In a file of its own it would be called something else.
      if (nameForTarget("file:///x.yaml", [name]) === name) continue;
      const listed = kept[section];
      kept[section] = { ...(isObject(listed) ? listed : {}), [name]: { $ref: refTo("./", section, name) } };
    }
  }
  const root = { ...Object.fromEntries(members(relocated(rest, "./", undefined))), components: kept, paths };
  return new Map([
    ["openapi.yaml", print(root)],
    ...[...files].map(([name, value]): [string, string] => [name, print(value)]),
  ]);
}

function into(files: Map<string, MutableObject>, name: string): MutableObject {
  const file = files.get(name) ?? {};
  files.set(name, file);
  return file;
}

function print(value: object): string {
  return yamlModule().stringify(value, { lineWidth: 120, aliasDuplicateObjects: false });
}

/** The group that most people look under: the one that the path's first operation has in the client. */
function groupOf({ operations }: Contract, path: string): string {
  const names = operations.find((operation) => operation.path === path)?.groupedName ?? [];
  return wordsOf(names.length > 1 ? (names[0] ?? "") : "").join("-") || "other";
}

/** `/v1/orders/{id}/capture` → `ordersByIdCapture`. */
function freeKey(file: MutableObject, path: string): string {
  const steps = path.split("/").filter((step) => !/^v?\d[\d.]*$/i.test(step));
  const words = steps.flatMap((step) => (step.startsWith("{") ? ["by", ...wordsOf(step)] : wordsOf(step)));
  const wanted = camelCase(words.length === 0 ? ["root"] : words);
  let key = wanted;
  for (let number = 2; Object.hasOwn(file, key); number += 1) key = `${wanted}${number}`;
  return key;
}

function fileOf(section: string): string {
  return wordsOf(section).join("-");
}

function refTo(folder: string, section: string, name: string): string {
  return `${folder}${fileOf(section)}.yaml#/${encodeURIComponent(escapeToken(name))}`;
}

/** A copy whose refs lead from another file to the same components. */
function relocated(value: Json, folder: string, own: string | undefined, holder = ""): Json {
  if (isList(value)) return value.map((item) => relocated(item, folder, own));
  if (!isObject(value)) return value;
  const copy: MutableObject = {};
  for (const [key, inner] of members(value)) {
    // A discriminator's mapping holds refs without a `$ref`.
    const isRef = key === "$ref" || holder === "discriminator/mapping";
    const leads = isRef && typeof inner === "string" && inner.startsWith("#/components/");
    const next = holder === "discriminator" ? `discriminator/${key}` : key;
    setMember(copy, key, leads ? moved(inner, folder, own) : relocated(inner, folder, own, next));
  }
  return copy;
}

function moved(ref: string, folder: string, own: string | undefined): string {
  const [, section = "", name = ""] = parsePointer(decodeURIComponent(ref.slice(1)));
  if (section === "securitySchemes") return `${folder}openapi.yaml${ref}`;
  return section === own ? refTo("", section, name).replace(/^[^#]*/, "") : refTo(folder, section, name);
}

/** Components that nothing of the contract leads to would only have to be reviewed. */
function withoutUnused(document: MutableObject): MutableObject {
  const used = new Set<string>();
  const visit = (value: Json | undefined): void => {
    if (typeof value === "string" && value.startsWith("#/components/")) {
      const tokens = parsePointer(decodeURIComponent(value.slice(1))).slice(0, 3);
      const name = tokens.join("/");
      if (used.has(name)) return;
      used.add(name);
      visit(valueAt(document, tokens));
    } else if (isList(value)) value.forEach(visit);
    else for (const [, inner] of members(value)) visit(inner);
  };
  visit(document["paths"]);
  visit(document["webhooks"]);
  const components = members(document["components"]).flatMap(([section, map]): [string, Json][] => {
    if (section === "securitySchemes") return [[section, map]];
    const kept = members(map).filter(([name]) => used.has(`components/${section}/${name}`));
    return kept.length === 0 ? [] : [[section, Object.fromEntries(kept)]];
  });
  return { ...document, components: Object.fromEntries(components) };
}
