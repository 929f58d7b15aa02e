import { api, type Case, each, withOperation, withSchema, withSpec } from "../case.ts";

const content = (schema: unknown) => ({ content: { "application/json": { schema } } });

const targets: Case[] = each(
  [
    ["a file above, by a relative path", "../secret.json"],
    ["a file far above", `${"../".repeat(40)}etc/passwd`],
    ["a file by an absolute path", "%OUTSIDE%/secret.json"],
    ["a file by a file: URL", "file://%OUTSIDE%/secret.json"],
    ["a file by a file: URL with one slash", "file:%OUTSIDE%/secret.json"],
    ["a file of another machine", "file://evil.example/share/secret.json"],
    ["a file of another machine, as Windows writes it", "\\\\evil.example\\share\\secret.json"],
    ["a file of another machine, without a scheme", "//evil.example/secret.json"],
    ["a file above, percent-encoded", "%2e%2e/secret.json"],
    ["a file above, percent-encoded twice", "%252e%252e%252fsecret.json"],
    ["a file above, with encoded slashes", "..%2fsecret.json"],
    ["a file above, with backslashes", "..\\secret.json"],
    ["a file above, by a detour", "./x/../../secret.json"],
    ["a text file", "../secret.txt"],
    ["a YAML file", "../secret.yaml#/description"],
    ["a device", "file:///dev/zero"],
    ["the process itself", "file:///proc/self/environ"],
    ["a password file", "/etc/passwd"],
    ["a key of the user's", "file:///root/.ssh/id_rsa"],
    ["the network", "%LISTENER%/schema.json"],
    ["the network, in capitals", "HTTP://127.0.0.1:1/schema.json"],
    ["the network, with credentials", "http://user:password@127.0.0.1:1/schema.json"],
    ["a cloud's metadata", "http://169.254.169.254/latest/meta-data/"],
    ["FTP", "ftp://evil.example/schema.json"],
    ["a data: URL", "data:application/json,{}"],
    ["a javascript: URL", "javascript:p_wned()"],
    ["a node: module", "node:fs"],
    ["a blob", "blob:nodedata:123"],
    ["nothing that is a URL", "http://[::1"],
    ["a path with a NUL", "..\u0000/secret.json"],
    ["the document's folder itself", "."],
    ["a folder", "sub/"],
  ] as const,
  (what, ref) => ({
    name: `a $ref leads to ${what}`,
    files: { "in/openapi.json": withSchema({ type: "object", properties: { a: { $ref: ref } } }), "in/sub/x.json": {} },
    says: /error (refused-ref|invalid-ref|unresolved-ref|syntax): /,
  }),
  "refused",
);

const ref = { $ref: "../secret.json" };

