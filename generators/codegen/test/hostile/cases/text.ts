import { api, type Case, each, usual, withOperation, withSchema, withSpec } from "../case.ts";

/** Ends every kind of text that generated code can hold, and then calls. */
const breakout =
  '*/ p_wned(1); /* " + p_wned(2) + " \' + p_wned(3) + \' ` + p_wned(4) + ` ${p_wned(5)} \\" + p_wned(6); // \n p_wned(7);\r p_wned(8);\u2028 p_wned(9);\u2029 p_wned(10); <!-- -->';
/** Ends a string that was escaped once too often or too little. */
const backslashes = '\\"; p_wned(11); //\\';
const comment = "*/p_wned(12)/*";
const template = "`;p_wned(13);`${p_wned(14)}";
const computed = "[p_wned(15)]: 1, x";

const json = (schema: unknown) => ({ "application/json": { schema } });

/** Where text can stand in a document: one case a slot, each with every payload at once where the slot allows. */
const slots: readonly (readonly [string, (text: string) => object])[] = [
  ["operationId", (text) => withOperation({ operationId: text })],
  ["summary and description", (text) => withOperation({ summary: text, description: text })],
  ["title and version of info", (text) => api({ info: { title: text, version: text, description: text } })],
  [
    "contact, licence and terms of info",
    (text) =>
      api({
        info: {
          title: "x",
          version: "1",
          termsOfService: text,
          contact: { name: text, url: text, email: text },
          license: { name: text, url: text },
        },
      }),
  ],
  [
    "tags",
    (text) =>
      withOperation({ tags: [text] }, "/things", "post", {
        tags: [{ name: text, description: text, externalDocs: { url: text } }],
      }),
  ],
  ["externalDocs", (text) => withOperation({ externalDocs: { url: text, description: text } })],
  [
    "query, header and cookie parameter names",
    (text) =>
      withOperation({
        parameters: ["query", "header", "cookie"].map((place) => ({
          name: text,
          in: place,
          description: text,
          schema: { type: "string" },
        })),
      }),
  ],
  [
    "path parameter names",
    (text) => {
      const name = text.replaceAll(/[{}/]/g, "_");
      return withOperation(
        { parameters: [{ name, in: "path", required: true, description: text, schema: { type: "string" } }] },
        `/a/{${name}}`,
      );
    },
  ],
  ["path keys", (text) => withOperation({}, `/${text}`)],
  [
    "property names",
    (text) =>
      withSchema({
        type: "object",
        required: [text],
        properties: { [text]: { type: "string" }, a: { type: "object", properties: { [text]: { type: "integer" } } } },
      }),
  ],
  [
    "property titles and descriptions",
    (text) =>
      withSchema({
        title: text,
        description: text,
        type: "object",
        properties: { a: { type: "string", title: text, description: text } },
      }),
  ],
  [
    "enum values",
    (text) =>
      withSchema({
        type: "object",
        properties: { a: { type: "string", enum: [text, `${text}2`, "c"] }, b: { enum: [text, 1, true, null] } },
      }),
  ],
  [
    "enum names and descriptions",
    (text) =>
      withSchema({
        type: "object",
        properties: {
          a: {
            type: "string",
            enum: ["a", "b"],
            "x-enum-varnames": [text, text],
            "x-enumNames": [text, text],
            "x-enum-descriptions": [text, text],
            "x-enumDescriptions": { a: text, b: text },
          },
        },
      }),
  ],
  [
    "const",
    (text) =>
      withSchema({
        type: "object",
        properties: { a: { const: text }, b: { const: { [text]: [text] } }, c: { const: [text] } },
      }),
  ],
  [
    "default and examples",
    (text) =>
      withSchema({
        type: "object",
        default: { a: text },
        properties: {
          a: { type: "string", default: text, examples: [text], example: text },
          b: { type: "array", default: [text] },
        },
      }),
  ],
  [
    "format and pattern",
    (text) =>
      withSchema({
        type: "object",
        properties: {
          a: { type: "string", format: text, pattern: text, contentMediaType: text, contentEncoding: text },
        },
      }),
  ],
  [
    "$comment, $id and $anchor",
    (text) =>
      withSchema({
        $comment: text,
        $id: text,
        $anchor: text,
        type: "object",
        properties: { a: { $comment: text, $dynamicAnchor: text, type: "string" } },
      }),
  ],
  [
    "patternProperties and $defs",
    (text) =>
      withSchema({
        type: "object",
        patternProperties: { [text]: { type: "integer" } },
        $defs: { [text]: { type: "string" } },
        dependentRequired: { [text]: [text] },
      }),
  ],
  [
    "component names",
    (text) =>
      api({
        components: {
          schemas: {
            [text]: {
              type: "object",
              properties: {
                a: {
                  $ref: `#/components/schemas/${encodeURIComponent(text.replaceAll("~", "~0").replaceAll("/", "~1"))}`,
                },
              },
            },
          },
        },
      }),
  ],
  [
    "discriminators and their mapping",
    (text) =>
      withSchema({
        oneOf: [{ $ref: "#/components/schemas/Thing/$defs/A" }],
        $defs: { A: { type: "object", properties: { kind: { type: "string" } } } },
        discriminator: {
          propertyName: text,
          mapping: { [text]: "#/components/schemas/Thing/$defs/A", other: text.replaceAll(/[#/]/g, "|") },
        },
      }),
  ],
  [
    "media types",
    (text) =>
      withOperation({
        requestBody: { content: { [text]: { schema: { type: "string" } } } },
        responses: { "200": { description: text, content: { [text]: { schema: { type: "string" } } } } },
      }),
  ],
  [
    "media types that end like JSON",
    (text) => withOperation({ requestBody: { content: { [`${text}+json`]: { schema: { type: "object" } } } } }),
  ],
  [
    "status codes and response headers",
    (text) =>
      withOperation({
        responses: {
          "200": { description: text, headers: { [text]: { description: text, schema: { type: "string" } } } },
          [text]: { description: text },
        },
      }),
  ],
  [
    "links and callbacks",
    (text) =>
      withOperation({
        responses: {
          "200": {
            description: "ok",
            links: { [text]: { operationId: text, parameters: { [text]: text }, description: text } },
          },
        },
        callbacks: {
          [text]: {
            [text]: {
              post: {
                operationId: `${text}2`,
                requestBody: { content: json({ type: "string", const: text }) },
                responses: { "200": { description: text } },
              },
            },
          },
        },
      }),
  ],
  [
    "webhook names",
    (text) =>
      api({
        webhooks: {
          [text]: {
            post: {
              summary: text,
              description: text,
              requestBody: { content: json({ type: "object", properties: { [text]: { const: text } } }) },
              responses: { "200": { description: "ok" } },
            },
          },
        },
      }),
  ],
  [
    "security schemes",
    (text) =>
      withOperation({ security: [{ [text]: [text] }] }, "/things", "post", {
        components: {
          securitySchemes: {
            [text]: { type: "apiKey", in: "query", name: text, description: text },
            b: { type: "apiKey", in: "header", name: text },
            c: { type: "http", scheme: text, bearerFormat: text },
            d: { type: "oauth2", flows: { implicit: { authorizationUrl: text, scopes: { [text]: text } } } },
            e: { type: text },
          },
        },
      }),
  ],
  [
    "server URLs, descriptions and variables",
    (text) =>
      api({
        servers: [
          { url: text, description: text },
          { url: `https://api.example/${text}`, description: text },
          {
            url: "https://{v}.example/{w}",
            variables: { v: { default: text, enum: [text], description: text }, [text]: { default: text } },
          },
        ],
      }),
  ],
  [
    "extensions",
    (text) =>
      withOperation(
        { "x-name": text, "x-code-samples": [{ lang: text, source: text }], [`x-${text}`]: { [text]: text } },
        "/things",
        "post",
        { [`x-${text}`]: text },
      ),
  ],
  [
    "XML names and encodings",
    (text) =>
      withOperation({
        requestBody: {
          content: {
            "multipart/form-data": {
              schema: {
                type: "object",
                properties: { a: { type: "string", xml: { name: text, namespace: text, prefix: text } } },
              },
              encoding: { a: { contentType: text, style: text, headers: { [text]: { schema: { type: "string" } } } } },
            },
          },
        },
      }),
  ],
  [
    "readOnly descriptions of a recursive schema",
    (text) =>
      withSchema({
        type: "object",
        description: text,
        properties: { [text]: { $ref: "#/components/schemas/Thing", description: text, readOnly: true } },
      }),
  ],
  [
    "x-client and x-open",
    (text) =>
      withSchema({
        type: "object",
        "x-client": { type: "object", properties: { [text]: { const: text } } },
        properties: { a: { type: "string", enum: [text], "x-open": text } },
      }),
  ],
  [
    "example values of a request",
    (text) =>
      withOperation({
        requestBody: {
          content: {
            "application/json": {
              schema: { type: "object" },
              example: { [text]: text, a: 1 },
              examples: { [text]: { summary: text, value: { [text]: text } } },
            },
          },
        },
      }),
  ],
];

const texts: Case[] = slots.map(([slot, make]) => ({
  name: `${slot} end comments, strings and templates`,
  files: { "in/openapi.json": make(breakout) },
  expect: "accepted",
}));

const fine: Case[] = each(
  [
    ["backslashes before the quote", backslashes],
    ["a comment's end", comment],
    ["a template", template],
    ["a computed key", computed],
    ["line separators", "a\u2028p_wned()\u2029p_wned()\u0085p_wned()\u000bp_wned()\u000cp_wned()"],
    ["a comment's end cut by an invisible character", "*\u200b/ p_wned() /*"],
    [
      "a comment's end that appears when something between is taken out",
      "*\u0000/ p_wned() /*\u0000/ *\u202e/ p_wned() **//p_wned()",
    ],
    [
      "a directive of the compiler",
      "@ts-nocheck */ // @ts-ignore\n///<reference path='%OUTSIDE%/secret.txt' />\n//# sourceMappingURL=%LISTENER%/map",
    ],
    ["half a surrogate pair", "\ud800*/p_wned()/*\udfff"],
    ["a closing script and HTML comment", "</script><script>p_wned()</script><!-- p_wned() -->"],
    [
      "Markdown links and code",
      "[x](javascript:p_wned()) ``` \n```ts\np_wned()\n``` | x | <img src=x onerror=p_wned()>",
    ],
    ["the README's own markers", "<!-- /specie:operations --> p_wned() <!-- specie:operations -->"],
    ["escapes that JSON doesn't have", "\\u002a\\u002f p_wned() \\x2a\\x2f \\u{2a}\\u{2f}"],
  ] as const,
  (what, text) => ({
    name: `${what}, in every slot at once`,
    files: { "in/openapi.json": everywhere(text) },
  }),
  "accepted",
);

/** One document with the same text in all slots. */
function everywhere(text: string): object {
  const schema = {
    title: text,
    description: text,
    type: "object",
    required: [text],
    properties: {
      [text]: {
        type: "string",
        description: text,
        enum: [text, "b"],
        default: text,
        "x-enum-descriptions": [text, text],
      },
      b: { const: text, format: text },
    },
  };
  return {
    openapi: "3.1.0",
    info: { title: text, version: text, description: text },
    servers: [{ url: "https://api.example", description: text }],
    tags: [{ name: text, description: text }],
    paths: {
      [`/${text.replaceAll(/[{}/]/g, "_")}`]: {
        post: {
          operationId: text,
          summary: text,
          description: text,
          tags: [text],
          externalDocs: { url: text },
          parameters: [{ name: text, in: "query", description: text, schema: { type: "string", default: text } }],
          requestBody: { description: text, content: { "application/json": { schema, example: { [text]: text } } } },
          responses: { "200": { description: text, content: { "application/json": { schema } } } },
        },
      },
    },
    webhooks: { [text]: { post: { requestBody: { content: json(schema) }, responses: {} } } },
    components: {
      schemas: { [text]: schema },
      securitySchemes: { [text]: { type: "apiKey", in: "query", name: text } },
    },
  };
}

const names = [
  "__proto__",
  "constructor",
  "prototype",
  "toString",
  "hasOwnProperty",
  "then",
  "default",
  "arguments",
  "await",
  "import",
];

const reserved: Case[] = each(
  names.map((name) => [name] as const),
  (name) => ({
    name: `everything is called ${name}`,
    files: { "in/openapi.json": everywhere(name) },
  }),
  "accepted",
);

const withValidation: Case[] = each(
  [
    ["breakouts", breakout],
    ["templates", template],
    ["__proto__", "__proto__"],
    ["backslashes", backslashes],
  ] as const,
  (what, text) => ({
    name: `${what} in every slot at once, with schemas for run time`,
    files: { "in/openapi.json": everywhere(text) },
    args: withSpec("in/openapi.json", "--schemas"),
  }),
  "accepted",
);

/** `JSON.parse` makes `__proto__` a member; an object literal would not. */
const prototypes: Case = {
  name: "members called __proto__ that want to be prototypes",
  files: {
    "in/openapi.json": `{ "openapi": "3.1.0", "__proto__": { "p_wned": 1 }, "info": { "title": "x", "version": "1", "__proto__": { "p_wned": 1 } },
      "paths": { "__proto__": { "get": {} }, "/a": { "__proto__": { "p_wned": 1 }, "post": { "__proto__": { "operationId": "x" },
        "requestBody": { "content": { "application/json": { "schema": { "type": "object", "default": { "__proto__": { "p_wned": 1 } },
        "properties": { "__proto__": { "const": { "__proto__": { "p_wned": 1 } } }, "a": { "type": "integer" } } } } } }, "responses": { "__proto__": {}, "200": { "description": "ok",
        "content": { "application/json": { "schema": { "$ref": "#/components/schemas/__proto__" } } } } } } } },
      "components": { "__proto__": { "p_wned": 1 }, "schemas": { "__proto__": { "type": "object", "properties": { "__proto__": { "type": "integer" } } } } } }`,
  },
  expect: "accepted",
};

const yamlPrototypes: Case = {
  name: "members called __proto__ in YAML",
  args: withSpec("in/openapi.yaml"),
  files: {
    "in/openapi.yaml":
      "openapi: 3.1.0\n__proto__: { p_wned: 1 }\ninfo: { title: x, version: '1', constructor: { prototype: { p_wned: 1 } } }\npaths:\n  /a:\n    get:\n      __proto__: { p_wned: 1 }\n      responses: { 200: { description: ok } }\n",
  },
  expect: "accepted",
};

const swagger: Case = {
  name: "a Swagger 2.0 document with breakouts in every slot",
  args: usual,
  files: {
    "in/openapi.json": {
      swagger: "2.0",
      info: { title: breakout, version: breakout },
      host: "api.example",
      basePath: "/v1",
      schemes: ["https"],
      tags: [{ name: breakout }],
      securityDefinitions: { [breakout]: { type: "apiKey", in: "query", name: breakout } },
      paths: {
        "/things": {
          post: {
            operationId: breakout,
            summary: breakout,
            tags: [breakout],
            parameters: [
              { name: breakout, in: "query", type: "string", default: breakout, enum: [breakout, "b"] },
              { name: breakout, in: "body", schema: { $ref: "#/definitions/Thing" } },
            ],
            responses: { "200": { description: breakout, schema: { $ref: "#/definitions/Thing" } } },
          },
        },
      },
      definitions: {
        Thing: {
          description: breakout,
          properties: { [breakout]: { type: "string", enum: [breakout, "x"], default: breakout } },
        },
      },
    },
  },
  expect: "accepted",
};

export const text: readonly Case[] = [
  ...texts,
  ...fine,
  ...reserved,
  ...withValidation,
  prototypes,
  yamlPrototypes,
  swagger,
];
