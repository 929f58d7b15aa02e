import { getEventListeners } from "node:events";
import type { ServerResponse } from "node:http";
import { afterEach, expect, test, vi } from "vitest";
import { type CallOptions, connect, invoke, type Operation, readEvents } from "../src/index.ts";
import { type NodeFetchOptions, nodeFetch } from "../src/node/index.ts";
import { provider } from "./support/operations.ts";
import { serve } from "./support/server.ts";

const open: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of open.splice(0).reverse()) await close();
});

const untyped = { name: "events.watch", method: "GET", path: "/events", statuses: [200] } as const;
const watch: Operation<AsyncIterable<{ readonly data: unknown }>> = { ...untyped, bodies: { 200: readEvents } };

/** A server that answers with events, and a client of it over `nodeFetch`. */
async function started(answer: (response: ServerResponse) => void, options?: NodeFetchOptions) {
  let closed = 0;
  const server = await serve(({ socket }, response) => {
    socket.on("close", () => closed++);
    response.writeHead(200, { "content-type": "text/event-stream; charset=utf-8" });
    answer(response);
  });
  const fetch = nodeFetch(options);
  open.push(server.close, fetch.close);
  const client = connect(provider, { baseUrl: server.url, fetch, retries: 0 });
  return {
    fetch,
    server,
    closed: () => closed,
    call: (options: CallOptions = {}) => client[invoke](watch, { options }),
    text: () => client[invoke]<string, unknown>({ ...untyped, bodies: { 200: "text" } }, {}),
  };
}

test("events are given as they come", async () => {
  let next: () => void = () => undefined;
  const { call } = await started((response) => {
    response.write("data: 1\n\n");
    next = () => response.end("data: 2\n\n");
  });
  const found: unknown[] = [];
  for await (const { data } of await call()) {
    found.push(data);
    next();
  }
  expect(found).toEqual([1, 2]);
});

test("a connection serves what comes after a stream that was read to its end", async () => {
  const { call, server } = await started((response) => response.end("data: 1\n\n"));
  for (let count = 0; count < 3; count++) {
    for await (const { data } of await call()) expect(data).toBe(1);
  }
  expect(server.connections()).toBe(1);
});

test("leaving the loop closes the connection, and so does the caller's signal", async () => {
  const { call, closed, fetch } = await started((response) => response.write("data: 1\n\n"));
  for await (const { data } of await call()) {
    expect(data).toBe(1);
    break;
  }
  await vi.waitFor(() => expect(closed()).toBe(1), { timeout: 20_000 });
  const controller = new AbortController();
  const loop = (async () => {
    for await (const _event of await call({ signal: controller.signal })) controller.abort();
  })();
  await expect(loop).rejects.toMatchObject({ name: "AbortedError", sent: true });
  await vi.waitFor(() => expect(closed()).toBe(2), { timeout: 20_000 });
  // Neither is under way for ever.
  await fetch.close();
});

test("the caller's signal leaves a stream that nobody has begun to read, and its loop then gives nothing", async () => {
  const { call, closed, fetch } = await started((response) => response.write("data: 1\n\n"));
  const controller = new AbortController();
  const events = await call({ signal: controller.signal });
  controller.abort();
  await vi.waitFor(() => expect(closed()).toBe(1), { timeout: 20_000 });
  const loop = (async () => {
    for await (const _event of events) expect.unreachable();
  })();
  await expect(loop).rejects.toMatchObject({ name: "AbortedError", sent: true });
  expect(getEventListeners(controller.signal, "abort")).toHaveLength(0);
  await fetch.close();
});

test("a connection that breaks on the way is a NetworkError, after what came", async () => {
  const { call } = await started((response) => {
    response.write("data: 1\n\n");
    setTimeout(() => response.destroy(), 20);
  });
  const found: unknown[] = [];
  const loop = (async () => {
    for await (const { data } of await call()) found.push(data);
  })();
  await expect(loop).rejects.toMatchObject({ name: "NetworkError", sent: true });
  expect(found).toEqual([1]);
});

test("a stream that nobody reads breaks without a word", async () => {
  const { call } = await started((response) => {
    response.write("data: 1\n\n");
    setTimeout(() => response.destroy(), 20);
  });
  await call();
  await new Promise((resolve) => setTimeout(resolve, 60));
});

test("where it is declared as text it is read whole, up to the limit", async () => {
  const { text } = await started((response) => response.end("data: 1\n\n"), { maxResponseBytes: 20 });
  expect(await text()).toBe("data: 1\n\n");
  const large = await started((response) => response.end("data: 1\n\n".repeat(9)), { maxResponseBytes: 20 });
  expect(await large.text().result()).toMatchObject({ status: "network", sent: true });
});
