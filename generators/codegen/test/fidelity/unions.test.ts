import { describe, expect, it } from "vitest";
import { api, contradictions, inRequest, inResponse, object, ref, remarks } from "./documents.ts";

const text = { type: "string" };
const tagged = (type: string, rest: object = {}) =>
  object({ type: { const: type }, ...rest }, "type", ...Object.keys(rest));

describe("unions", () => {
  const theirs = { oneOf: [tagged("card", { number: text }), tagged("wallet", { token: text, email: text })] };

  it("are compared branch by branch, whatever their order", () => {
    const ours = { oneOf: [...theirs.oneOf].reverse() };
    expect(inResponse(ours, theirs)).toEqual([]);
  });

  it("miss what one branch lacks although another has it", () => {
    const shared = { oneOf: [tagged("a", { id: text, x: text }), tagged("b", { id: text, y: text })] };
    const ours = { oneOf: [tagged("a", { x: text }), tagged("b", { id: text, y: text })] };
    expect(inResponse(ours, shared)).toEqual(["missing POST /orders 200.id: absent / string"]);
  });

  it("miss a whole branch", () => {
    expect(inResponse({ oneOf: [tagged("card", { number: text })] }, theirs)).toEqual([
      "missing POST /orders 200.email: absent / string",
      "missing POST /orders 200.token: absent / string",
      "enum POST /orders 200.type=wallet: not listed / listed",
    ]);
  });

  it("miss a branch that differs by its tag alone", () => {
    const many = (...types: readonly string[]) => ({ oneOf: types.map((type) => tagged(type, { id: text })) });
    expect(inResponse(many("a", "b"), many("a", "b", "c"))).toEqual([
      "enum POST /orders 200.type=c: not listed / listed",
    ]);
  });

  it("miss a branch all of whose properties and values are in other branches", () => {
    const both = (t: string, u: string) => object({ t: { const: t }, u: { const: u } }, "t", "u");
    const ours = { oneOf: [both("1", "1"), both("2", "2")] };
    expect(inResponse(ours, { oneOf: [...ours.oneOf, both("1", "2")] })).toEqual([
      "missing POST /orders 200: absent / another variant: t, u",
    ]);
  });

  it("report a variant besides theirs as that, though all share a property", () => {
    const shared = (name: string) => object({ [name]: text, billing: text }, name);
    const branches = { oneOf: ["card", "wallet", "cash"].map(shared) };
    expect(inRequest({ oneOf: [shared("token"), ...branches.oneOf] }, branches)).toEqual([
      "extra POST /orders request: another variant: token, billing / absent",
    ]);
  });

  it("report a variant besides theirs when theirs is one object", () => {
    const order = object({ id: text, amount: { type: "integer" } }, "id", "amount");
    expect(inResponse({ anyOf: [order, object({ error: text }, "error")] }, order)).toEqual([
      "extra POST /orders 200: another variant: error / absent",
    ]);
  });

  it("report a variant besides theirs once, under the name of theirs", () => {
    const problem = object({ code: text }, "code");
    const ours = api({
      request: object({ a: ref("Problem"), b: ref("Problem") }),
      schemas: { Problem: { anyOf: [problem, object({ error: text }, "error")] } },
    });
    const schemas = { Problem: problem };
    expect(contradictions(ours, api({ request: object({ a: ref("Problem"), b: ref("Problem") }), schemas }))).toEqual([
      "extra Problem: another variant: error / absent",
    ]);
  });

  it("report that an empty object will do besides", () => {
    expect(inRequest({ anyOf: [object({ id: text }, "id"), object({})] }, object({ id: text }, "id"))).toEqual([
      "required POST /orders request.id: optional / required",
    ]);
    expect(inRequest({ oneOf: [...theirs.oneOf, object({})] }, theirs)).toEqual([
      "extra POST /orders request: another variant: no properties / absent",
    ]);
  });

  it("tell a tag that is spelt in another way", () => {
    const misspelt = { oneOf: [tagged("kard", { number: text }), tagged("wallet", { token: text, email: text })] };
    expect(inResponse(misspelt, theirs)).toEqual([
      "enum POST /orders 200.type=card: not listed / listed",
      "enum POST /orders 200.type=kard: listed / not listed",
    ]);
  });

  it("report a branch that is like none of theirs", () => {
    const more = { oneOf: [...theirs.oneOf, tagged("cash", { change: text })] };
    expect(inResponse(more, theirs)).toEqual(["extra POST /orders 200: another variant: type, change / absent"]);
  });

  it("of one-key objects are the same as one object with optional keys", () => {
    const merged = object({ card: object({ number: text }), wallet: object({ token: text }) });
    const variants = (token: object) => ({
      oneOf: [object({ card: object({ number: text }) }, "card"), object({ wallet: object({ ...token }) }, "wallet")],
    });
    expect(inRequest(variants({ token: text }), merged)).toEqual([]);
    expect(inRequest(merged, variants({ token: text }))).toEqual([]);
    expect(inRequest(variants({}), merged)).toEqual(["missing POST /orders request.wallet.token: absent / string"]);
  });

  it("beside properties, and inside each other, are worked in", () => {
    const nested = {
      type: "object",
      properties: { id: text },
      anyOf: [
        { oneOf: [tagged("card", { number: text }), tagged("wallet", { token: text })] },
        tagged("cash", { change: text }),
      ],
    };
    const flat = {
      allOf: [
        object({ id: text }),
        {
          oneOf: [
            tagged("cash", { change: text }),
            tagged("wallet", { token: text }),
            tagged("card", { number: text }),
          ],
        },
      ],
    };
    expect(inResponse(flat, nested)).toEqual([]);
    expect(inResponse(nested, flat)).toEqual([]);
  });

  it("of objects and plain values keep both", () => {
    const either = { oneOf: [object({ card: text }), { type: "string", enum: ["reward"] }] };
    expect(inRequest(object({ card: text }), either)).toEqual(["type POST /orders request: object / object | string"]);
    expect(inRequest(either, either)).toEqual([]);
  });

  it("of many branches in many parts are still compared", () => {
    const part = (name: string) => ({
      oneOf: Array.from({ length: 20 }, (_, index) => object({ [`${name}${index}`]: text })),
    });
    const huge = (...parts: readonly string[]) => ({ allOf: parts.map(part) });
    expect(inResponse(huge("a", "b", "c"), huge("a", "b", "c"))).toEqual([]);
    expect(inResponse(huge("a", "b"), huge("a", "b", "c"))).toHaveLength(20);
  });
});

