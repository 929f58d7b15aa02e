import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Contract, ContractError, loadContract, UsageError } from "../src/index.ts";
import { packageFiles } from "../src/package/files.ts";
import { offences } from "./hostile/offences.ts";

type Slot = readonly [place: string, set: (document: unknown, text: string) => unknown];

/**
 * Breaks out of everything that text can be put into: comments, strings, templates, lines, names, paths. No name is ever
 * made with an underscore, so `p_wned` in code would have come from a text.
 */
const texts = [
  "*/ p_wned(); /* \" + p_wned() + \" ' + p_wned() + ' ` ${p_wned()} \n p_wned(); \r p_wned(); \u2028 p_wned(); \u2029 p_wned() // --> <!--",
  "\\*/p_wned();//\\",
  "*\u200b/ p_wned() /\u200b*",
  '"]; p_wned(); ["',
  "${p_wned()}",
  "__proto__",
  "constructor",
  "../../p_wned",
];

const document = {
  openapi: "3.1.0",
  info: { title: "Acme", version: "1", description: "Payments." },
  servers: [{ url: "https://api.acme.example/{stage}", variables: { stage: { default: "live", enum: ["live"] } } }],
  tags: [{ name: "payments", description: "Money." }],
  security: [{ key: [] }],
  paths: {
    "/payments/{id}": {
      summary: "Payments",
      parameters: [{ name: "id", in: "path", required: true, description: "Which.", schema: { type: "string" } }],
      post: {
        operationId: "updatePayment",
        summary: "Update",
        description: "Long text.",
        tags: ["payments"],
        externalDocs: { url: "https://acme.example/docs", description: "More." },
        parameters: [
          {
            name: "expand[]",
            in: "query",
            description: "Parts.",
            schema: { type: "array", items: { type: "string", enum: ["card", "emi"] } },
          },
          { name: "X-Trace", in: "header", schema: { type: "string", default: "none" } },
        ],
        requestBody: {
          description: "What to change.",
          content: {
            "application/json": {
              schema: { $ref: "#/components/schemas/Change" },
              examples: { first: { summary: "One", value: { note: "hello" } } },
            },
          },
        },
        responses: {
          "200": {
            description: "Done.",
            content: { "application/json": { schema: { $ref: "#/components/schemas/Payment" } } },
          },
          default: {
            description: "Not done.",
            content: { "application/json": { schema: { type: "object", properties: { error: { type: "string" } } } } },
          },
        },
      },
    },
  },
  webhooks: {
    "payment.done": {
      post: {
        summary: "Done",
        requestBody: { content: { "application/json": { schema: { $ref: "#/components/schemas/Payment" } } } },
        responses: { "200": { description: "ok" } },
      },
    },
  },
  components: {
    securitySchemes: { key: { type: "apiKey", in: "header", name: "api-key", description: "Key." } },
    schemas: {
      Change: {
        title: "A change",
        description: "Text.",
        type: "object",
        required: ["note"],
        properties: {
          note: { type: "string", format: "free", default: "none", pattern: "^[a-z]+$", description: "Why." },
          kind: { const: "change" },
          amount: { type: "integer", default: 3 },
        },
        additionalProperties: { type: "string", description: "More." },
      },
      Payment: {
        oneOf: [{ $ref: "#/components/schemas/Card" }, { type: "object", properties: { method: { const: "cash" } } }],
        discriminator: { propertyName: "method", mapping: { card: "#/components/schemas/Card" } },
      },
      Card: {
        type: "object",
        deprecated: true,
        properties: {
          method: { type: "string" },
          status: {
            type: "string",
            enum: ["paid", "failed"],
            description: "State.",
            "x-enum-descriptions": { paid: "Money.", failed: "None." },
            "x-enum-varnames": ["Paid", "Failed"],
          },
          amount: { type: "integer" },
        },
      },
    },
  },
};

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "specie-hostile-"));
});
afterAll(() => rm(folder, { recursive: true }));

describe("hostile text in any slot of a document", () => {
  const places = [...slots(document, "$")];

  it("walks every name and every text of the document", () => {
    expect(places.length).toBeGreaterThan(150);
  });

  it.each(texts.map((text) => [JSON.stringify(text).slice(0, 40), text]))(
    "becomes inert text or a refusal: %s",
    { timeout: 120_000 },
    async (_, text) => {
      let compiled = 0;
      for (const [index, [place, set]] of places.entries()) {
        const contract = await load(set(structuredClone(document), text), index);
        if (contract === undefined) continue;
        compiled++;
        for (const [path, content] of packageFiles(contract, () => undefined).files) {
          expect(path, place).toMatch(
            /^(src\/(generated\/[a-z-]+\.ts|index\.ts)|openapi\.json|README\.md|package\.json|tsconfig\.json)$/,
          );
          if (path.endsWith(".ts")) expect(offences(content), `${place} in ${path}`).toEqual([]);
          if (path.endsWith(".json")) JSON.parse(content);
        }
      }
      expect(compiled).toBeGreaterThan(20);
      expect(({} as Record<string, unknown>)["p_wned"]).toBeUndefined();
    },
  );
});

/** A contract, or undefined when the document was refused in the way that documents are refused. */
async function load(value: unknown, index: number): Promise<Contract | undefined> {
  const source = join(folder, `document-${index}.json`);
  await writeFile(source, JSON.stringify(value));
  try {
    return (await loadContract({ source, strict: false, name: "acme" })).contract;
  } catch (error) {
    if (error instanceof ContractError || error instanceof UsageError) {
      expect(error.message.split("\n").every((line) => line.length < 600)).toBe(true);
      return undefined;
    }
    throw error;
  }
}

/** One slot for each name and each string of a JSON value. */
function* slots(value: unknown, place: string): Generator<Slot> {
  if (typeof value === "string") yield [place, (_, text) => text];
  if (typeof value !== "object" || value === null) return;
  for (const [name, child] of Object.entries(value)) {
    if (!Array.isArray(value)) yield [`${place}.${name} (name)`, (found, text) => rename(found, name, text)];
    for (const [inner, set] of slots(child, `${place}.${name}`)) {
      yield [inner, (found, text) => replace(found, name, (old) => set(old, text))];
    }
  }
}

function rename(found: unknown, name: string, text: string): unknown {
  const copy = Object.entries(found as object).map(([key, value]): [string, unknown] => [
    key === name ? text : key,
    value,
  ]);
  return Object.fromEntries(copy);
}

function replace(found: unknown, name: string, change: (old: unknown) => unknown): unknown {
  if (Array.isArray(found)) return found.map((each, index) => (String(index) === name ? change(each) : each));
  return Object.fromEntries(
    Object.entries(found as object).map(([key, value]) => [key, key === name ? change(value) : value]),
  );
}
