import { describe, expect, it } from "vitest";
import { compareWire } from "../../src/compare/wire/index.ts";
import type { Json, JsonObject } from "../../src/contract/contract.ts";
import { contractOf } from "../contract/folder.ts";

const json = (schema: Json): JsonObject => ({ content: { "application/json": { schema } } });

function api(parts: {
  readonly body?: Json;
  readonly answer?: Json;
  readonly operation?: JsonObject;
  readonly schemas?: JsonObject;
}) {
  const { body, answer = true, operation = {}, schemas = {} } = parts;
  return {
    openapi: "3.1.0",
    info: { title: "Acme", version: "1" },
    paths: {
      "/orders": {
        post: {
          operationId: "createOrder",
          tags: ["orders"],
          ...(body === undefined ? {} : { requestBody: { required: true, ...json(body) } }),
          responses: { 200: { description: "ok", ...json(answer) } },
          ...operation,
        },
      },
    },
    components: { schemas },
  };
}

async function changes(older: Parameters<typeof api>[0], newer: Parameters<typeof api>[0]): Promise<string[]> {
  const found = compareWire(await contractOf(api(older)), await contractOf(api(newer)));
  return found.map(({ bump, message }) => `${bump}: ${message}`);
}

const request = (older: Json, newer: Json, schemas: JsonObject = {}) =>
  changes({ body: older, schemas }, { body: newer, schemas });
const answer = (older: Json, newer: Json, schemas: JsonObject = {}) =>
  changes({ answer: older, schemas }, { answer: newer, schemas });
const object = (properties: JsonObject, ...required: readonly string[]) => ({ type: "object", properties, required });

describe("The wire's judge", () => {
  it("says nothing of two ways to write the same", async () => {
    const text = { type: "string" };
    expect(await answer({ anyOf: [text, { type: "null" }] }, { type: ["string", "null"] })).toEqual([
      "patch: Only descriptions, examples, names or the order of things changed.",
    ]);
    expect(await answer({ const: "a" }, { type: "string", enum: ["a"] })).toHaveLength(1);
    expect(
      await request({ allOf: [object({ a: text }), object({ b: text }, "b")] }, object({ a: text, b: text }, "b")),
    ).toHaveLength(1);
  });

  it("sees the two directions of one change", async () => {
    const before = object({ a: { type: "string" } });
    const after = object({ a: { type: "string" } }, "a");
    expect(await request(before, after)).toEqual(["major: `orders.createOrder: body.a` is required now."]);
    expect(await answer(before, after)).toEqual(["minor: `orders.createOrder: 200.a` is always present now."]);
    expect(await answer(after, before)).toEqual(["major: `orders.createOrder: 200.a` may be absent now."]);
  });

  it("takes limits for promises of whoever sends", async () => {
    const at = (maximum: number) => ({ type: "integer", maximum });
    expect(await request(at(10), at(5))).toEqual([
      "major: `maximum` of `orders.createOrder: body` is `5`; it was `10`.",
    ]);
    expect(await request(at(10), at(20))).toEqual([
      "minor: `maximum` of `orders.createOrder: body` is `20`; it was `10`.",
    ]);
    expect(await answer(at(10), at(20))).toEqual([
      "major: `maximum` of `orders.createOrder: 200` is `20`; it was `10`.",
    ]);
  });

  it("knows that int64 holds int32, and that an integer is a number", async () => {
    expect(await request({ type: "integer", format: "int32" }, { type: "integer", format: "int64" })).toEqual([
      "minor: `format` of `orders.createOrder: body` is `int64`; it was `int32`.",
    ]);
    expect(await request({ type: "integer" }, { type: "number" })).toEqual([
      "minor: `orders.createOrder: body` is `number` now; it was `integer`.",
    ]);
    expect(await answer({ type: "integer" }, { type: "number" })).toEqual([
      "major: `orders.createOrder: 200` is `number` now; it was `integer`.",
    ]);
  });

  it("pairs the alternatives of a union by what pins them, and says what came and went", async () => {
    const card = object({ type: { const: "card" }, number: { type: "string" } }, "type");
    const bank = object({ type: { const: "bank" }, iban: { type: "string" } }, "type");
    expect(await request({ oneOf: [card, bank] }, { oneOf: [bank] })).toContain(
      "major: `orders.createOrder: body` no longer takes an object with `type` and `number`.",
    );
    expect(await answer({ oneOf: [card] }, { oneOf: [bank, card] })).toContain(
      "major: `orders.createOrder: 200` may be an object with `type` and `iban`.",
    );
    const longer = object({ type: { const: "card" } }, "type");
    expect(await request({ oneOf: [card, bank] }, { oneOf: [bank, longer] })).toEqual(
      ["major: `orders.createOrder: body(1)` no longer takes `number`."].map((line) =>
        line.replace("body(1)", "body(2)"),
      ),
    );
  });

  it("names a component once, with everything that it reaches", async () => {
    const use = { $ref: "#/components/schemas/Order" };
    const older = await contractOf(
      api({ body: use, answer: use, schemas: { Order: object({ id: { type: "string" } }) } }),
    );
    const newer = await contractOf(api({ body: use, answer: use, schemas: { Order: object({}) } }));
    const found = compareWire(older, newer);
    expect(found.map(({ direction, pointer, operations }) => [direction, pointer, operations])).toEqual([
      ["request", "#/components/schemas/Order/properties/id", ["orders.createOrder"]],
      ["response", "#/components/schemas/Order/properties/id", ["orders.createOrder"]],
    ]);
  });

  it("ends with schemas that are made of themselves", async () => {
    const node = (more: JsonObject): JsonObject => ({
      Node: object({ next: { $ref: "#/components/schemas/Node" }, ...more }),
    });
    const use = { $ref: "#/components/schemas/Node" };
    expect(
      await changes({ answer: use, schemas: node({}) }, { answer: use, schemas: node({ id: { type: "string" } }) }),
    ).toEqual(["minor: `Node` has the new field `id`."]);
  });

  it("keeps what a document says out of the markup of a report", async () => {
    const [line = ""] = await answer(object({ "a`b\u001b[31m\n": { type: "string" } }), object({}));
    expect(line).toBe("major: `orders.createOrder: 200` no longer has `a'b [31m`.");
  });

  it("asks for a body that was optional", async () => {
    const body = (required: boolean) => ({ operation: { requestBody: { required, ...json({ type: "object" }) } } });
    expect(await changes(body(false), body(true))).toEqual([
      "major: The body of `orders.createOrder` is required now.",
    ]);
    expect(await changes(body(true), body(false))).toEqual([
      "minor: The body of `orders.createOrder` is optional now.",
    ]);
  });
});
