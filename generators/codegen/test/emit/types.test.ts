import { describe, expect, it } from "vitest";
import type { Json, JsonObject } from "../../src/contract/contract.ts";
import { pascal } from "../../src/emit/names.ts";
import { parts, resolve } from "../../src/emit/schema.ts";
import { declaration, typeOf } from "../../src/emit/types.ts";

function print(schema: Json, direction: "request" | "response" = "response", document: JsonObject = {}): string {
  return typeOf(schema, {
    direction,
    binary: false,
    name: (pointer) => pascal(parts(pointer).at(-1) ?? ""),
    resolve: (pointer) => resolve(document, pointer),
  }).text;
}

describe("a schema as a type", () => {
  it.each<[string, Json, string]>([
    ["anything", true, "unknown"],
    ["nothing", false, "never"],
    ["text", { type: "string" }, "string"],
    ["an integer", { type: "integer", format: "int64" }, "number"],
    ["text or null", { type: ["string", "null"] }, "string | null"],
    ["a constant", { const: "card" }, '"card"'],
    ["a reference", { $ref: "#/components/schemas/order_item" }, "OrderItem"],
    ["a reference or null", { anyOf: [{ $ref: "#/components/schemas/Card" }, { type: "null" }] }, "Card | null"],
    ["a list of a union", { type: "array", items: { type: ["string", "integer"] } }, "(string | number)[]"],
    [
      "a tuple",
      { type: "array", prefixItems: [{ type: "string" }, { type: "integer" }], items: false },
      "[string, number]",
    ],
    ["a map", { type: "object", additionalProperties: { type: "string" } }, "Record<string, string>"],
    ["an open object", { type: "object" }, "Record<string, unknown>"],
    ["an empty object", { type: "object", additionalProperties: false }, "Record<string, never>"],
    ["no type but properties", { properties: { a: { type: "string" } }, required: ["a"] }, "{\n  a: string;\n}"],
    [
      "hostile member names",
      { type: "object", properties: { "a-b": true, 'q"': true } },
      '{\n  "a-b"?: unknown;\n  "q\\""?: unknown;\n}',
    ],
    [
      "all of",
      { allOf: [{ $ref: "#/x/A" }, { type: "object", properties: { b: { type: "string" } } }] },
      "A & {\n  b?: string;\n}",
    ],
    [
      "one of, with members beside it",
      { type: "object", properties: { a: true }, oneOf: [{ $ref: "#/x/B" }, { $ref: "#/x/C" }] },
      "(B | C) & {\n  a?: unknown;\n}",
    ],
    ["numbers as an enum", { enum: [0, 1] }, "0 | 1"],
    ["an enum with null", { type: ["string", "null"], enum: ["a", null], "x-open": false }, '"a" | null'],
  ])("reads %s", (_, schema, expected) => {
    expect(print(schema)).toBe(expected);
  });

  it("opens an enum when it is read and closes it when it is written", () => {
    const status: Json = { type: "string", enum: ["paid", "failed"] };
    expect(print(status, "response")).toBe('"paid" | "failed" | (string & {})');
    expect(print(status, "request")).toBe('"paid" | "failed"');
    expect(print({ ...status, "x-open": true }, "request")).toBe('"paid" | "failed" | (string & {})');
    expect(print({ ...status, "x-open": false }, "response")).toBe('"paid" | "failed"');
  });

  it("leaves out what may not travel that way", () => {
    const schema: Json = {
      type: "object",
      properties: { id: { type: "string", readOnly: true }, cvv: { type: "string", writeOnly: true } },
    };
    expect(print(schema, "response")).toBe("{\n  id?: string;\n}");
    expect(print(schema, "request")).toBe("{\n  cvv?: string;\n}");
  });

  it("takes binary text for bytes only where the body is not JSON", () => {
    const file: Json = { type: "string", format: "binary" };
    const context = { direction: "request", name: () => "X", resolve: () => undefined } as const;
    expect(typeOf(file, { ...context, binary: true }).text).toBe("Binary");
    expect(typeOf(file, { ...context, binary: false }).text).toBe("string");
  });

  it("writes what people should write, where the wire takes more", () => {
    const amount: Json = { type: ["integer", "string"], "x-client": { type: "integer" } };
    expect(print(amount, "request")).toBe("number");
    expect(print(amount, "response")).toBe("number | string");
  });

  it("adds the discriminator's value where a branch does not say it", () => {
    const schema: Json = {
      oneOf: [{ $ref: "#/x/Card" }, { $ref: "#/x/Upi" }],
      discriminator: { propertyName: "method", mapping: { card: "#/x/Card" } },
    };
    expect(print(schema)).toBe(
      '(Card & { method: "card" }) | Upi'.replace('(Card & { method: "card" })', 'Card & { method: "card" }'),
    );
  });

  it("requires what only a composition requires", () => {
    const document: JsonObject = {
      x: { Base: { type: "object", properties: { id: { type: "string" }, note: { type: "string" } } } },
    };
    expect(print({ allOf: [{ $ref: "#/x/Base" }, { required: ["id"] }] }, "response", document)).toBe(
      'Base & Required<Pick<Base, "id">>',
    );
  });

  it("documents members with their description, format, default and deprecation", () => {
    const schema: Json = {
      type: "object",
      properties: {
        at: { type: "string", description: "When.", format: "date-time", default: "now", deprecated: true },
      },
    };
    const text = declaration("Event", schema, {
      direction: "response",
      binary: false,
      name: () => "X",
      resolve: () => undefined,
    }).text;
    expect(text).toBe(`export interface Event {
  /**
   * When.
   * @format date-time
   * @default "now"
   * @deprecated
   */
  at?: string;
}`);
  });
});
