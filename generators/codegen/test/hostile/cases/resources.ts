import { gzipSync } from "node:zlib";
import { api, type Case, each, withOperation, withSchema, withSpec } from "../case.ts";

const nest = (open: string, close: string, depth: number, inside = "") =>
  `${open.repeat(depth)}${inside}${close.repeat(depth)}`;
const around = (json: string): string => JSON.stringify(withSchema("HERE")).replace('"HERE"', json);
const head =
  "openapi: 3.1.0\ninfo: { title: x, version: '1' }\npaths: { /a: { get: { responses: { 200: { description: ok } } } } }\n";

const depth: Case[] = each(
  [
    ["JSON objects", "openapi.json", around(nest('{"not":', "}", 10_000, "{}"))],
    ["JSON lists", "openapi.json", around(`{"x-a":${nest("[", "]", 10_000)}}`)],
    ["JSON payloads", "openapi.json", around(`{"default":${nest('{"a":', "}", 10_000, "1")}}`)],
    ["JSON objects that nothing ends", "openapi.json", '{"a":'.repeat(10_000)],
    ["JSON lists, a million", "openapi.json", "[".repeat(1_000_000)],
    ["YAML lists on one line", "openapi.yaml", `${head}x-a: ${nest("[", "]", 10_000)}\n`],
    ["YAML objects on one line", "openapi.yaml", `${head}x-a: ${nest("{a: ", "}", 10_000, "1")}\n`],
    ["YAML lists on one line that nothing ends", "openapi.yaml", `${head}x-a: ${"[".repeat(10_000)}\n`],
    ["YAML lists that stand before each other", "openapi.yaml", `${head}x-a:\n  ${"- ".repeat(10_000)}a\n`],
    [
      "YAML objects, line by line",
      "openapi.yaml",
      `${head}${Array.from({ length: 10_000 }, (_, level) => `${" ".repeat(level)}a:`).join("\n")}\n`,
    ],
    ["YAML keys that are lists", "openapi.yaml", `${head}? ${nest("[", "]", 10_000)}\n: a\n`],
    ["YAML keys with question marks", "openapi.yaml", `${head}${"? ".repeat(10_000)}a\n`],
  ] as const,
  (what, file, body) => ({
    name: `10,000 levels of ${what}`,
    files: { [`in/${file}`]: body },
    args: withSpec(`in/${file}`),
    says: /error (syntax|too-deep): /,
  }),
  "refused",
);

const bomb = (width: number, levels: number, make: (inner: string) => string) =>
  Array.from({ length: levels }, (_, level) => {
    const inner = level === 0 ? '"lol"' : `*a${level - 1}`;
    return `x-a${level}: &a${level} ${make(Array.from({ length: width }, (_, index) => (make("").startsWith("{") ? `k${index}: ${inner}` : inner)).join(", "))}`;
  }).join("\n");

const aliases: Case[] = each(
  [
    ["lists", `${head}${bomb(10, 12, (inner) => `[${inner}]`)}\n`, /values once its aliases/],
    ["objects", `${head}${bomb(10, 12, (inner) => `{${inner}}`)}\n`, /values once its aliases/],
    ["two at a time, 64 levels", `${head}${bomb(2, 64, (inner) => `[${inner}]`)}\n`, /values once its aliases/],
    ["itself in a list", `${head}x-a: &a [*a]\n`, /contains itself/],
    ["itself in an object", `${head}x-a: &a { b: *a }\n`, /contains itself/],
    ["each other", `${head}x-a: &a { b: &b { c: *a, d: *b } }\n`, /contains itself/],
    ["nothing", `${head}x-a: *nothing\n`, /alias/],
    [
      "long texts, many times",
      `${head}x-a: &a "${"x".repeat(200_000)}"\nx-b: [${Array(20_000).fill("*a").join(", ")}]\n`,
      /./,
    ],
  ] as const,
  (what, body, says) => ({
    name: `YAML aliases of ${what}`,
    files: { "in/openapi.yaml": body },
    args: withSpec("in/openapi.yaml", "--limit", "values=200000"),
    says,
  }),
  "refused",
);

/** Compositions and refs that a careless walk goes through once for each way that leads there. */
const lattice = (keyword: string, width: number, levels: number) => ({
  ...Object.fromEntries(
    Array.from({ length: levels }, (_, level) => [
      `L${level}`,
      {
        type: "object",
        required: ["last"],
        properties: { [`p${level}`]: { type: "string" } },
        [keyword]: Array(width).fill({ $ref: `#/components/schemas/L${level + 1}` }),
      },
    ]),
  ),
  [`L${levels}`]: { type: "object", properties: { last: { type: "integer" } } },
});

