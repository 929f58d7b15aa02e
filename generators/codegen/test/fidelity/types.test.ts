import { describe, expect, it } from "vitest";
import { api, inRequest, inResponse, object, ref, remarks } from "./documents.ts";

const place = "POST /orders 200.x";
const x = (schema: object) => object({ x: { ...schema } });

describe("types", () => {
  it("that differ are a contradiction", () => {
    expect(inResponse(x({ type: "string" }), x({ type: "boolean" }))).toEqual([`type ${place}: string / boolean`]);
  });

  it("of integers and numbers are told apart; a number with an integer format is an integer", () => {
    expect(inResponse(x({ type: "number" }), x({ type: "integer" }))).toEqual([`type ${place}: number / integer`]);
    expect(inResponse(x({ type: "integer" }), x({ type: "number" }))).toEqual([`type ${place}: integer / number`]);
    expect(inResponse(x({ type: "integer" }), x({ type: "number", format: "int64" }))).toEqual([]);
    expect(inResponse(x({ type: ["integer", "number"] }), x({ type: "number" }))).toEqual([]);
  });

  it("are seen when a keyword implies them", () => {
    expect(inResponse(x({ properties: {} }), x({ type: "object" }))).toEqual([]);
    expect(inResponse(x({ items: {} }), x({ type: "array" }))).toEqual([]);
    expect(inResponse(x({ const: "a" }), x({ type: "string", enum: ["a"] }))).toEqual([]);
  });

  it("that ours leaves open are a contradiction, those that theirs leaves open a remark", () => {
    expect(inResponse(x({}), x({ type: "string" }))).toEqual([`type ${place}: anything / string`]);
    expect(inResponse(x({ type: "string" }), x({}))).toEqual([]);
    expect(remarks(api({ response: x({ type: "string" }) }), api({ response: x({}) }))).toEqual([
      `type ${place}: string / anything`,
    ]);
  });

  it("of list elements that ours doesn't declare are missed", () => {
    expect(inResponse(x({ type: "array" }), x({ type: "array", items: { type: "string" } }))).toEqual([
      `type ${place}[]: anything / string`,
    ]);
  });

  it("with another format are a remark only", () => {
    const [ours, theirs] = [x({ type: "string" }), x({ type: "string", format: "uri" })];
    expect(inResponse(ours, theirs)).toEqual([]);
    expect(remarks(api({ response: ours }), api({ response: theirs }))).toEqual([`format ${place}: no format / uri`]);
  });

  it("that a document declares beside properties by mistake don't hide the properties", () => {
    const broken = { type: "array", properties: { href: { type: "string" } } };
    expect(inResponse(x({ type: "array" }), x(broken))).toEqual([`missing ${place}.href: absent / string`]);
  });
});

describe("null", () => {
  const schemas = { Address: object({ city: { type: "string" } }) };

  it("on one side only is a contradiction", () => {
    expect(inResponse(x({ type: "string" }), x({ type: ["string", "null"] }))).toEqual([
      `nullable ${place}: never null / may be null`,
    ]);
    expect(inRequest(x({ type: ["string", "null"] }), x({ type: "string" }))).toEqual([
      "nullable POST /orders request.x: may be null / never null",
    ]);
  });

  it("is the same however it is written", () => {
    const ways = [
      { anyOf: [ref("Address"), { type: "null" }] },
      { oneOf: [{ type: "null" }, ref("Address")] },
      { anyOf: [{ allOf: [ref("Address")] }, { type: "null" }] },
      { type: ["object", "null"], properties: { city: { type: "string" } } },
    ];
    for (const ours of ways) for (const theirs of ways) expect(inResponse(x(ours), x(theirs), schemas)).toEqual([]);
    expect(inResponse(x(ref("Address")), x({ anyOf: [ref("Address"), { type: "null" }] }), schemas)).toEqual([
      `nullable ${place}: never null / may be null`,
    ]);
  });

  it("is refused by an enumeration that doesn't list it", () => {
    const listed = { type: ["string", "null"], enum: ["a"] };
    expect(inResponse(x(listed), x({ type: ["string", "null"], enum: ["a", null] }))).toEqual([
      `nullable ${place}: never null / may be null`,
    ]);
  });
});
