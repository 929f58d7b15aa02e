import { api, type Case, type Content, each, withOperation, withSpec } from "../case.ts";

const breakout = '*/ p_wned(); /* " + p_wned() + " \' ` ${p_wned()} ` \n p_wned();\u2028 p_wned(); // <!--';
const document = {
  "in/openapi.json": withOperation(
    { parameters: [{ name: "after", in: "query", schema: { type: "string" } }] },
    "/things",
    "get",
  ),
};
const overlay = (...actions: readonly unknown[]): object => ({
  overlay: "1.0.0",
  info: { title: "x", version: "1" },
  actions,
});
const withOverlay = withSpec("in/openapi.json", "--overlay", "in/overlay.json");
const withConfig = withSpec("in/openapi.json", "--config", "in/provider.json");

const applied: Case[] = each<string, Content, undefined>(
  [
    [
      "breakouts in every value that it sets",
      overlay({
        target: "$",
        update: {
          info: { title: breakout, description: breakout },
          [breakout]: breakout,
          paths: { "/things": { get: { summary: breakout, operationId: breakout, tags: [breakout] } } },
        },
      }),
    ],
    [
      "__proto__ as a member to merge",
      `{"overlay":"1.0.0","actions":[{"target":"$","update":{"__proto__":{"p_wned":1},"info":{"__proto__":{"p_wned":1},"constructor":{"prototype":{"p_wned":1}}}}}]}`,
    ],
    [
      "a target that is a prototype",
      overlay(
        { target: "$.__proto__", update: { p_wned: 1 } },
        { target: "$.constructor.prototype", update: { p_wned: 1 } },
        { target: "$['__proto__']['toString']", remove: true },
      ),
    ],
    [
      "a value that is merged into itself",
      overlay(
        { target: "$.paths", update: { "/x": { get: { responses: {} } } } },
        { target: "$..get", update: { "x-a": { b: {} } } },
        { target: "$..['x-a']", update: { b: { b: {} } } },
      ),
    ],
  ] as const,
  (what, content) => ({
    name: `an overlay with ${what}`,
    files: { ...document, "in/overlay.json": content },
    args: withOverlay,
  }),
  "accepted",
);

const refused: Case[] = each<string, Content, RegExp>(
  [
    [
      "a $ref out of the folder",
      overlay({
        target: "$.paths['/things'].get",
        update: { requestBody: { $ref: "../secret.json" }, responses: { "200": { $ref: "%LISTENER%/x" } } },
      }),
      /refused-ref/,
    ],
    [
      "an extends that names another machine",
      { overlay: "1.0.0", extends: "%LISTENER%/openapi.json", actions: [] },
      /overlay/,
    ],
    ["a target that is code", overlay({ target: "$[?(p_wned())]", remove: true }), /error overlay/],
    ["a target that is a script", overlay({ target: "$[(@.length-1)]", remove: true }), /not a JSONPath/],
    [
      "a target that calls a constructor",
      overlay({ target: "$[?(@.constructor.constructor('p_wned()')())]", remove: true }),
      /not a JSONPath/,
    ],
    ["a target that is no text", overlay({ target: { a: 1 }, remove: true }), /needs a 'target'/],
    ["the whole document removed", overlay({ target: "$", remove: true }), /cannot be removed/],
    ["all members removed", overlay({ target: "$.*", remove: true }), /error /],
    ["the document replaced by a list", overlay({ target: "$", update: [] }), /overlay/],
    ["no actions", { overlay: "1.0.0" }, /actions/],
    ["something else in its file", "just text", /overlay/],
    [
      "10,000 levels",
      `{"overlay":"1.0.0","actions":[{"target":"$","update":{"x":${'{"a":'.repeat(10_000)}1${"}".repeat(10_000)}}}]}`,
      /nested/,
    ],
    ["a file that is a page", "<html></html>", /HTML/],
    [
      "a target that goes everywhere from everywhere",
      overlay({ target: "$..*..*..*..*..*..*..*..*..*..*..*..*", remove: true }),
      /overlay/,
    ],
    ["a target of 100,000 steps", overlay({ target: `$${".a".repeat(100_000)}`, remove: true }), /overlay/],
    [
      "a target of 10,000 brackets",
      overlay({ target: `$[?${"(".repeat(10_000)}@.a${")".repeat(10_000)}]`, remove: true }),
      /not a JSONPath/,
    ],
    [
      "growth by every action",
      overlay(...Array.from({ length: 60 }, () => ({ target: "$..x", update: [{ x: [1] }, { x: [1] }] }))),
      /./,
    ],
  ] as const,
  (what, content, says) => ({
    name: `an overlay with ${what}`,
    files: {
      "in/openapi.json": { ...document["in/openapi.json"], x: [{ x: `${"a".repeat(60)}!` }, { x: [{ x: [] }] }] },
      "in/overlay.json": content,
    },
    args: [...withOverlay, "--strict"],
    says,
  }),
  "refused",
);