const positions: Case[] = each(
  [
    ["a path item", api({ paths: { "/a": ref } })],
    ["all paths", api({ paths: ref })],
    ["a parameter", withOperation({ parameters: [ref] })],
    ["a request body", withOperation({ requestBody: ref })],
    ["a response", withOperation({ responses: { "200": ref } })],
    ["all responses", withOperation({ responses: ref })],
    ["a header", withOperation({ responses: { "200": { description: "ok", headers: { a: ref } } } })],
    ["a link", withOperation({ responses: { "200": { description: "ok", links: { a: ref } } } })],
    ["a callback", withOperation({ callbacks: { a: ref } })],
    [
      "an example",
      withOperation({ requestBody: { content: { "application/json": { schema: {}, examples: { a: ref } } } } }),
    ],
    ["a media type", withOperation({ requestBody: { content: { "application/json": ref } } })],
    ["an operation", api({ paths: { "/a": { get: ref } } })],
    ["a security scheme", api({ components: { securitySchemes: { a: ref } } })],
    ["a webhook", api({ webhooks: { a: ref } })],
    ["components", api({ components: ref })],
    ["all schemas", api({ components: { schemas: ref } })],
    ["properties", withSchema({ type: "object", properties: ref })],
    ["items", withSchema({ type: "array", items: ref })],
    ["allOf", withSchema({ allOf: [ref] })],
    ["not", withSchema({ not: ref })],
    ["additionalProperties", withSchema({ additionalProperties: ref })],
    ["patternProperties", withSchema({ patternProperties: { "^a": ref } })],
    ["$defs", withSchema({ $defs: { a: ref }, type: "object" })],
    ["if, then and else", withSchema(Object.fromEntries(["if", "then", "else"].map((keyword) => [keyword, ref])))],
    ["prefixItems and contains", withSchema({ prefixItems: [ref], contains: ref })],
    ["dependentSchemas and propertyNames", withSchema({ dependentSchemas: { a: ref }, propertyNames: ref })],
    ["unevaluatedProperties", withSchema({ unevaluatedProperties: ref, unevaluatedItems: ref })],
    [
      "an encoding's header",
      withOperation({
        requestBody: { content: { "multipart/form-data": { schema: {}, encoding: { a: { headers: { b: ref } } } } } },
      }),
    ],
    ["the whole document", ref],
  ] as const,
  (place, document) => ({
    name: `a $ref out of the folder stands for ${place}`,
    files: { "in/openapi.json": document },
    says: /error (refused-ref|not-openapi|openapi-version|version): /,
  }),
  "refused",
);

/** Places where nothing is followed: the document is fine, and its $ref is not in the output. */
const payloads: Case[] = each(
  [
    [
      "a discriminator's mapping",
      withSchema({
        oneOf: [{ type: "object", properties: { k: { type: "string" } } }],
        discriminator: { propertyName: "k", mapping: { a: "../secret.json", b: "%LISTENER%/b.json" } },
      }),
    ],
    ["a list of parameters that is none", withOperation({ parameters: ref })],
    [
      "an example's value",
      withOperation({
        requestBody: {
          content: {
            "application/json": {
              schema: {},
              example: ref,
              examples: { a: { value: ref, externalValue: "%LISTENER%/x" } },
            },
          },
        },
      }),
    ],
    [
      "a default, an enum, a const and an example of a schema",
      withSchema({
        type: "object",
        default: { a: ref },
        properties: { a: { default: ref }, b: { enum: [ref] }, c: { const: ref }, d: { examples: [ref] } },
      }),
    ],
    ["extensions", api({ "x-a": ref, "x-b": { $ref: "%LISTENER%/x" } })],
    [
      "info, servers and tags",
      api({ info: { title: "x", version: "1", contact: ref }, servers: [ref], tags: [ref], externalDocs: ref }),
    ],
    [
      "$id, $schema and $anchor",
      withSchema({
        $id: "%LISTENER%/base/",
        $schema: "%LISTENER%/meta",
        $anchor: "a",
        type: "object",
        properties: { a: { $id: "file://%OUTSIDE%/", type: "string" } },
      }),
    ],
    [
      "$dynamicRef, $recursiveRef and $vocabulary",
      withSchema({
        $vocabulary: { "%LISTENER%/v": true },
        type: "object",
        properties: { a: { $dynamicRef: "%LISTENER%/x#meta" }, b: { $recursiveRef: "../secret.json" } },
      }),
    ],
    ["jsonSchemaDialect", api({ jsonSchemaDialect: "%LISTENER%/dialect", $self: "%LISTENER%/self" })],
    [
      "an external example",
      withOperation({
        requestBody: {
          content: {
            "application/json": { schema: {}, examples: { a: { externalValue: "file://%OUTSIDE%/secret.json" } } },
          },
        },
      }),
    ],
    [
      "a link's operationRef",
      withOperation({
        responses: {
          "200": { description: "ok", links: { a: { operationRef: "%LISTENER%/openapi.json#/paths/~1a/get" } } },
        },
      }),
    ],
    [
      "an XML external entity",
      withSchema({
        type: "string",
        example: '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>',
        xml: { namespace: "%LISTENER%/ns" },
      }),
    ],
  ] as const,
  (place, document) => ({
    name: `addresses in ${place} are nobody's business`,
    files: { "in/openapi.json": document },
  }),
  "accepted",
);

