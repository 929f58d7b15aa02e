import type { Json, Parameter } from "./contract.ts";
import { follow } from "./follow.ts";
import { isList, isObject, type MutableObject, member, members, textMember } from "./json.ts";
import { isJsonType } from "./media.ts";
import { quoted } from "./text.ts";

export type ParameterPlace = "path" | "query" | "header" | "cookie";

/** The parameters of one operation by their place, in document order. */
export type Parameters = Readonly<Record<ParameterPlace, readonly Parameter[]>>;

type Style = Parameter["style"];

const styles: Readonly<Record<ParameterPlace, readonly Style[]>> = {
  path: ["simple", "label", "matrix"],
  query: ["form", "spaceDelimited", "pipeDelimited", "deepObject"],
  header: ["simple"],
  cookie: ["form"],
};

/**
 * Merges the parameters of a path item and an operation, and makes path parameters agree with the template: those that
 * it lacks are left out, those that nobody declares are texts. The operation object in the document changes with it.
 */
export function readParameters(
  document: Json,
  path: string,
  item: Json,
  operation: MutableObject,
  report: (rule: string, message: string) => void,
): Parameters {
  const template = new Set([...path.matchAll(/\{([^{}]+)\}/g)].map(([, name]) => name ?? ""));
  const found: Record<ParameterPlace, Map<string, Parameter>> = {
    path: new Map(),
    query: new Map(),
    header: new Map(),
    cookie: new Map(),
  };
  for (const list of [member(item, "parameters"), operation["parameters"]]) {
    const own = new Set<string>();
    const kept: Json[] = [];
    for (const entry of isList(list) ? list : []) {
      const value = follow(document, entry);
      const name = textMember(value, "name");
      const place = textMember(value, "in");
      if (name === undefined || name === "" || !isPlace(place)) {
        report("malformed", "a parameter needs a 'name' and 'in: path, query, header or cookie'; this one is left out");
      } else if (own.has(`${place} ${name}`)) {
        report("duplicate-parameter", `${place} parameter ${quoted(name)} is declared twice; the first counts`);
      } else if (place === "path" && !template.has(name)) {
        report("unused-path-parameter", `path parameter ${quoted(name)} is not in ${quoted(path)}; it is left out`);
      } else {
        own.add(`${place} ${name}`);
        kept.push(entry);
        found[place].set(name, readParameter(value ?? {}, name, place, report));
      }
    }
    if (isList(list) && kept.length < list.length) {
      const holder: MutableObject = list === operation["parameters"] ? operation : isObject(item) ? item : {};
      holder["parameters"] = kept;
    }
  }
  const inOrder: Parameter[] = [];
  for (const name of template) {
    let parameter = found.path.get(name);
    if (parameter === undefined) {
      report("undeclared-path-parameter", `path parameter ${quoted(name)} is not declared; it is taken for text`);
      const declared = { name, in: "path", required: true, schema: { type: "string" } };
      const list = operation["parameters"];
      operation["parameters"] = [...(isList(list) ? list : []), declared];
      parameter = readParameter(declared, name, "path", report);
    }
    inOrder.push(parameter);
  }
  return {
    path: inOrder,
    query: [...found.query.values()],
    header: [...found.header.values()],
    cookie: [...found.cookie.values()],
  };
}

function isPlace(place: string | undefined): place is ParameterPlace {
  return place !== undefined && Object.hasOwn(styles, place);
}

function readParameter(
  value: Json,
  name: string,
  place: ParameterPlace,
  report: (rule: string, message: string) => void,
): Parameter {
  const [contentType, media] = members(member(value, "content"))[0] ?? [];
  const [usual] = styles[place];
  const wanted = member(value, "style");
  const allowed = styles[place].find((style) => style === wanted);
  if (wanted !== undefined && allowed === undefined) {
    report(
      "parameter-style",
      `style ${quoted(String(wanted))} is not for ${place} parameters; '${usual}' is taken for ${quoted(name)}`,
    );
  }
  const style = allowed ?? usual ?? "simple";
  const explode = member(value, "explode");
  return {
    name,
    required: place === "path" || member(value, "required") === true,
    deprecated: member(value, "deprecated") === true,
    description: textMember(value, "description"),
    schema: member(value, "schema") ?? member(media, "schema") ?? {},
    style,
    // OpenAPI defines deepObject only exploded.
    explode: style === "deepObject" || (typeof explode === "boolean" ? explode : style === "form"),
    allowReserved: place === "query" && member(value, "allowReserved") === true,
    json: contentType !== undefined && isJsonType(contentType),
    ...exampleOf(value),
  };
}

function exampleOf(value: Json): { readonly example?: Json } {
  const example = member(value, "example");
  return example === undefined ? {} : { example };
}
