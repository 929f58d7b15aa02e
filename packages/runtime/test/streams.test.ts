import { expect, test } from "vitest";
import {
  connect,
  type Fetch,
  type FetchResponse,
  invoke,
  type Operation,
  readChunks,
  readEvents,
  readLines,
} from "../src/index.ts";
import { answer, provider, script } from "./support/operations.ts";

const watch: Operation<AsyncIterable<unknown>> = {
  name: "events.watch",
  method: "GET",
  path: "/events",
  statuses: [200],
};

/** An answer that comes in these pieces, then ends or breaks. */
function streamed(pieces: readonly string[], end?: Error): FetchResponse & { cancelled: number } {
  let at = 0;
  const response = {
    ...answer(200, ""),
    cancelled: 0,
    body: {
      getReader: () => ({
        read: async () => {
          const piece = pieces[at++];
          if (piece !== undefined) return { done: false, value: new TextEncoder().encode(piece) };
          if (end) throw end;
          return { done: true };
        },
        cancel: async () => {
          response.cancelled++;
        },
      }),
    },
  };
  return response;
}

async function read(operation: Operation<AsyncIterable<unknown>>, response: FetchResponse): Promise<unknown[]> {
  const found: unknown[] = [];
  for await (const item of await connect(provider, { fetch: script(response).fetch })[invoke](operation, {})) {
    found.push(item);
  }
  return found;
}

test("an answer without a stream of its own is read whole, and gives the same", async () => {
  const text = "data: 1\n\ndata: 2\n\n";
  expect(await read({ ...watch, bodies: { 200: readEvents } }, answer(200, text))).toEqual(
    await read({ ...watch, bodies: { 200: readEvents } }, streamed(["data: 1\n", "\ndata: 2\n\n"])),
  );
  expect(await read({ ...watch, bodies: { 200: readChunks } }, answer(200, "ab"))).toEqual([new Uint8Array([97, 98])]);
});

test.each([
  [["data: 1\r", "\n\r\n"], [1]],
  [["data: 1\rdata\r\r"], [1]],
  [["data: one\n\n"], undefined],
  [["\ufeffdata: 1\n\n"], [1]],
  [["id: a\0b\nevent: x\n\ndata:1\n\n"], [1]],
  [["data: 1"], []],
  [[""], []],
])("events are cut as the standard says: %j", async (pieces, expected) => {
  const reading = read({ ...watch, bodies: { 200: readEvents } }, streamed(pieces));
  if (expected === undefined) await expect(reading).rejects.toMatchObject({ name: "DecodeError" });
  else expect((await reading).map((event) => Reflect.get(Object(event), "data"))).toEqual(expected);
});

test("digits of a number in a stream are kept", async () => {
  expect(await read({ ...watch, bodies: { 200: readLines } }, streamed(['{"a":12345678901234567890}\n']))).toEqual([
    { a: "12345678901234567890" },
  ]);
});

test("a connection that breaks on the way is a NetworkError, after what came", async () => {
  const response = streamed(["1\n2\n"], new TypeError("terminated"));
  const found: unknown[] = [];
  const loop = (async () => {
    const client = connect(provider, { fetch: script(response).fetch });
    for await (const item of await client[invoke]({ ...watch, bodies: { 200: readLines } }, {})) found.push(item);
  })();
  await expect(loop).rejects.toMatchObject({ name: "NetworkError", sent: true });
  expect([found, response.cancelled]).toEqual([[1, 2], 1]);
});

test("an answer that is read whole and breaks is a NetworkError too", async () => {
  const broken: FetchResponse = { ...answer(200, ""), arrayBuffer: () => Promise.reject(new TypeError("terminated")) };
  await expect(read({ ...watch, bodies: { 200: readLines } }, broken)).rejects.toMatchObject({
    name: "NetworkError",
    sent: true,
  });
});

test("leaving the loop closes the connection", async () => {
  const response = streamed(["1\n", "2\n", "3\n"]);
  const client = connect(provider, { fetch: script(response).fetch });
  for await (const item of await client[invoke]({ ...watch, bodies: { 200: readLines } }, {})) {
    expect(item).toBe(1);
    break;
  }
  expect(response.cancelled).toBe(1);
});

test("a signal that was aborted before the loop ends a stream in which nothing comes", async () => {
  const controller = new AbortController();
  const fetch: Fetch = async (_url, { signal }) => ({
    ...answer(200, ""),
    body: {
      getReader: () => ({
        read: () =>
          new Promise((_resolve, reject) => {
            if (signal?.aborted) reject(new Error("aborted"));
            signal?.addEventListener("abort", () => reject(new Error("aborted")));
          }),
        cancel: async () => undefined,
      }),
    },
  });
  const operation = { ...watch, bodies: { 200: readLines } };
  const items = await connect(provider, { fetch })[invoke](operation, { options: { signal: controller.signal } });
  controller.abort();
  const loop = (async () => {
    for await (const _item of items) expect.unreachable();
  })();
  await expect(loop).rejects.toMatchObject({ name: "AbortedError", sent: true });
});

test("another status than the streamed one is read as declared", async () => {
  const operation: Operation = { ...watch, statuses: [200, 403], bodies: { 200: readLines } };
  const client = connect(provider, { fetch: script(answer(403, '{"code":"no"}')).fetch });
  expect(await client[invoke](operation, {}).result()).toMatchObject({ status: 403, data: { code: "no" } });
});
