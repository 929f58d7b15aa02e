import { describe, expect, test } from "vitest";
import { ContractError, type Limits, loadContract, UsageError } from "../../src/contract/index.ts";
import { api, contractOf, folder, part, withOperation } from "./folder.ts";

/** Whatever comes: an answer or one of our two errors, within seconds, with one plain line a finding. */
async function outcome(document: unknown, limits: Partial<Limits> = {}): Promise<string> {
  const started = performance.now();
  const result = await contractOf(document, { limits }).then(
    () => "accepted",
    (error: unknown) => {
      if (error instanceof ContractError || error instanceof UsageError) return error.message;
      throw error;
    },
  );
  expect(performance.now() - started).toBeLessThan(10_000);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: this is what must not come through
  expect(result).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029\u202e]/);
  return result;
}

const nest = (depth: number) => `${'{"not":'.repeat(depth)}{}${"}".repeat(depth)}`;
const withSchema = (json: string) =>
  JSON.stringify(api({ components: { schemas: { A: "HERE" } } })).replace('"HERE"', json);

describe("resources", () => {
  test.each([
    ["JSON nested 10,000 deep", withSchema(nest(10_000))],
    ["JSON nested 1,000,000 deep", withSchema(nest(1_000_000))],
    ["lists nested 10,000 deep", withSchema(`{"x-a":${"[".repeat(10_000)}${"]".repeat(10_000)}}`)],
    ["YAML flow nested 10,000 deep", `a: ${"[".repeat(10_000)}${"]".repeat(10_000)}\n`],
    ["YAML blocks nested 3,000 deep", Array.from({ length: 3000 }, (_, depth) => `${" ".repeat(depth)}a:`).join("\n")],
  ])("%s", async (_what, document) => {
    expect(await outcome(document)).toMatch(/nested (more than \d+ levels|too) deep/);
  });

  test("a YAML alias bomb", async () => {
    const levels = Array.from({ length: 12 }, (_, level) => {
      const previous = level === 0 ? '"lol"' : `*a${level - 1}`;
      return `a${level}: &a${level} [${Array(10).fill(previous).join(", ")}]`;
    });
    expect(await outcome(`${levels.join("\n")}\nopenapi: 3.1.0\n`, { values: 1_000_000 })).toMatch(
      /more than \d+ values once its aliases are copied out/,
    );
  });

  test("a YAML alias that contains itself", async () => {
    expect(await outcome("a: &a [*a]\n")).toMatch(/alias 'a' contains itself/);
  });

  test("100,000 keys in one YAML map", async () => {
    expect(
      await outcome(`a:\n${Array.from({ length: 100_000 }, (_, index) => `  k${index}: 1`).join("\n")}\n`),
    ).toMatch(/not-openapi/);
  }, 20_000);

  test("path items that inline each other", async () => {
    const callbacks = { again: { "{$request.body#/url}": { $ref: "#/paths/~1pets" } } };
    expect(await outcome(withOperation({ callbacks }))).toBe("accepted");
    const twice = { a: { x: { $ref: "#/paths/~1b" }, y: { $ref: "#/paths/~1b" } } };
    const paths = Object.fromEntries(
      Array.from({ length: 40 }, (_, index) => [
        `/${index}`,
        { post: { responses: {}, callbacks: JSON.parse(JSON.stringify(twice).replaceAll("~1b", `~1${index + 1}`)) } },
      ]),
    );
    expect(await outcome(api({ paths: { ...paths, "/40": { get: { responses: {} } } } }), { values: 100_000 })).toMatch(
      /too-large/,
    );
  }, 20_000);

  test("numbers beyond all bounds", async () => {
    const document = withSchema('{"type":"number","maximum":1e400,"minimum":-99999999999999999999999999}');
    expect(await outcome(document)).toBe("accepted");
  });

  test("a chain of 3,000 aliases between components", async () => {
    const schemas = Object.fromEntries(
      Array.from({ length: 3000 }, (_, index) => [`S${index}`, { $ref: `#/components/schemas/S${index + 1}` }]),
    );
    expect(await outcome(api({ components: { schemas: { ...schemas, S3000: { type: "string" } } } }))).toMatch(
      /more than 50 others/,
    );
  });
});