const growth: Case[] = [
  ...["allOf", "anyOf", "oneOf"].map(
    (keyword): Case => ({
      name: `${keyword} of 8 refs to ${keyword} of 8 refs, 30 levels`,
      files: {
        "in/openapi.json": withOperation(
          { requestBody: { content: { "application/json": { schema: { $ref: "#/components/schemas/L0" } } } } },
          "/a",
          "post",
          { components: { schemas: lattice(keyword, 8, 30) } },
        ),
      },
      expect: "accepted",
    }),
  ),
  {
    name: "a page of items behind 16 levels of compositions, 4 refs each",
    files: {
      "in/openapi.json": withOperation(
        {
          parameters: ["after", "limit"].map((name) => ({ name, in: "query", schema: { type: "string" } })),
          responses: {
            "200": {
              description: "ok",
              content: { "application/json": { schema: { $ref: "#/components/schemas/L0" } } },
            },
          },
        },
        "/a",
        "get",
        {
          components: {
            schemas: {
              ...lattice("allOf", 4, 20),
              L20: {
                type: "object",
                properties: {
                  data: { type: "array", items: { type: "object", properties: { id: { type: "string" } } } },
                },
              },
            },
          },
        },
      ),
      "in/provider.json": {
        operations: {
          "GET /a": {
            name: "a.list",
            flat: "listA",
            pagination: { style: "cursor", cursor: "after", last: "id", items: "data", limit: "limit", size: 10 },
          },
        },
      },
    },
    args: withSpec("in/openapi.json", "--config", "in/provider.json"),
    expect: "accepted",
  },
  {
    name: "path items that inline each other twice, 40 levels",
    args: withSpec("in/openapi.json", "--limit", "values=300000"),
    files: {
      "in/openapi.json": api({
        paths: {
          ...Object.fromEntries(
            Array.from({ length: 40 }, (_, level) => {
              const next = { $ref: `#/paths/~1${level + 1}` };
              return [
                `/${level}`,
                { post: { responses: {}, callbacks: { a: { x: next, y: next }, b: { x: next, y: next } } } },
              ];
            }),
          ),
          "/40": { get: { responses: {} } },
        },
      }),
    },
    expect: "refused",
    says: /too-large/,
  },
  {
    name: "maps that inline each other twice, 40 levels",
    args: withSpec("in/openapi.json", "--limit", "values=300000"),
    files: {
      "in/openapi.json": withOperation({}, "/a", "get", {
        "x-m40": {},
        ...Object.fromEntries(
          Array.from({ length: 40 }, (_, level) => {
            const next = { $ref: `#/x-m${level + 1}` };
            return [`x-m${level}`, { a: { properties: next }, b: { properties: next } }];
          }),
        ),
        components: { schemas: { A: { type: "object", properties: { $ref: "#/x-m0" } } } },
      }),
    },
    expect: "refused",
    says: /too-large|payload-ref|malformed|too-deep/,
  },
  {
    name: "a description of 1 MB in a path item that 10,000 paths point to",
    files: {
      "in/openapi.json": api({
        paths: {
          "/a": { description: "a ".repeat(500_000), get: { responses: {} } },
          ...Object.fromEntries(Array.from({ length: 10_000 }, (_, index) => [`/b${index}`, { $ref: "#/paths/~1a" }])),
        },
      }),
    },
    expect: "refused",
    says: /too-large/,
  },
  {
    name: "a chain of 3,000 refs",
    files: {
      "in/openapi.json": withSchema(
        { $ref: "#/components/schemas/S0" },
        {
          components: {
            schemas: {
              Thing: { $ref: "#/components/schemas/S0" },
              ...Object.fromEntries(
                Array.from({ length: 3000 }, (_, index) => [
                  `S${index}`,
                  { $ref: `#/components/schemas/S${index + 1}` },
                ]),
              ),
              S3000: { type: "string" },
            },
          },
        },
      ),
    },
    expect: "refused",
    says: /more than 50 others/,
  },
  {
    name: "a chain of 500 compositions",
    files: {
      "in/openapi.json": withOperation(
        { requestBody: { content: { "application/json": { schema: { $ref: "#/components/schemas/L0" } } } } },
        "/a",
        "post",
        { components: { schemas: lattice("allOf", 1, 500) } },
      ),
    },
    expect: "accepted",
  },
  {
    name: "a chain of 20,000 compositions",
    files: {
      "in/openapi.json": withOperation(
        { requestBody: { content: { "application/json": { schema: { $ref: "#/components/schemas/L0" } } } } },
        "/a",
        "post",
        { components: { schemas: lattice("allOf", 1, 20_000) } },
      ),
    },
    expect: "refused",
    says: /nested too deeply/,
  },
  {
    name: "20,000 refs to one schema",
    files: {
      "in/openapi.json": withSchema({
        type: "object",
        properties: Object.fromEntries(
          Array.from({ length: 20_000 }, (_, index) => [`p${index}`, { $ref: "#/components/schemas/Thing" }]),
        ),
      }),
    },
    expect: "accepted",
  },
  {
    name: "20,000 refs that lead to nothing",
    files: {
      "in/openapi.json": withSchema({
        type: "object",
        properties: Object.fromEntries(
          Array.from({ length: 20_000 }, (_, index) => [`p${index}`, { $ref: `#/components/schemas/No${index}` }]),
        ),
      }),
    },
    expect: "refused",
    says: /unresolved-ref/,
  },
  {
    name: "2,000 names that all become the same name",
    files: {
      "in/openapi.json": api({
        components: {
          schemas: Object.fromEntries(
            Array.from({ length: 3_000 }, (_, index) => [
              `A${"_-.".charAt(index % 3)}${"-".repeat(index % 180)}${String.fromCharCode(0x400 + index)}`,
              { type: "string", enum: ["a", "b"] },
            ]),
          ),
        },
        paths: Object.fromEntries(
          Array.from({ length: 3_000 }, (_, index) => [
            `/${"-".repeat(index)}a`,
            { get: { operationId: `${"-".repeat(index)}a`, responses: { "200": { description: "ok" } } } },
          ]),
        ),
      }),
    },
    expect: "accepted",
  },
  {
    name: "an enum of 50,000 members",
    files: {
      "in/openapi.json": withSchema({
        type: "string",
        enum: Array.from({ length: 50_000 }, (_, index) => `member_${index}`),
      }),
    },
    expect: "accepted",
  },
  {
    name: "an enum with the same member 50,000 times",
    files: {
      "in/openapi.json": withSchema({
        type: "object",
        properties: {
          a: { type: "string", enum: Array(50_000).fill("same") },
          b: { enum: Array.from({ length: 20_000 }, () => ({ a: 1 })) },
        },
      }),
    },
    expect: "accepted",
  },
  {
    name: "a union of 3,000 shapes",
    files: {
      "in/openapi.json": withSchema({
        oneOf: Array.from({ length: 3_000 }, (_, index) => ({
          type: "object",
          required: [`p${index}`],
          properties: { [`p${index}`]: { const: index } },
        })),
      }),
    },
    expect: "accepted",
  },
  {
    name: "a description of 1 MB on one line and one of 50,000 lines",
    files: {
      "in/openapi.json": withOperation({ summary: "a ".repeat(500_000), description: "a\n".repeat(50_000) }),
    },
    expect: "accepted",
  },
  {
    name: "a description of 1 MB of comment ends, and one of blanks",
    files: {
      "in/openapi.json": withOperation({
        summary: "*/".repeat(500_000),
        description: `${" ".repeat(1_000_000)}x${"\t".repeat(100_000)}`,
      }),
    },
    expect: "accepted",
  },
  {
    name: "names of 1 MB",
    files: {
      "in/openapi.json": withOperation(
        { operationId: "a".repeat(1_000_000), tags: ["b-".repeat(500_000)] },
        "/a",
        "post",
        { components: { schemas: { ["c".repeat(1_000_000)]: { type: "string" } } } },
      ),
    },
    expect: "accepted",
  },
  {
    name: "a path of 100,000 steps and parameters",
    files: { "in/openapi.json": withOperation({}, `${"/a".repeat(50_000)}${"/{".repeat(50_000)}`, "get") },
    expect: "accepted",
  },
  {
    name: "a path with 2,000 parameters",
    files: {
      "in/openapi.json": withOperation({}, Array.from({ length: 2_000 }, (_, index) => `/{p${index}}`).join(""), "get"),
    },
    expect: "accepted",
  },
  {
    name: "a tag of 2 MB that regular expressions go back and forth in",
    files: {
      "in/openapi.json": withOperation({
        operationId: `${"Aa".repeat(100)}${"A".repeat(1_000_000)}`,
        tags: ["a1".repeat(1_000_000)],
      }),
    },
    expect: "accepted",
  },
];

