import type { Json, JsonObject } from "../contract/contract.ts";
import { escapeToken } from "../contract/pointer.ts";
import { isObject, list, member, ref, resolve } from "../emit/schema.ts";
import { componentName, type Located } from "./located.ts";

const methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];

/** An operation as its document has it. */
export interface DocumentedOperation {
  /** `POST /orders/{id}`. */
  readonly title: string;
  readonly parameters: readonly DocumentedParameter[];
  readonly body: { readonly required: boolean; readonly media: readonly Media[] } | undefined;
  readonly responses: ReadonlyMap<string, readonly Media[]>;
}

export interface DocumentedParameter {
  readonly in: string;
  readonly name: string;
  /** What makes two parameters the same: the position of a path parameter, the name of the others. */
  readonly key: string;
  readonly required: boolean;
  readonly schema: Located;
}

/** A media type and the schema of its content. */
export interface Media {
  readonly type: string;
  readonly schema: Located;
}

export function operationsOf(document: JsonObject): readonly DocumentedOperation[] {
  const paths = entries(member(document, "paths"));
  return paths.flatMap(([path, item]) =>
    methods.flatMap((method) => {
      const operation = isObject(item) ? member(item, method) : undefined;
      if (!isObject(item) || !isObject(operation)) return [];
      return [operationOf(document, item, operation, method, path)];
    }),
  );
}

/** `POST /orders/{}`: names of path parameters and a trailing slash make no difference. */
export function operationKey(title: string): string {
  const short = title.replace(/\{[^}]*\}/g, "{}").replace(/\/+$/, "");
  return short.endsWith(" ") ? `${short}/` : short;
}

function operationOf(
  document: JsonObject,
  item: JsonObject,
  operation: JsonObject,
  method: string,
  path: string,
): DocumentedOperation {
  const title = `${method.toUpperCase()} ${path}`;
  const pointer = `#/paths/${escapeToken(path)}`;
  const parameters = new Map<string, DocumentedParameter>();
  const sources = [
    [item, pointer],
    [operation, `${pointer}/${method}`],
  ] as const;
  for (const [source, at] of sources) {
    for (const [index, value] of list(member(source, "parameters")).entries()) {
      const found = parameterOf(document, value, `${at}/parameters/${index}`, title);
      if (found !== undefined) parameters.set(found.key, found);
    }
  }
  const body = located(
    document,
    member(operation, "requestBody"),
    `${pointer}/${method}/requestBody`,
    `${title} request`,
  );
  const answers = entries(member(operation, "responses")).map(([status, answer]) => {
    const at = located(document, answer, `${pointer}/${method}/responses/${status}`, `${title} ${status}`);
    return [status, at === undefined ? [] : mediaOf(at)] as const;
  });
  return {
    title,
    parameters: [...parameters.values()],
    body: body === undefined ? undefined : { required: flag(body.schema, "required"), media: mediaOf(body) },
    responses: new Map(answers),
  };
}

function parameterOf(
  document: JsonObject,
  value: Json,
  pointer: string,
  title: string,
): DocumentedParameter | undefined {
  const at = located(document, value, pointer, title);
  const [place, name] = [textOf(at?.schema, "in"), textOf(at?.schema, "name")];
  if (at === undefined || place === undefined || name === undefined) return undefined;
  // OpenAPI has these ignored where they are declared as parameters.
  if (place === "header" && /^(accept|content-type|authorization)$/i.test(name)) return undefined;
  // A parameter belongs to its operation even when it is shared: whether it is there is asked for each.
  const own = `${title} ${place}.${name}`;
  const content = mediaOf({ ...at, place: own })[0]?.schema;
  const schema = isObject(at.schema) ? (member(at.schema, "schema") ?? {}) : {};
  return {
    in: place,
    name,
    key: parameterKey(place, name, title),
    required: place === "path" || flag(at.schema, "required"),
    schema: content ?? { schema, pointer: `${at.pointer}/schema`, place: own },
  };
}

export function parameterKey(place: string, name: string, title: string): string {
  if (place === "header") return `header ${name.toLowerCase()}`;
  const position = place === "path" ? [...title.matchAll(/\{([^}]*)\}/g)].findIndex((match) => match[1] === name) : -1;
  return position === -1 ? `${place} ${name}` : `path {${position}}`;
}

function mediaOf(at: Located): readonly Media[] {
  const content = entries(isObject(at.schema) ? member(at.schema, "content") : undefined);
  return content.flatMap(([type, media]) => {
    const schema = isObject(media) ? member(media, "schema") : undefined;
    if (schema === undefined) return [];
    return [
      { type, schema: { schema, pointer: `${at.pointer}/content/${escapeToken(type)}/schema`, place: at.place } },
    ];
  });
}

/** A part of an operation; one that is a component is known by the component's name, wherever it is used. */
function located(document: JsonObject, value: Json | undefined, pointer: string, place: string): Located | undefined {
  const target = ref(value);
  if (value === undefined || target === undefined)
    return value === undefined ? undefined : { schema: value, pointer, place };
  const schema = resolve(document, target);
  return schema === undefined ? undefined : { schema, pointer: target, place: componentName(target) ?? place };
}

function entries(value: Json | undefined): readonly (readonly [string, Json])[] {
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([key, inner]) => (inner === undefined ? [] : [[key, inner] as const]));
}

function flag(value: Json, name: string): boolean {
  return isObject(value) && member(value, name) === true;
}

function textOf(value: Json | undefined, name: string): string | undefined {
  const found = isObject(value) ? member(value, name) : undefined;
  return typeof found === "string" ? found : undefined;
}
