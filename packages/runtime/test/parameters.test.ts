import { expect, test } from "vitest";
import { type CallOptions, connect, invoke, type Operation, type ParameterStyle, writeStyled } from "../src/index.ts";
import { answer, provider, script } from "./support/operations.ts";

async function urlOf(
  operation: Partial<Operation>,
  input: { params?: unknown[]; query?: object; options?: CallOptions },
) {
  const { fetch, asked } = script(answer(200, "{}"));
  const full: Operation = { name: "x.list", method: "GET", path: "/x", statuses: [200], ...operation };
  await connect(provider, { fetch })[invoke](full, input);
  return asked[0]!.url.slice(provider.baseUrl.length);
}
const query = (value: unknown, style?: ParameterStyle) =>
  urlOf(style === undefined ? {} : { queryStyles: { p: style }, writeStyled }, { query: { p: value } });
const path = (value: unknown, style: ParameterStyle) =>
  urlOf({ path: "/x/{p}", pathStyles: { p: style }, writeStyled }, { params: [value] });

test("plain values are written as they are, and nothing as nothing", async () => {
  const when = new Date("2026-11-20T12:00:00Z");
  expect(await urlOf({}, { query: { a: "x y", b: 5, c: true, d: when, e: undefined, f: null, g: 10n, h: "" } })).toBe(
    "/x?a=x%20y&b=5&c=true&d=2026-11-20T12%3A00%3A00.000Z&g=10&h=",
  );
  expect(await urlOf({}, { query: {} })).toBe("/x");
});

test("a template's fragment is not sent, and a template's query is added to", async () => {
  expect(await urlOf({ path: "/files/{id}#add_link" }, { params: ["f1"], query: { a: 1 } })).toBe("/files/f1?a=1");
  expect(await urlOf({ path: "/export?name={name}" }, { params: ["a&b"], query: { a: 1 } })).toBe(
    "/export?name=a%26b&a=1",
  );
});

test("a brace too many in a template stays where it is, and one that never closes is refused", async () => {
  expect(await urlOf({ path: "/a}b/{id}}c/{other}" }, { params: ["1", "2"] })).toBe("/a}b/1}c/2");
  const { fetch, asked } = script(answer(200, "{}"));
  const operation: Operation = { name: "x.list", method: "GET", path: "/a/{id", statuses: [200] };
  expect(await connect(provider, { fetch })[invoke](operation, {}).result()).toMatchObject({ status: "refused" });
  expect(asked).toHaveLength(0);
});

test("a template that leads elsewhere once its fragment or query is off is refused", async () => {
  const { fetch, asked } = script(answer(200, "{}"));
  for (const path of ["/a/..#x", "/a/..?x=1", "/a/%2e%2e?x"]) {
    const operation: Operation = { name: "x.list", method: "GET", path, statuses: [200] };
    expect(await connect(provider, { fetch })[invoke](operation, {}).result()).toMatchObject({ status: "refused" });
  }
  expect(asked).toHaveLength(0);
});

test("names are kept: expand[] and created.gte", async () => {
  expect(await urlOf({}, { query: { "expand[]": ["card", "emi"], "created.gte": 1 } })).toBe(
    "/x?expand%5B%5D=card&expand%5B%5D=emi&created.gte=1",
  );
});

test("what would end or split a query is encoded, quotes too, which URL parsers would change after signing", async () => {
  expect(await query("a&b=c#d?e+f'(g)*!")).toBe("/x?p=a%26b%3Dc%23d%3Fe%2Bf%27%28g%29%2A%21");
});

test("every query style of OpenAPI", async () => {
  const list = ["a", "b c"];
  const record = { R: 100, G: 200 };
  expect(await query(list)).toBe("/x?p=a&p=b%20c");
  expect(await query(list, { explode: false })).toBe("/x?p=a,b%20c");
  expect(await query(list, { style: "spaceDelimited" })).toBe("/x?p=a%20b%20c");
  expect(await query(list, { style: "pipeDelimited" })).toBe("/x?p=a%7Cb%20c");
  expect(await query(list, { style: "pipeDelimited", explode: true })).toBe("/x?p=a&p=b%20c");
  expect(await query(record)).toBe("/x?R=100&G=200");
  expect(await query(record, { explode: false })).toBe("/x?p=R,100,G,200");
  expect(await query(record, { style: "deepObject" })).toBe("/x?p%5BR%5D=100&p%5BG%5D=200");
  expect(await query({ a: { b: [1, 2] } }, { style: "deepObject" })).toBe(
    "/x?p%5Ba%5D%5Bb%5D%5B0%5D=1&p%5Ba%5D%5Bb%5D%5B1%5D=2",
  );
  expect(await query(record, { json: true })).toBe("/x?p=%7B%22R%22%3A100%2C%22G%22%3A200%7D");
  expect(await query("a/b:c&d", { allowReserved: true })).toBe("/x?p=a/b:c%26d");
  expect(await query([], { explode: false })).toBe("/x");
  expect(await query([])).toBe("/x");
});

test("every path style of OpenAPI", async () => {
  const list = ["a", "b/c"];
  const record = { R: 100, G: 200 };
  expect(await path(list, { style: "simple" })).toBe("/x/a,b%2Fc");
  expect(await path(record, { style: "simple" })).toBe("/x/R,100,G,200");
  expect(await path(record, { style: "simple", explode: true })).toBe("/x/R=100,G=200");
  expect(await path("v", { style: "label" })).toBe("/x/.v");
  expect(await path(list, { style: "label" })).toBe("/x/.a,b%2Fc");
  expect(await path(list, { style: "label", explode: true })).toBe("/x/.a.b%2Fc");
  expect(await path("v", { style: "matrix" })).toBe("/x/;p=v");
  expect(await path(list, { style: "matrix" })).toBe("/x/;p=a,b%2Fc");
  expect(await path(list, { style: "matrix", explode: true })).toBe("/x/;p=a;p=b%2Fc");
  expect(await path(record, { style: "matrix", explode: true })).toBe("/x/;R=100;G=200");
  expect(await path(record, { json: true })).toBe("/x/%7B%22R%22%3A100%2C%22G%22%3A200%7D");
  expect(await path(true, {})).toBe("/x/true");
});

test("what a style cannot write is refused", async () => {
  const refused = [Number.NaN, 2 ** 53, "\ud800", [[1]], { a: { b: 1 } }, () => 1, new Date(Number.NaN)];
  for (const value of refused) await expect(query(value)).rejects.toMatchObject({ name: "RequestError" });
  for (const value of ["", ".", "..", [], ["a", ""], {}, null, undefined, [".."]]) {
    for (const style of ["simple", "label", "matrix"] as const) {
      await expect(path(value, { style })).rejects.toMatchObject({ name: "RequestError" });
    }
  }
});

test("a query in the options joins the arguments' and wins", async () => {
  expect(await urlOf({}, { query: { a: 1, b: 2 }, options: { query: { b: 3 } } })).toBe("/x?a=1&b=3");
});

test("path parameters are found by name, in the order that is declared", async () => {
  const operation = { path: "/a/{one}/b/{two}", params: ["two", "one"] };
  expect(await urlOf(operation, { params: ["2", "1"] })).toBe("/a/1/b/2");
  expect(await urlOf({ path: "/a/{one}/b/{two}" }, { params: ["1", "2"] })).toBe("/a/1/b/2");
});
