import { describe, expect, it } from "vitest";
import { compare } from "../../src/fidelity/index.ts";
import { api, contradictions, object, remarks } from "./documents.ts";

const query = (name: string, more: object = {}) => ({ in: "query", name, schema: { type: "string" }, ...more });
const header = (name: string) => ({ in: "header", name, schema: { type: "string" } });
const withParameters = (...parameters: readonly object[]) =>
  api({ parameters: parameters.map((each) => ({ ...each })) });

describe("parameters", () => {
  it("that ours lacks are found and counted", () => {
    const [ours, theirs] = [withParameters(query("limit")), withParameters(query("limit"), query("offset"))];
    expect(contradictions(ours, theirs)).toEqual(["parameter POST /orders query.offset: absent / optional"]);
    const { places, covered } = compare(ours, theirs).tallies.parameters;
    expect([places.size, covered.size]).toEqual([2, 1]);
  });

  it("that only ours has are a remark, unless they are required", () => {
    expect(contradictions(withParameters(query("a")), api({}))).toEqual([]);
    expect(remarks(withParameters(query("a")), api({}))).toEqual(["extra POST /orders query.a: optional / absent"]);
    expect(contradictions(withParameters(query("a", { required: true })), api({}))).toEqual([
      "extra POST /orders query.a: required / absent",
    ]);
  });

  it("differ by place, requiredness, type and members", () => {
    expect(contradictions(withParameters(header("a")), withParameters(query("a")))).toEqual([
      "parameter POST /orders query.a: absent / optional",
    ]);
    expect(contradictions(withParameters(query("a")), withParameters(query("a", { required: true })))).toEqual([
      "required POST /orders query.a: optional / required",
    ]);
    expect(
      contradictions(withParameters(query("a")), withParameters(query("a", { schema: { type: "integer" } }))),
    ).toEqual(["type POST /orders query.a: string / integer"]);
    const listed = (...members: string[]) => withParameters(query("a", { schema: { enum: members } }));
    expect(contradictions(listed("x"), listed("x", "y"))).toEqual(["enum POST /orders query.a=y: not listed / listed"]);
  });

  it("that may be null are the same as those that may be absent: null is no text", () => {
    const nullable = query("a", { schema: { type: ["string", "null"] } });
    expect(contradictions(withParameters(query("a")), withParameters(nullable))).toEqual([]);
    expect(remarks(withParameters(query("a")), withParameters(nullable))).toEqual([
      "nullable POST /orders query.a: never null / may be null",
    ]);
  });

  it("in the path are the same by position", () => {
    const path = (name: string, type: string) =>
      api({ path: `/orders/{${name}}`, parameters: [{ in: "path", name, required: true, schema: { type } }] });
    expect(contradictions(path("id", "string"), path("order_id", "string"))).toEqual([]);
    expect(contradictions(path("id", "integer"), path("order_id", "string"))).toEqual([
      "type POST /orders/{order_id} path.order_id: integer / string",
    ]);
  });

  it("in headers are the same in any case; those that OpenAPI ignores are ignored", () => {
    expect(
      contradictions(withParameters(header("X-Id")), withParameters(header("x-id"), header("Authorization"))),
    ).toEqual([]);
  });

  it("that a security scheme of ours sets are covered", () => {
    const components = { securitySchemes: { key: { type: "apiKey", in: "header", name: "API-Key" } } };
    const theirs = withParameters(header("api-key"));
    expect(contradictions({ ...api({}), components }, theirs)).toEqual([]);
    expect(compare({ ...api({}), components }, theirs).tallies.parameters.covered.size).toBe(1);
    expect(remarks(theirs, { ...api({}), components })).toEqual([]);
  });

  it("that a path item shares count for each of its operations", () => {
    const shared = (parameters: readonly object[], type = "string") => {
      const operation = { responses: { 200: { description: "ok" } } };
      const limit = parameters.map((each) => ({ ...each, schema: { type } }));
      return { ...api({}), paths: { "/orders": { parameters: limit, get: operation, post: operation } } };
    };
    expect(contradictions(shared([]), shared([query("limit")]))).toEqual([
      "parameter GET /orders query.limit: absent / optional",
      "parameter POST /orders query.limit: absent / optional",
    ]);
    expect(contradictions(shared([query("limit")]), shared([query("limit")], "integer"))).toEqual([
      "type GET /orders query.limit: string / integer",
      "type POST /orders query.limit: string / integer",
    ]);
  });

  it("that are objects have their properties compared", () => {
    const range = (...names: readonly string[]) =>
      withParameters(
        query("created", { schema: object(Object.fromEntries(names.map((name) => [name, { type: "string" }]))) }),
      );
    expect(contradictions(range("gte"), range("gte", "lte"))).toEqual([
      "missing POST /orders query.created.lte: absent / string",
    ]);
  });
});