const base: Case[] = [
  {
    name: "a relative $ref under an $id that changes its base is still read from the document's folder",
    files: {
      "in/openapi.json": withSchema({ $id: "%LISTENER%/base/", type: "object", properties: { a: { $ref: "a.json" } } }),
      "in/a.json": { type: "integer" },
    },
    expect: "accepted",
  },
  {
    name: "an anchor that looks like a file",
    files: {
      "in/openapi.json": withSchema({
        $anchor: "../secret.json",
        type: "object",
        properties: { a: { $ref: "#../secret.json" } },
      }),
    },
    expect: "refused",
    says: /invalid-ref/,
  },
  {
    name: "a file of the folder that leads out in its turn",
    files: {
      "in/openapi.json": withSchema({ $ref: "a.json" }),
      "in/a.json": { properties: { b: { $ref: "sub/b.json" } } },
      "in/sub/b.json": { properties: { c: { $ref: "../../secret.json" } } },
    },
    expect: "refused",
    says: /refused-ref/,
  },
  {
    name: "a link in the folder that leads to a file outside",
    files: { "in/openapi.json": withSchema({ $ref: "link.json" }) },
    links: { "in/link.json": "%OUTSIDE%/secret.json" },
    expect: "refused",
    says: /refused-ref/,
  },
  {
    name: "a linked folder that leads outside",
    files: { "in/openapi.json": withSchema({ $ref: "sub/secret.json" }) },
    links: { "in/sub": "%OUTSIDE%" },
    expect: "refused",
    says: /refused-ref/,
  },
  {
    name: "a link to a link to a file outside",
    files: { "in/openapi.json": withSchema({ $ref: "a.json" }) },
    links: { "in/a.json": "b.json", "in/b.json": "../secret.json" },
    expect: "refused",
    says: /refused-ref/,
  },
  {
    name: "a link that leads to itself",
    files: { "in/openapi.json": withSchema({ $ref: "a.json" }) },
    links: { "in/a.json": "b.json", "in/b.json": "a.json" },
    expect: "refused",
    says: /refused-ref/,
  },
  {
    name: "a pipe in the folder, which would wait for ever",
    files: { "in/openapi.json": withSchema({ $ref: "pipe.json" }) },
    pipes: ["in/pipe.json"],
    expect: "refused",
    says: /not a file/,
  },
  {
    name: "a folder whose name starts like the document's",
    files: { "in/openapi.json": withSchema({ $ref: "../in-other/a.json" }), "in-other/a.json": { type: "string" } },
    expect: "refused",
    says: /refused-ref/,
  },
  {
    name: "the document itself is allowed to lead to one folder, and leads to another",
    files: { "in/openapi.json": withSchema({ $ref: "../secret.json" }), "in/allowed/a.json": {} },
    args: withSpec("in/openapi.json", "--allow-ref", "in/allowed"),
    expect: "refused",
    says: /refused-ref/,
  },
  {
    name: "a Swagger 2.0 document with refs in every place",
    files: {
      "in/openapi.json": {
        swagger: "2.0",
        info: { title: "x", version: "1" },
        host: "x.example",
        parameters: { P: ref },
        responses: { R: ref },
        definitions: { D: ref },
        paths: { "/a": { get: { parameters: [ref], responses: { "200": { description: "x", schema: ref } } } } },
      },
    },
    expect: "refused",
    says: /refused-ref/,
  },
];

