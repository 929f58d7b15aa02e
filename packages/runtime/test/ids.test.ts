import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Client, connect, invoke, type Operation, pathClient } from "../src/index.ts";
import { nodeFetch } from "../src/node/index.ts";
import { capture, provider } from "./support/operations.ts";
import { json, serve, type TestServer } from "./support/server.ts";

let server: TestServer;
const node = nodeFetch();
beforeAll(async () => {
  server = await serve((_seen, response) => json(response, 200, {}));
});
afterAll(async () => {
  await node.close();
  await server.close();
});

const clients = (): [string, Client][] => [
  ["global fetch", connect(provider, { baseUrl: `${server.url}/base` })],
  ["nodeFetch", connect(provider, { baseUrl: `${server.url}/base/`, fetch: node })],
];

test("an id of '.', '..', '' or a missing one never leaves the machine", async () => {
  const ids = ["", ".", "..", undefined, null, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53, {}, [], ["a"], true, 1n];
  const strange = [Symbol("id"), () => "id", new Date(0), "\ud800", "a\udc00b", new String("x")];
  for (const [, client] of clients()) {
    for (const id of [...ids, ...strange]) {
      const result = await client[invoke](capture, { params: [id], body: {} }).result();
      expect(result, String(id)).toMatchObject({ status: "refused", sent: false });
    }
    expect(await client[invoke](capture, { body: {} }).result()).toMatchObject({ status: "refused" });
  }
  expect(server.seen).toHaveLength(0);
});

test("the path-style client refuses the same ids", async () => {
  const [[, client] = []] = clients();
  interface Paths {
    [path: string]: { POST: { init: { params?: { path: { id?: unknown } }; body: object }; call: Promise<unknown> } };
  }
  const http = pathClient<Paths>(client as Client, [capture]);
  for (const id of ["", ".", "..", undefined, null]) {
    await expect(http.POST(capture.path, { params: { path: { id } }, body: {} })).rejects.toThrow("path parameter id");
  }
  await expect(http.POST(capture.path, { body: {} })).rejects.toThrow("path parameter id");
  expect(server.seen).toHaveLength(0);
});

const nasty = [
  "a/b",
  "%2e%2e",
  "%2E",
  ".%2e",
  "?x",
  "#x",
  "🙂",
  "a b",
  "..\\..",
  "\\",
  "a\nb",
  "\0",
  "é",
  ";x=1",
  ":",
  "@",
  "'",
  "%",
  "%%",
  "...",
  "+",
  "__proto__",
];
const id = fc.oneof(
  fc.constantFrom(...nasty),
  fc.string({ unit: "grapheme", minLength: 1 }),
  fc.string({ unit: "binary", minLength: 1 }),
);

test("every other string stays one segment of the path, byte for byte", async () => {
  const all = clients();
  const check = async (text: string): Promise<void> => {
    fc.pre(text !== "." && text !== ".." && !/\p{Cs}/u.test(text));
    for (const [name, client] of all) {
      server.seen.length = 0;
      await client[invoke](capture, { params: [text], body: {} });
      expect(server.seen, name).toHaveLength(1);
      const segments = server.seen[0]!.target.split("/");
      expect(segments.length).toBe(6);
      expect(segments.filter((_segment, index) => index !== 4)).toEqual(["", "base", "v1", "payments", "capture"]);
      expect(decodeURIComponent(segments[4]!)).toBe(text);
      expect(segments[4]).toMatch(/^[\w.~%-]+$/);
    }
  };
  for (const text of nasty) await check(text);
  await fc.assert(fc.asyncProperty(id, check), { numRuns: 60 });
}, 20_000);

test("values that join fixed text cannot make a dot segment", async () => {
  const operation: Operation = { name: "files.get", method: "GET", path: "/files/.{ext}", statuses: [200] };
  const [[, client] = []] = clients();
  const call = (ext: string) => (client as Client)[invoke](operation, { params: [ext] }).result();
  server.seen.length = 0;
  expect(await call(".")).toMatchObject({ status: "refused" });
  expect(await call("json")).toMatchObject({ status: 200 });
  expect(server.seen.map(({ target }) => target)).toEqual(["/base/files/.json"]);
});

test("numbers are ids too", async () => {
  const [[, client] = []] = clients();
  server.seen.length = 0;
  await (client as Client)[invoke](capture, { params: [42], body: {} });
  expect(server.seen[0]!.target).toBe("/base/v1/payments/42/capture");
});