const numbers: Case[] = each(
  [
    ["lengths", { type: "string", minLength: 1e15, maxLength: 1e308 }],
    ["items", { type: "array", minItems: 4_294_967_296, maxItems: 9_007_199_254_740_992, items: { type: "string" } }],
    ["tuples", { type: "array", prefixItems: [{ type: "string" }], minItems: 1e9 }],
    ["properties", { type: "object", minProperties: 1e12, maxProperties: 1e12 }],
    ["bounds", { type: "integer", minimum: -1e308, maximum: 1e308, multipleOf: 1e-308 }],
    ["constants", { enum: [1e308, -1e308, 5e-324, 9_007_199_254_740_992, -0] }],
  ] as const,
  (what, schema) => ({ name: `${what} as large as numbers get`, files: { "in/openapi.json": withSchema(schema) } }),
  "accepted",
);

const patterns: Case[] = each(
  [
    ["(a+)+$"],
    ["^(([a-z])+.)+[A-Z]([a-z])+$"],
    ["(.*)*x"],
    ["(?:a|aa)+$"],
    ["^(?:(?:a*)*)*b$"],
    ["a*a*a*a*a*a*a*a*a*a*a*b"],
    ["(?<=a+)+b"],
    ["(a)\\1+$|(?:\\1a+)+$"],
  ] as const,
  (pattern) => ({
    name: `a pattern that goes back and forth: ${pattern}`,
    files: {
      "in/openapi.json": withSchema({
        type: "object",
        required: ["a"],
        properties: { a: { type: "string", pattern, examples: [`${"a".repeat(60)}!`], default: `${"a".repeat(60)}!` } },
        patternProperties: { [pattern]: { type: "string" } },
        examples: [{ [`${"a".repeat(60)}!`]: "x" }],
        additionalProperties: false,
      }),
    },
    args: withSpec("in/openapi.json", "--strict"),
    says: /error example: /,
  }),
  "refused",
);

