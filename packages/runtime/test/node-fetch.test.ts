import { createServer } from "node:net";
import { afterEach, expect, test, vi } from "vitest";
import { type CallOptions, connect, type Fetch, invoke } from "../src/index.ts";
import { type NodeFetch, type NodeFetchOptions, nodeFetch } from "../src/node/index.ts";
import { capture, fetchPayment, provider } from "./support/operations.ts";
import { json, serve, type TestServer } from "./support/server.ts";

const open: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of open.splice(0).reverse()) await close();
});
async function started(answer: Parameters<typeof serve>[0]): Promise<TestServer> {
  const server = await serve(answer);
  open.push(server.close);
  return server;
}
function network(options?: NodeFetchOptions): NodeFetch {
  const fetch = nodeFetch(options);
  open.push(fetch.close);
  return fetch;
}
const init = { method: "GET", headers: {}, redirect: "manual" } as const;

test("one connection serves calls that follow each other", async () => {
  const server = await started((_seen, response) => json(response, 200, { id: "é" }));
  const client = connect(provider, { baseUrl: server.url, fetch: network() });
  for (let index = 0; index < 5; index++) {
    expect(await client[invoke](capture, { params: ["a"], body: { name: "ü" } })).toEqual({ id: "é" });
  }
  expect(server.connections()).toBe(1);
  expect(server.seen[0]).toMatchObject({
    method: "POST",
    body: '{"name":"ü"}',
    headers: { "content-length": "13", "user-agent": "specie" },
  });
});

test("a post without a body says so, and a read has no length", async () => {
  const server = await started((_seen, response) => json(response, 200, {}));
  const client = connect(provider, { baseUrl: server.url, fetch: network() });
  await client[invoke](capture, { params: ["a"] });
  await client[invoke](fetchPayment, { params: ["a"] });
  expect(server.seen.map(({ headers }) => headers["content-length"])).toEqual(["0", undefined]);
  expect(server.seen[0]?.headers.host).toBe(new URL(server.url).host);
});

test("a refused connection proves that nothing was sent", async () => {
  const server = await serve(() => undefined);
  await server.close();
  for (const fetch of [network(), undefined]) {
    const client = connect(provider, { baseUrl: server.url, fetch, retries: 0 });
    const result = await client[invoke](capture, { params: ["a"], body: {} }).result();
    expect(result).toMatchObject({ status: "network", sent: false, error: { cause: { code: "ECONNREFUSED" } } });
  }
});

test("a kept connection that dies leaves the outcome of a payment unknown", async () => {
  const server = await started(({ socket }, response) => {
    if (server.seen.length === 1) json(response, 200, {});
    else socket.destroy();
  });
  const client = connect(provider, { baseUrl: server.url, fetch: network() });
  await client[invoke](capture, { params: ["a"], body: {} });
  const result = await client[invoke](capture, { params: ["a"], body: {} }).result();
  expect(result).toMatchObject({ status: "network", sent: true });
  expect(server.seen).toHaveLength(2);
});

test("speaking TLS to a server that does not proves that nothing was sent in the clear", async () => {
  const sockets: string[] = [];
  const server = createServer((socket) =>
    socket
      .on("error", () => undefined)
      .on("data", (data) => {
        sockets.push(data.toString("latin1"));
        socket.end("HTTP/1.1 400 Bad Request\r\n\r\n");
      }),
  );
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  open.push(() => new Promise((resolve) => server.close(() => resolve())));
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  const client = connect(provider, { baseUrl: `https://127.0.0.1:${port}`, fetch: network(), retries: 0 });
  expect(await client[invoke](capture, { params: ["a"], body: { secret: 1 } }).result()).toMatchObject({
    status: "network",
  });
  expect(sockets.join()).not.toContain("secret");
});

test.each([
  ["by itself, without a signal", (fetch: Fetch) => fetch],
  // A function around it does not say that it can do without.
  [
    "behind another function, by the signal",
    (fetch: Fetch): Fetch =>
      (url, init) =>
        fetch(url, { ...init }),
  ],
])("the end of a call closes the connection: %s", async (_how, wrap) => {
  let closed = 0;
  const server = await started(({ socket }, response) => {
    socket.on("close", () => closed++);
    // The second answer is cut short by the caller, half of it read.
    if (server.seen.length > 1) response.writeHead(200, { "content-length": "10" }).write("1");
  });
  const fetch = network();
  const client = connect(provider, { baseUrl: server.url, fetch: wrap(fetch), retries: 0 });
  const call = (options: CallOptions) => client[invoke](capture, { params: ["a"], body: {}, options }).result();
  expect(await call({ timeoutMs: 30 })).toMatchObject({ status: "timeout", sent: true });
  await vi.waitFor(() => expect(closed).toBe(1), { timeout: 20_000 });
  expect(await call({ signal: AbortSignal.timeout(50) })).toMatchObject({ status: "aborted", sent: true });
  await vi.waitFor(() => expect(closed).toBe(2), { timeout: 20_000 });
  // Neither is counted as under way for ever.
  await fetch.close();
});