const backtracking: Case = {
  name: "an overlay with a filter that goes back and forth",
  files: {
    "in/openapi.json": { ...api(), "x-a": [{ x: `${"a".repeat(60)}!` }] },
    "in/overlay.json": overlay({ target: "$..[?match(@.x, '(a+)+b')]", remove: true }),
  },
  args: [...withOverlay, "--limit", "seconds=2"],
  expect: "refused",
  says: /takes longer than 2 s/,
};

const doubling: Case = {
  name: "an overlay that doubles the document with every action",
  files: {
    "in/openapi.json": { ...api(), "x-a": { b: { c: {} } } },
    "in/overlay.json": overlay(
      ...Array.from({ length: 40 }, (_, index) => ({
        target: "$..c",
        update: { [`d${index}`]: { c: {} }, [`e${index}`]: { c: {} } },
      })),
    ),
  },
  args: [...withOverlay, "--limit", "values=20000"],
  expect: "refused",
  says: /makes too many values/,
};

const files: Case[] = [
  {
    name: "an overlay that doesn't exist",
    files: document,
    args: withSpec("in/openapi.json", "--overlay", "in/none.json"),
    expect: "refused",
  },
  {
    name: "an overlay that is a pipe",
    files: document,
    pipes: ["in/overlay.json"],
    args: withOverlay,
    expect: "refused",
  },
  {
    name: "an overlay that is a folder",
    files: document,
    args: withSpec("in/openapi.json", "--overlay", "in"),
    expect: "refused",
  },
  {
    name: "a configuration that is a pipe",
    files: document,
    pipes: ["in/provider.json"],
    args: withConfig,
    expect: "refused",
  },
  {
    name: "a configuration that is a page",
    files: { ...document, "in/provider.json": "<html></html>" },
    args: withConfig,
    expect: "refused",
  },
  {
    name: "a configuration that is a list",
    files: { ...document, "in/provider.json": "[]" },
    args: withConfig,
    expect: "refused",
  },
  {
    name: "a configuration that is a text",
    files: { ...document, "in/provider.json": "text" },
    args: withConfig,
    expect: "refused",
  },
];

const operation = (more: object) => ({
  operations: { "GET /things": { name: "things.list", flat: "listThings", ...more } },
});

const configured: Case[] = each<string, Content, undefined>(
  [
    ["a method's name", { operations: { "GET /things": { name: breakout, flat: "a" } } }],
    ["a function's name", { operations: { "GET /things": { name: "a.b", flat: breakout } } }],
    ["a function called like a keyword", operation({ flat: "delete" })],
    ["a function called like what generated code uses", operation({ name: "__proto__.x" })],
    ["a group called like a prototype's member", operation({ name: "constructor.x" })],
    ["a client that would be a promise", operation({ name: "then" })],
    ["the short name", { name: breakout }],
    ["the header of a request's id", { requestId: [breakout] }],
    ["an environment's name", { environments: { [breakout]: "https://api.example" } }],
    ["an environment called __proto__", `{"environments":{"__proto__":"https://api.example"}}`],
    ["an environment that is a script", { environments: { production: "javascript:p_wned()" } }],
    ["an environment with credentials", { environments: { production: "https://user:secret@evil.example" } }],
    ["an environment with a fragment", { environments: { production: "https://evil.example/#" } }],
    ["an operation's key", { operations: { [breakout]: { name: "a" } } }],
    ["a page's style", operation({ pagination: { style: breakout, items: "x", size: 1 } })],
    [
      "a page's size",
      operation({ pagination: { style: "cursor", cursor: "after", last: "id", items: "x", size: 1e300 } }),
    ],
    [
      "a page's fields",
      operation({ pagination: { style: "cursor", cursor: breakout, last: breakout, items: breakout, size: 1 } }),
    ],
    ["an idempotency header", operation({ idempotency: { header: "x\r\nEvil: 1" } })],
    [
      "an idempotency field",
      operation({ idempotency: { body: breakout, prefix: breakout, with: { [breakout]: breakout } } }),
    ],
    ["how it may be resent", operation({ resend: breakout })],
    ["10,000 levels", `{"operations":${'{"a":'.repeat(10_000)}1${"}".repeat(10_000)}}`],
  ] as const,
  (what, content) => ({
    name: `a configuration that breaks out through ${what}`,
    files: { ...document, "in/provider.json": content },
    args: withConfig,
    says: /provider\.json(:\d+)?: error (provider|syntax): /,
  }),
  "refused",
);

const harmless: Case = {
  name: "a configuration whose free texts break out",
  files: {
    ...document,
    "in/provider.json": {
      errorCode: [breakout, "__proto__.x"],
      requestId: ["x-request-id", "__proto__"],
      upstream: { url: "%LISTENER%/openapi.json", version: breakout },
      [breakout]: breakout,
    },
  },
  args: withConfig,
  expect: "accepted",
};

const yaml: Case = {
  name: "a configuration with tags and aliases of YAML",
  files: { ...document, "in/provider.yaml": "name: !!js/function 'function () { p_wned() }'\n" },
  args: withSpec("in/openapi.json", "--config", "in/provider.yaml"),
  expect: "refused",
};

export const overlays: readonly Case[] = [
  ...applied,
  ...refused,
  backtracking,
  doubling,
  ...files,
  ...configured,
  harmless,
  yaml,
];