const others: Case[] = [
  {
    name: "a pattern of 100,000 groups",
    files: { "in/openapi.json": withSchema({ type: "string", pattern: "(".repeat(100_000) }) },
    expect: "accepted",
  },
  {
    name: "a pattern of 30,000 groups that is valid",
    files: { "in/openapi.json": withSchema({ type: "string", pattern: nest("(", ")", 30_000, "a") }) },
    expect: "accepted",
  },
  {
    name: "a document of 70 MB",
    files: { "in/openapi.json": `{"openapi":"3.1.0","x":"${"x".repeat(70 * 1024 * 1024)}"}` },
    expect: "refused",
    says: /--limit bytes=/,
  },
  {
    name: "60 MB of empty lists",
    files: { "in/openapi.json": `{"openapi":"3.1.0","x":[${"[],".repeat(20_000_000)}0]}` },
    expect: "refused",
    says: /more than \d+ values/,
  },
  {
    name: "4 MB of YAML dashes",
    files: { "in/openapi.yaml": `${head}x:\n${"- a\n".repeat(1_000_000)}` },
    args: withSpec("in/openapi.yaml", "--limit", "values=500000"),
    expect: "refused",
    says: /more than \d+ (values|lines)/,
  },
  {
    name: "files that refer to each other's neighbours without end",
    files: {
      "in/openapi.json": withSchema({
        properties: Object.fromEntries(
          Array.from({ length: 6000 }, (_, index) => [`p${index}`, { $ref: `f${index}.json` }]),
        ),
      }),
    },
    expect: "refused",
    says: /too many files/,
  },
  {
    name: "eleven files of 20 MB",
    files: {
      "in/openapi.json": withSchema({
        properties: Object.fromEntries(
          Array.from({ length: 11 }, (_, index) => [`p${index}`, { $ref: `big.json?${index}` }]),
        ),
      }),
      "in/big.json": `{"type":"string","x":"${"x".repeat(20 * 1024 * 1024)}"}`,
    },
    expect: "refused",
    says: /limit/,
  },
  {
    name: "an answer from the network that unpacks to 100 MB",
    args: withSpec("%SERVER%/openapi.json"),
    served: {
      "/openapi.json": {
        headers: { "content-encoding": "gzip" },
        body: new Uint8Array(gzipSync(Buffer.alloc(100 * 1024 * 1024, 32))),
      },
    },
    mayFetch: ["/openapi.json"],
    expect: "refused",
    says: /the limit is/,
  },
  {
    name: "an answer from the network that never ends",
    args: withSpec("%SERVER%/openapi.json", "--limit", "timeoutMs=500"),
    served: { "/openapi.json": { body: '{"openapi":', stalls: true } },
    mayFetch: ["/openapi.json"],
    expect: "refused",
    says: /cannot be reached|took longer/,
  },
  {
    name: "3,000 operations with one path parameter each, all with the same name",
    files: {
      "in/openapi.json": api({
        paths: Object.fromEntries(
          Array.from({ length: 10_000 }, (_, index) => [
            `/a/{id}/${"x".repeat(index % 7)}${index}`,
            { get: { operationId: "same", responses: {} } },
          ]),
        ),
      }),
    },
    expect: "accepted",
  },
];

export const resources: readonly Case[] = [...depth, ...aliases, ...growth, ...numbers, ...patterns, ...others];