const cycles: Case[] = [
  ...each(
    [
      ["itself", { A: { $ref: "#/components/schemas/A" } }],
      ["each other", { A: { $ref: "#/components/schemas/B" }, B: { $ref: "#/components/schemas/A" } }],
      ["themselves through a pointer", { A: { $ref: "#/components/schemas/A/properties/a" } }],
      [
        "a place inside of themselves",
        { A: { type: "object", properties: { a: { $ref: "#/components/schemas/A/properties/a/properties/a" } } } },
      ],
    ] as const,
    (what, schemas) => ({
      name: `schemas that are nothing but a $ref to ${what}`,
      files: {
        "in/openapi.json": withOperation({ requestBody: content({ $ref: "#/components/schemas/A" }) }, "/a", "post", {
          components: { schemas },
        }),
      },
    }),
    "refused",
  ),
  {
    name: "schemas that hold themselves in every way",
    files: {
      "in/openapi.json": withSchema({
        type: "object",
        properties: {
          a: { $ref: "#/components/schemas/Thing" },
          b: { type: "array", items: { $ref: "#/components/schemas/Thing" } },
        },
        additionalProperties: { $ref: "#/components/schemas/Thing" },
        patternProperties: { "^x": { $ref: "#/components/schemas/Thing" } },
        not: { $ref: "#/components/schemas/Thing" },
      }),
    },
    expect: "accepted",
  },
  ...["allOf", "anyOf", "oneOf"].map(
    (keyword): Case => ({
      name: `a schema whose ${keyword} is itself`,
      files: {
        "in/openapi.json": withSchema({
          type: "object",
          properties: { a: { type: "string" } },
          [keyword]: [{ $ref: "#/components/schemas/Thing" }, { type: "object" }],
        }),
      },
      expect: "accepted",
    }),
  ),
  {
    name: "two schemas that are made of each other by allOf",
    files: {
      "in/openapi.json": api({
        components: {
          schemas: {
            A: {
              allOf: [
                { $ref: "#/components/schemas/B" },
                { type: "object", required: ["b"], properties: { a: { type: "string" } } },
              ],
            },
            B: {
              allOf: [
                { $ref: "#/components/schemas/A" },
                { type: "object", required: ["a"], properties: { b: { type: "string" } } },
              ],
            },
          },
        },
        paths: {
          "/a": {
            post: {
              operationId: "a",
              requestBody: content({ $ref: "#/components/schemas/A" }),
              responses: { "200": { description: "x", ...content({ $ref: "#/components/schemas/B" }) } },
            },
          },
        },
      }),
    },
    expect: "accepted",
  },
  {
    name: "a list of itself that nothing ends",
    files: { "in/openapi.json": withSchema({ type: "array", items: { $ref: "#/components/schemas/Thing" } }) },
    expect: "accepted",
  },
  {
    name: "parameters, responses, bodies and path items that are each other",
    files: {
      "in/openapi.json": {
        openapi: "3.1.0",
        info: { title: "x", version: "1" },
        paths: {
          "/a": { $ref: "#/paths/~1b" },
          "/b": { $ref: "#/paths/~1a" },
          "/c": {
            post: {
              parameters: [{ $ref: "#/components/parameters/P" }],
              requestBody: { $ref: "#/components/requestBodies/B" },
              responses: { "200": { $ref: "#/components/responses/R" } },
            },
          },
        },
        components: {
          parameters: { P: { $ref: "#/components/parameters/P" } },
          requestBodies: { B: { $ref: "#/components/requestBodies/B" } },
          responses: { R: { $ref: "#/components/responses/R" } },
        },
      },
    },
    expect: "refused",
  },
  {
    name: "files that are each other",
    files: {
      "in/openapi.json": withSchema({ $ref: "a.json" }),
      "in/a.json": { $ref: "b.json" },
      "in/b.json": { $ref: "a.json" },
    },
    expect: "refused",
    says: /circular-ref/,
  },
];

export const references: readonly Case[] = [...targets, ...positions, ...payloads, ...base, ...cycles];
