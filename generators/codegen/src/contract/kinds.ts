import type { Version } from "./version.ts";

/** The objects that OpenAPI documents are made of. What isn't listed is a payload or an extension: plain data. */
export type Kind =
  | "document"
  | "components"
  | "pathItem"
  | "operation"
  | "parameter"
  | "requestBody"
  | "mediaType"
  | "encoding"
  | "response"
  | "header"
  | "example"
  | "link"
  | "callback"
  | "securityScheme"
  | "schema"
  | "discriminator";

/** How a member holds objects of a kind. `either`: one or a list, as `items` of old JSON Schema drafts. */
export type Form = "one" | "list" | "map" | "either";

export interface Child {
  readonly kind: Kind;
  readonly form: Form;
}

const one = (kind: Kind): Child => ({ kind, form: "one" });
const list = (kind: Kind): Child => ({ kind, form: "list" });
const map = (kind: Kind): Child => ({ kind, form: "map" });

type Shapes = Readonly<Record<Kind, ReadonlyMap<string, Child>>>;

function shape(children: Readonly<Record<string, Child>>): ReadonlyMap<string, Child> {
  return new Map(Object.entries(children));
}

/** In the order in which a path item's operations are emitted when a document gives none. */
export const methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace"] as const;

const operations = Object.fromEntries(methods.map((method) => [method, one("operation")]));

const schema = shape({
  ...Object.fromEntries(
    ["properties", "patternProperties", "dependentSchemas", "$defs", "definitions"].map((key) => [key, map("schema")]),
  ),
  ...Object.fromEntries(["allOf", "anyOf", "oneOf", "prefixItems"].map((key) => [key, list("schema")])),
  ...Object.fromEntries(
    [
      "additionalProperties",
      "additionalItems",
      "not",
      "if",
      "then",
      "else",
      "contains",
      "propertyNames",
      "unevaluatedItems",
      "unevaluatedProperties",
      "contentSchema",
    ].map((key) => [key, one("schema")]),
  ),
  items: { kind: "schema", form: "either" },
  discriminator: one("discriminator"),
});

const none = shape({});

const openapi: Shapes = {
  document: shape({ paths: map("pathItem"), webhooks: map("pathItem"), components: one("components") }),
  components: shape({
    schemas: map("schema"),
    responses: map("response"),
    parameters: map("parameter"),
    examples: map("example"),
    requestBodies: map("requestBody"),
    headers: map("header"),
    securitySchemes: map("securityScheme"),
    links: map("link"),
    callbacks: map("callback"),
    pathItems: map("pathItem"),
  }),
  pathItem: shape({ ...operations, parameters: list("parameter") }),
  operation: shape({
    parameters: list("parameter"),
    requestBody: one("requestBody"),
    responses: map("response"),
    callbacks: map("callback"),
  }),
  parameter: shape({ schema: one("schema"), content: map("mediaType"), examples: map("example") }),
  requestBody: shape({ content: map("mediaType") }),
  mediaType: shape({ schema: one("schema"), examples: map("example"), encoding: map("encoding") }),
  encoding: shape({ headers: map("header") }),
  response: shape({ headers: map("header"), content: map("mediaType"), links: map("link") }),
  header: shape({ schema: one("schema"), content: map("mediaType"), examples: map("example") }),
  example: none,
  link: none,
  callback: none,
  securityScheme: none,
  schema,
  discriminator: none,
};

const swagger: Shapes = {
  ...openapi,
  document: shape({
    paths: map("pathItem"),
    definitions: map("schema"),
    parameters: map("parameter"),
    responses: map("response"),
    securityDefinitions: map("securityScheme"),
  }),
  operation: shape({ parameters: list("parameter"), responses: map("response") }),
  parameter: shape({ schema: one("schema") }),
  response: shape({ schema: one("schema"), headers: map("header") }),
  header: none,
  // In 2.0 the discriminator is a property name.
  schema: new Map([...schema].filter(([key]) => key !== "discriminator")),
};

const callbackItem = one("pathItem");

/** What a member of an object of that kind holds; undefined for plain data. */
export function childOf(version: Version, kind: Kind, key: string): Child | undefined {
  if (kind === "callback") return key.startsWith("x-") ? undefined : callbackItem;
  return (version === "2.0" ? swagger : openapi)[kind].get(key);
}

const sections: Readonly<Partial<Record<Kind, string>>> = {
  schema: "schemas",
  response: "responses",
  parameter: "parameters",
  example: "examples",
  requestBody: "requestBodies",
  header: "headers",
  securityScheme: "securitySchemes",
  link: "links",
  callback: "callbacks",
};

/** Where reusable objects of a kind live: pointer tokens; undefined when they have no such place and are inlined. */
export function sectionOf(version: Version, kind: Kind): readonly string[] | undefined {
  if (version === "2.0") {
    if (kind === "schema") return ["definitions"];
    return kind === "response" ? ["responses"] : kind === "parameter" ? ["parameters"] : undefined;
  }
  const section = sections[kind];
  return section === undefined ? undefined : ["components", section];
}

/** The kinds that a Reference Object may stand in for. */
export function isReferable(kind: Kind): boolean {
  return kind === "pathItem" || kind in sections;
}

/** The kinds of reusable objects. */
export const kindsOfComponents: readonly Kind[] = [
  "schema",
  "response",
  "parameter",
  "example",
  "requestBody",
  "header",
  "securityScheme",
  "link",
  "callback",
];
