import { describe, expect, it } from "vitest";
import { compare } from "../../src/fidelity/index.ts";
import { api, contradictions, inRequest, inResponse, object, ref, remarks } from "./documents.ts";

const text = { type: "string" };
const whole = { type: "integer" };

describe("properties", () => {
  it("of equal documents agree", () => {
    const same = object({ id: text, lines: { type: "array", items: object({ price: whole }, "price") } }, "id");
    expect(inResponse(same, same)).toEqual([]);
  });

  it("that ours lacks are named by the body when theirs has no name for it", () => {
    const theirs = object({ id: text, address: object({ city: text }) });
    expect(inResponse(object({ id: text, address: object({}) }), theirs)).toEqual([
      "missing POST /orders 200.address.city: absent / string",
    ]);
    expect(inRequest(object({ id: text, address: object({}) }), theirs)).toEqual([
      "missing POST /orders request.address.city: absent / string",
    ]);
  });

  it("that ours lacks in a named schema are one finding, however often it is used and whatever ours calls it", () => {
    const ours = api({
      request: object({ billing: ref("Place"), shipping: ref("Place") }),
      response: ref("Place"),
      schemas: { Place: object({ city: text }) },
    });
    const theirs = api({
      request: object({ billing: ref("Address"), shipping: ref("Address") }),
      response: ref("Address"),
      schemas: { Address: object({ city: text, zip: text }) },
    });
    expect(contradictions(ours, theirs)).toEqual(["missing Address.zip: absent / string"]);
    const [finding] = compare(ours, theirs).findings;
    expect(finding?.directions).toEqual(["request", "response"]);
    expect(finding?.seen).toEqual(["POST /orders request", "POST /orders 200"]);
  });

  it("are found in lists and maps, to any depth", () => {
    const nested = (leaf: object) => ({
      type: "array",
      items: { type: "object", additionalProperties: { type: "array", items: object({ ...leaf }) } },
    });
    expect(inResponse(nested({}), nested({ leaf: text }))).toEqual([
      "missing POST /orders 200[]{}[].leaf: absent / string",
    ]);
  });

  it("are found through cycles", () => {
    const tree = (leaf: object) => ({
      Node: object({ children: { type: "array", items: ref("Node") }, up: ref("Node"), ...leaf }),
    });
    const ours = api({ response: ref("Node"), schemas: tree({}) });
    const theirs = api({ response: ref("Node"), schemas: tree({ value: whole }) });
    expect(contradictions(ours, theirs)).toEqual(["missing Node.value: absent / integer"]);
    expect(contradictions(theirs, theirs)).toEqual([]);
  });

  it("in only one place of a schema that ours splits in two are found there", () => {
    const theirs = api({
      response: object({ a: ref("X"), b: ref("X") }),
      schemas: { X: object({ p: text, q: text }) },
    });
    const ours = api({
      response: object({ a: ref("A"), b: ref("B") }),
      schemas: { A: object({ p: text, q: text }), B: object({ p: text }) },
    });
    expect(contradictions(ours, theirs)).toEqual(["missing X.q: absent / string"]);
  });

  it("that only ours has are a remark, unless they are required or theirs takes no others", () => {
    const [theirs, ours] = [api({ request: object({}) }), api({ request: object({ more: text }) })];
    expect(contradictions(ours, theirs)).toEqual([]);
    expect(remarks(ours, theirs)).toEqual(["extra POST /orders request.more: string / absent"]);
    expect(inRequest(object({ more: text }, "more"), object({}))).toEqual([
      "extra POST /orders request.more: required string / absent",
    ]);
    expect(inRequest(object({ more: text }), { ...object({}), additionalProperties: false })).toEqual([
      "extra POST /orders request.more: string / refused",
    ]);
  });

  it("differ when one side requires them, in either direction", () => {
    expect(inRequest(object({ id: text }, "id"), object({ id: text }))).toEqual([
      "required POST /orders request.id: required / optional",
    ]);
    expect(inResponse(object({ id: text }), object({ id: text }, "id"))).toEqual([
      "required POST /orders 200.id: optional / required",
    ]);
  });

  it("that are read-only play no part in requests, and write-only ones none in responses", () => {
    const theirs = object(
      { id: { type: "string", readOnly: true }, secret: { type: "string", writeOnly: true } },
      "id",
    );
    expect(inRequest(object({ secret: text }), theirs)).toEqual([]);
    expect(inResponse(object({ id: text }, "id"), theirs)).toEqual([]);
    expect(inRequest(object({}), theirs)).toEqual(["missing POST /orders request.secret: absent / string"]);
  });

  it("with names that look like syntax or like a prototype are properties like any other", () => {
    const odd = JSON.parse('{"__proto__":{"type":"string"},"a.b":{"type":"string"},"constructor":{"type":"string"}}');
    expect(inResponse(object({}), object(odd))).toEqual([
      'missing POST /orders 200."a.b": absent / string',
      "missing POST /orders 200.__proto__: absent / string",
      "missing POST /orders 200.constructor: absent / string",
    ]);
  });

  it("of a map differ by what its values are", () => {
    const map = (values: object) => ({ type: "object", additionalProperties: { ...values } });
    expect(inResponse(map(text), map(whole))).toEqual(["type POST /orders 200{}: string / integer"]);
    expect(inResponse({ type: "object" }, map(whole))).toEqual(["type POST /orders 200{}: anything / integer"]);
    expect(inResponse({ type: "object", additionalProperties: false }, map(whole))).toEqual([
      "missing POST /orders 200{}: refused / any name",
    ]);
  });
});