test("the end of a call closes the connection of its second attempt too", async () => {
  let closed = 0;
  const server = await started(({ socket }) => {
    if (server.seen.length === 1) socket.destroy();
    else socket.on("close", () => closed++);
  });
  const client = connect(provider, { baseUrl: server.url, fetch: network(), random: () => 0 });
  const result = await client[invoke](fetchPayment, { params: ["a"], options: { timeoutMs: 100 } }).result();
  expect(result).toMatchObject({ status: "timeout", sent: true });
  await vi.waitFor(() => expect(closed).toBe(1), { timeout: 20_000 });
});

test("a function around it that takes its time sends nothing after the end of the call", async () => {
  const server = await started((_seen, response) => json(response, 200, {}));
  const fetch = network();
  let pass: () => void = () => undefined;
  const late = new Promise<void>((resolve) => (pass = resolve));
  // With all that the function itself has, what it says of signals too.
  const around: Fetch = Object.assign(async (...given: Parameters<Fetch>) => {
    await late;
    return fetch(...given);
  }, fetch);
  const client = connect(provider, { baseUrl: server.url, fetch: around });
  const result = await client[invoke](capture, { params: ["a"], body: {}, options: { timeoutMs: 10 } }).result();
  expect(result).toMatchObject({ status: "timeout", sent: true });
  pass();
  await late;
  await fetch.close();
  expect(server.seen).toHaveLength(0);
});

test("an answer in another protocol is a network failure, and not counted as under way", async () => {
  const server = await started(({ socket }) =>
    socket.end("HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: other\r\n\r\n"),
  );
  const fetch = network();
  const client = connect(provider, { baseUrl: server.url, fetch, retries: 0 });
  expect(await client[invoke](capture, { params: ["a"], body: {} }).result()).toMatchObject({
    status: "network",
    sent: true,
  });
  await fetch.close();
});

test("an answer that is too large is a network failure", async () => {
  const server = await started((_seen, response) => response.end("x".repeat(2000)));
  const client = connect(provider, { baseUrl: server.url, fetch: network({ maxResponseBytes: 1000 }), retries: 0 });
  expect(await client[invoke](fetchPayment, { params: ["a"] }).result()).toMatchObject({
    status: "network",
    sent: true,
  });
});

test("no more connections than allowed are opened", async () => {
  const server = await started((_seen, response) => void setTimeout(() => json(response, 200, {}), 5));
  const client = connect(provider, { baseUrl: server.url, fetch: network({ maxConnections: 2 }) });
  await Promise.all(Array.from({ length: 8 }, () => client[invoke](fetchPayment, { params: ["a"] })));
  expect(server.connections()).toBe(2);
});

test("close lets calls under way end, and takes no more", async () => {
  const server = await started((_seen, response) => void setTimeout(() => json(response, 200, { ok: 1 }), 20));
  const fetch = nodeFetch();
  const client = connect(provider, { baseUrl: server.url, fetch, retries: 0 });
  const call = client[invoke](fetchPayment, { params: ["a"] });
  await new Promise((resolve) => setTimeout(resolve, 5));
  await Promise.all([fetch.close(), expect(call).resolves.toEqual({ ok: 1 })]);
  expect(await client[invoke](fetchPayment, { params: ["a"] }).result()).toMatchObject({ status: "network" });
  await fetch.close();
});

test("headers are read whatever their case, and bodies as bytes too", async () => {
  const server = await started((_seen, response) =>
    response.writeHead(418, { "X-Id": "1", "Set-Cookie": ["a=1", "b=2"] }).end("é"),
  );
  const response = await network()(`${server.url}/a b?c=é`, init);
  expect(response.status).toBe(418);
  expect([response.headers.get("x-ID"), response.headers.get("set-cookie"), response.headers.get("none")]).toEqual([
    "1",
    "a=1, b=2",
    null,
  ]);
  expect(Buffer.from(await response.arrayBuffer()).toString()).toBe("é");
  expect(server.seen[0]?.target).toBe("/a%20b?c=%C3%A9");
  expect((await network()(server.url, init)).status).toBe(418);
});

test("an aborted signal sends nothing", async () => {
  const server = await started((_seen, response) => response.end());
  await expect(network()(server.url, { ...init, signal: AbortSignal.abort() })).rejects.toThrow();
  expect(server.seen).toHaveLength(0);
});
