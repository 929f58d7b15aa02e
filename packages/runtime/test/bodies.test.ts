import { expect, test } from "vitest";
import { connect, encodeBody, encodeMultipart, invoke, type Operation } from "../src/index.ts";
import { nodeFetch } from "../src/node/index.ts";
import { answer, capture, provider, script } from "./support/operations.ts";
import { json, serve } from "./support/server.ts";

async function sent(body: unknown, contentType?: string) {
  const { fetch, asked } = script(answer(200, "{}"));
  // Without an encoder a body is JSON, whatever its type is called.
  const encoder = contentType?.endsWith("json") ? {} : { encodeBody };
  const operation: Operation = contentType === undefined ? capture : { ...capture, contentType, ...encoder };
  const result = await connect(provider, { fetch })
    [invoke](operation, { params: ["a"], body })
    .result();
  const init = asked[0]?.init;
  return { result, body: init?.body, type: init?.headers["content-type"] };
}

test("JSON is the default", async () => {
  expect(await sent({ a: [1, "é", null], d: new Date(0) })).toMatchObject({
    body: '{"a":[1,"é",null],"d":"1970-01-01T00:00:00.000Z"}',
    type: "application/json",
  });
  expect(await sent(null, "application/merge-patch+json")).toMatchObject({
    body: "null",
    type: "application/merge-patch+json",
  });
});

test("without a body there is no body and no type", async () => {
  expect(await sent(undefined)).toMatchObject({ body: undefined, type: undefined });
});

test("what JSON would change in silence is refused, with its place and without its value", async () => {
  const circular: Record<string, unknown> = {};
  circular["self"] = circular;
  const bad: [unknown, string][] = [
    [{ amount: Number.NaN }, "amount in the body is NaN, infinite, a bigint or past 2^53-1"],
    [{ items: [{ amount: Number.POSITIVE_INFINITY }] }, "amount in the body"],
    [{ amount: 2 ** 53 }, "amount in the body"],
    [{ amount: 1n }, "amount in the body is"],
    [{ a: { toJSON: () => Number.NaN } }, "a in the body"],
    [circular, "cannot be written as JSON"],
    [() => 1, "cannot be written as JSON"],
    [Symbol("x"), "cannot be written as JSON"],
  ];
  for (const [body, message] of bad) {
    const { result } = await sent(body);
    expect(result).toMatchObject({ status: "refused", sent: false });
    expect(String(Reflect.get(Object(result), "error"))).toContain(message);
  }
});

test("the caller's body is neither changed nor read after the call was made", async () => {
  const body = Object.freeze({ amount: 1, nested: Object.freeze({ a: 1 }) });
  expect((await sent(body)).body).toBe('{"amount":1,"nested":{"a":1}}');
  const { fetch, asked } = script(answer(200, "{}"));
  const changing = { amount: 1 };
  const call = connect(provider, { fetch })[invoke](capture, { params: ["a"], body: changing });
  changing.amount = 2;
  await call;
  expect(asked[0]?.init.body).toBe('{"amount":1}');
});

test("forms nest their keys in brackets", async () => {
  const type = "application/x-www-form-urlencoded";
  const form = await sent({ a: { b: "x&y", c: [1, 2] }, d: undefined, "e f": true }, type);
  expect(form).toMatchObject({ body: "a%5Bb%5D=x%26y&a%5Bc%5D%5B0%5D=1&a%5Bc%5D%5B1%5D=2&e%20f=true", type });
  expect(await sent(new URLSearchParams({ a: "1 2" }), type)).toMatchObject({ body: "a=1+2", type });
  for (const odd of [[1], "a=1", new FormData(), new Map([["a", 1]]), new Blob(["a=1"])]) {
    expect((await sent(odd, type)).result).toMatchObject({ status: "refused" });
  }
});

test("text and bytes are sent as they are", async () => {
  expect(await sent("a,b\n", "text/csv")).toMatchObject({ body: "a,b\n", type: "text/csv" });
  expect((await sent(new Uint8Array([1, 2]), "application/octet-stream")).body).toEqual(new Uint8Array([1, 2]));
  expect((await sent(new Blob(["x"]), "application/octet-stream")).body).toEqual(new Uint8Array([120]));
  expect((await sent({}, "text/plain")).result).toMatchObject({ status: "refused" });
});

test("multipart forms reach a server whole, over both networks", async () => {
  const server = await serve((_seen, response) => json(response, 200, {}));
  const node = nodeFetch();
  const operation: Operation = { ...capture, contentType: "multipart/form-data", encodeBody: encodeMultipart };
  for (const fetch of [undefined, node]) {
    const client = connect(provider, { baseUrl: server.url, fetch });
    const body = {
      file: new Blob(["evidence"]),
      meta: { a: 1 },
      tags: ["x", "y"],
      bytes: new Uint8Array([65]),
      none: undefined,
    };
    await client[invoke](operation, { params: ["a"], body });
    const { headers, body: text } = server.seen.at(-1)!;
    expect(headers["content-type"]).toMatch(/^multipart\/form-data; ?boundary=/);
    for (const part of ["evidence", '{"a":1}', "x", "y", "A"]) expect(text).toContain(`\r\n\r\n${part}\r\n`);
  }
  await node.close();
  await server.close();
});

test("a file's type cannot start another header, and a file has no place inside an object", async () => {
  const client = (body: unknown) => {
    const operation: Operation = { ...capture, contentType: "multipart/form-data", encodeBody: encodeMultipart };
    return connect(provider, { fetch: script(answer(200, "{}")).fetch })
      [invoke](operation, { params: ["a"], body })
      .result();
  };
  const odd = new Blob(["x"]);
  Object.defineProperty(odd, "type", { value: "text/plain\r\nx-evil: 1" });
  expect(await client({ file: odd })).toMatchObject({ status: "refused" });
  expect(await client({ a: [undefined, null, "x"], b: undefined })).toMatchObject({ status: 200 });
  for (const body of [[], "text", new Map(), undefined]) {
    expect(await client(body)).toMatchObject({ status: body === undefined ? 200 : "refused" });
  }
});