describe("compositions", () => {
  it("name a property after the schema that declares it", () => {
    const schemas = {
      Base: object({ id: text }),
      Order: { allOf: [ref("Base"), object({ amount: { type: "integer" } })] },
    };
    const ours = api({ response: object({}) });
    expect(contradictions(ours, api({ response: ref("Order"), schemas }))).toEqual([
      "missing Base.id: absent / string",
      "missing Order.amount: absent / integer",
    ]);
  });

  it("collect what their parts require", () => {
    const parts = { allOf: [object({ id: text }), { required: ["id"] }] };
    expect(inResponse(object({ id: text }, "id"), parts)).toEqual([]);
    expect(inResponse(object({ id: text }), parts)).toEqual(["required POST /orders 200.id: optional / required"]);
  });

  it("narrow a property that several parts declare", () => {
    const base = object({ status: text });
    const narrowed = { allOf: [base, object({ status: { enum: ["paid"] } })] };
    expect(inResponse(object({ status: { type: "string", enum: ["paid"] } }), narrowed)).toEqual([]);
    expect(inResponse(base, narrowed)).toEqual(["enum POST /orders 200.status: any value / 1 listed value"]);
  });

  it("that are made of themselves end", () => {
    const schemas = { Loop: { oneOf: [ref("Loop"), object({ a: text })] }, Knot: { allOf: [ref("Knot")] } };
    const theirs = api({ response: object({ loop: ref("Loop"), knot: ref("Knot") }), schemas });
    expect(contradictions(theirs, theirs)).toEqual([]);
    expect(contradictions(api({ response: object({ loop: object({}), knot: {} }) }), theirs)).toEqual([
      "missing Loop.a: absent / string",
    ]);
    expect(remarks(theirs, theirs)).toEqual([]);
  });
});