describe("prototypes", () => {
  const hostile = JSON.parse(`{
    "openapi": "3.1.0", "info": { "title": "x", "version": "1", "__proto__": { "polluted": 1 } },
    "__proto__": { "polluted": 1 },
    "components": { "schemas": { "__proto__": { "polluted": 1 }, "constructor": { "type": "string" } }, "securitySchemes": { "__proto__": { "type": "http", "scheme": "basic" }, "toString": { "type": "http", "scheme": "bearer" } } },
    "paths": { "__proto__": { "get": {} }, "/a/{__proto__}": { "get": { "operationId": "__proto__", "tags": ["__proto__"], "security": [{ "toString": [] }], "responses": { "200": { "description": "", "content": { "application/json": { "schema": { "$ref": "#/components/schemas/__proto__" } } } } } } } }
  }`);

  test.each([
    [
      "2.0",
      {
        ...hostile,
        swagger: "2.0",
        openapi: undefined,
        definitions: hostile.components.schemas,
        securityDefinitions: hostile.components.securitySchemes,
      },
    ],
    ["3.0", { ...hostile, openapi: "3.0.0" }],
    ["3.1", hostile],
  ])("are out of reach in %s", async (version, document) => {
    if (version === "2.0") await outcome(JSON.stringify(document));
    else expect(await outcome(JSON.stringify(document))).toBe("accepted");
    expect(Reflect.get({}, "polluted")).toBeUndefined();
    expect(Reflect.get([], "polluted")).toBeUndefined();
  });

  test("members of that name stay data", async () => {
    const contract = await contractOf(JSON.stringify(hostile));
    expect(contract.operations.map(({ path }) => path)).toEqual(["/__proto__", "/a/{__proto__}"]);
    for (const { flatName } of contract.operations) expect(flatName).toMatch(/^[a-z][A-Za-z0-9]*$/);
    expect(contract.operations[1]?.pathParameters[0]?.name).toBe("__proto__");
    expect(Object.keys(contract.securitySchemes)).toContain("toString");
    expect(Object.getPrototypeOf(part(contract, "/components/schemas"))).toBe(Object.prototype);
  });

  test("in YAML too", async () => {
    const { contract } = await loadContract({
      source: folder({
        "openapi.yaml":
          "openapi: 3.1.0\n__proto__: { polluted: 1 }\ninfo: { title: a, version: '1' }\npaths: { /a: { get: { responses: {} } } }\n",
      }),
      strict: false,
    });
    expect(Object.hasOwn(contract.document, "__proto__")).toBe(true);
    expect(Reflect.get(contract.document, "polluted")).toBeUndefined();
  });
});

describe("text", () => {
  const hostile = "x\u001b[31m\r\n\u2028\u202e'`${}*/".repeat(50);

  test.each([
    ["a ref", withOperation({ requestBody: { $ref: `#/${hostile}` } })],
    ["a version", { openapi: hostile }],
    ["a key twice", `openapi: 3.1.0\n"a\\e[31mb": 1\n"a\\e[31mb": 2\n`],
    ["a tag of YAML", "a: !!js/function 'function(){}'\nb: !<\u001b[31m> x\n"],
    ["an alias", "a: *\u001b[31mx\n"],
  ])("of %s is plain and short in messages", async (_what, document) => {
    const found = await outcome(document);
    expect(found).not.toBe("accepted");
    for (const line of found.split("\n")) expect(line.length).toBeLessThan(600);
  });

  test("makes no name that is more than an identifier", async () => {
    const contract = await contractOf(
      JSON.stringify(
        api({
          info: { title: hostile, version: hostile },
          tags: [{ name: hostile }],
          paths: {
            [`/${hostile}/{${hostile.replaceAll(/[{}]/g, "")}}`]: {
              get: { operationId: hostile, tags: [hostile], responses: {} },
            },
          },
        }),
      ),
    );
    expect(contract.packageName).toMatch(/^[a-z0-9-]+$/);
    for (const name of [contract.operations[0]?.flatName ?? "", ...(contract.operations[0]?.groupedName ?? [])]) {
      expect(name).toMatch(/^[A-Za-z][A-Za-z0-9]{0,95}$/);
    }
  });
});

test.each(
  [null, true, 3, "text", [], [null], {}].flatMap((value) =>
    ["paths", "components", "info", "servers", "security", "tags", "webhooks"].map((key) => [key, value] as const),
  ),
)("'%s' may hold %j", async (key, value) => {
  await outcome(api({ [key]: value }));
});

test.each(
  [null, true, 3, "text", [], [null], {}, { a: null }, [[]]].flatMap((value) =>
    ["parameters", "requestBody", "responses", "security", "tags", "callbacks", "externalDocs", "operationId"].map(
      (key) => [key, value] as const,
    ),
  ),
)("an operation's '%s' may hold %j", async (key, value) => {
  expect(await outcome(withOperation({ [key]: value }))).toBe("accepted");
});
