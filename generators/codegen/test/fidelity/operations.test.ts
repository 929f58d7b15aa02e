import { describe, expect, it } from "vitest";
import { compare } from "../../src/fidelity/index.ts";
import { api, contradictions, object, remarks } from "./documents.ts";

const text = { type: "string" };
const content = (type: string, schema: object = text) => ({ content: { [type]: { schema: { ...schema } } } });
const answers = (...statuses: readonly string[]) =>
  api({
    operation: { responses: Object.fromEntries(statuses.map((status) => [status, content("application/json")])) },
  });

describe("operations", () => {
  it("are the same whatever their path parameters are called, with a trailing slash or a prefix in the server's URL", () => {
    const theirs = { ...api({ path: "/orders/{order_id}/" }), servers: [{ url: "https://api.acme.example/v1" }] };
    expect(compare(api({ path: "/orders/{id}" }), theirs).notCovered).toEqual([]);
    const prefixed = compare(api({ path: "/v1/orders/{id}" }), theirs);
    expect([prefixed.notCovered, prefixed.findings]).toEqual([[], []]);
  });

  it("that ours leaves out are listed and counted, and are no contradiction", () => {
    const other = api({ path: "/refunds", response: object({ id: text }) });
    const theirs = { ...api({}), paths: { ...(api({})["paths"] as object), ...(other["paths"] as object) } };
    const { notCovered, tallies, findings } = compare(api({}), theirs);
    expect(notCovered).toEqual(["POST /refunds"]);
    expect([tallies.operations.places.size, tallies.operations.covered.size]).toEqual([2, 1]);
    expect(tallies.responseProperties.places.size).toBe(0);
    expect(findings).toEqual([]);
  });

  it("that only ours has are a contradiction", () => {
    expect(contradictions(api({ path: "/orderz" }), api({}))).toEqual(["operation POST /orderz: declared / absent"]);
  });

  it("under another path are compared when they are said to be the same", () => {
    const [ours, theirs] = [
      api({ path: "/v1/a/{x}", response: object({}) }),
      api({ path: "/a/{y}", response: object({ id: text }) }),
    ];
    const { findings, notCovered } = compare(ours, theirs, new Map([["POST /v1/a/{x}", "POST /a/{y}"]]));
    expect(findings.map(({ kind, place, theirs: other }) => `${kind} ${place}: ${other}`)).toEqual([
      "missing POST /a/{y} 200.id: string",
      "operation POST /v1/a/{x}: POST /a/{y}",
    ]);
    expect(notCovered).toEqual([]);
  });
});

describe("bodies", () => {
  it("that one side lacks or requires differ", () => {
    expect(contradictions(api({}), api({ request: object({ a: text }) }))).toEqual([
      "missing POST /orders request: no body / required body",
    ]);
    const optional = api({ operation: { requestBody: content("application/json", { type: "object" }) } });
    expect(contradictions(optional, api({ request: { type: "object" } }))).toEqual([
      "required POST /orders request: optional body / required body",
    ]);
    expect(contradictions(optional, api({}))).toEqual([]);
    expect(remarks(optional, api({}))).toEqual(["extra POST /orders request: optional body / no body"]);
  });

  it("of any kind of JSON are JSON, of other media types are not", () => {
    const body = (type: string) => api({ operation: { requestBody: content(type, object({ a: text })) } });
    expect(contradictions(body("application/json"), body("application/hal+json;charset=utf-8"))).toEqual([]);
    expect(contradictions(body("multipart/form-data"), body("application/json"))).toEqual([
      "type POST /orders request: multipart/form-data / application/json",
    ]);
  });

  it("are found behind refs to components, under the component's name", () => {
    const shared = (schema: object) => ({
      ...api({ operation: { responses: { 404: { $ref: "#/components/responses/Gone" } } } }),
      components: { responses: { Gone: content("application/json", schema) } },
    });
    expect(contradictions(shared(object({})), shared(object({ code: text })))).toEqual([
      "missing responses/Gone.code: absent / string",
    ]);
  });
});

describe("answers", () => {
  it("with a status that ours lacks are missing, unless a range or default of ours has it", () => {
    expect(contradictions(answers("200"), answers("200", "404"))).toEqual([
      "missing POST /orders 404: absent / declared",
    ]);
    expect(contradictions(answers("200", "4XX"), answers("200", "404"))).toEqual([]);
    expect(contradictions(answers("200", "default"), answers("200", "404"))).toEqual([]);
  });

  it("that theirs has as a range or default are found in our statuses", () => {
    expect(contradictions(answers("200", "400", "404"), answers("200", "4XX"))).toEqual([]);
    expect(contradictions(answers("200", "500"), answers("200", "4XX"))).toEqual([
      "missing POST /orders 4XX: absent / declared",
    ]);
    expect(contradictions(answers("200", "500"), answers("200", "default"))).toEqual([]);
  });

  it("that only ours has are a remark", () => {
    expect(contradictions(answers("200", "404"), answers("200"))).toEqual([]);
    expect(remarks(answers("200", "404"), answers("200"))).toEqual(["extra POST /orders 404: declared / absent"]);
  });

  it("without content on one side differ", () => {
    expect(contradictions(api({}), api({ response: text }))).toEqual([
      "missing POST /orders 200: no content / application/json",
    ]);
    expect(contradictions(api({ response: text }), api({}))).toEqual([]);
  });
});
