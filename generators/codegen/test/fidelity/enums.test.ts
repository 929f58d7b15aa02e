import { describe, expect, it } from "vitest";
import { compare } from "../../src/fidelity/index.ts";
import { api, contradictions, inResponse, object, ref, remarks } from "./documents.ts";

const listed = (...members: readonly (string | number)[]) => ({ enum: members });
const openList = (...members: readonly string[]) => ({ anyOf: [listed(...members), { type: "string" }] });

describe("enumerations", () => {
  it("are compared member by member, under the name that theirs has", () => {
    const ours = api({ response: object({ a: listed("EUR", "XXX"), b: listed("EUR", "XXX") }) });
    const theirs = api({
      response: object({ a: ref("Currency"), b: ref("Currency") }),
      schemas: { Currency: { type: "string", enum: ["EUR", "USD"] } },
    });
    expect(contradictions(ours, theirs)).toEqual([
      "enum Currency=USD: not listed / listed",
      "enum Currency=XXX: listed / not listed",
    ]);
    const { places, covered } = compare(ours, theirs).tallies.enumMembers;
    expect([places.size, covered.size]).toEqual([2, 1]);
  });

  it("of one member are the same as a constant", () => {
    expect(inResponse({ const: "a" }, { type: "string", enum: ["a"] })).toEqual([]);
    expect(inResponse({ const: "b" }, { type: "string", enum: ["a"] })).toHaveLength(2);
  });

  it("tell numbers from texts", () => {
    expect(inResponse({ enum: [1] }, { enum: ["1"] })).toContain("enum POST /orders 200=1: not listed / listed");
  });

  it("spread over branches or parts are one list", () => {
    expect(inResponse({ oneOf: [{ const: "a" }, { const: "b" }] }, listed("a", "b"))).toEqual([]);
    expect(inResponse({ allOf: [listed("a", "b"), listed("b", "c")] }, listed("b"))).toEqual([]);
  });

  it("that ours leaves open still have to list every member", () => {
    expect(inResponse(openList("a", "b"), listed("a", "b"))).toEqual([]);
    expect(inResponse(openList("a"), listed("a", "b"))).toEqual(["enum POST /orders 200=b: not listed / listed"]);
  });

  it("that only theirs has lose every member", () => {
    const [ours, theirs] = [api({ response: { type: "string" } }), api({ response: listed("a", "b") })];
    expect(contradictions(ours, theirs)).toEqual(["enum POST /orders 200: any value / 2 listed values"]);
    const { places, covered, failed } = compare(ours, theirs).tallies.enumMembers;
    expect([places.size, covered.size, failed.size]).toEqual([2, 0, 2]);
  });

  it("that only ours has are a contradiction when they are closed", () => {
    const text = { type: "string" };
    expect(inResponse(listed("a"), text)).toEqual(["enum POST /orders 200: 1 listed value / any value"]);
    expect(inResponse(openList("a"), text)).toEqual([]);
    expect(remarks(api({ response: openList("a") }), api({ response: text }))).toEqual([
      "enum POST /orders 200: 1 listed value or any other / any value",
    ]);
  });
});
