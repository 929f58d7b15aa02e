import { afterAll, beforeAll, expect, test } from "vitest";
import { ApiError, type Call, connect, invoke, type Operation, readBytes } from "../src/index.ts";
import { nodeFetch } from "../src/node/index.ts";
import { capture, provider } from "./support/operations.ts";
import { serve, type TestServer } from "./support/server.ts";

let server: TestServer;
const node = nodeFetch();
beforeAll(async () => {
  server = await serve(({ target }, response) => {
    const [, kind = ""] = /payments\/([^/]+)/.exec(target) ?? [];
    if (kind === "empty500") response.writeHead(500).end();
    else if (kind === "empty200") response.writeHead(200).end();
    else if (kind === "empty204") response.writeHead(204).end();
    else if (kind === "html") response.writeHead(200, { "content-type": "text/html" }).end("<html>maintenance</html>");
    else if (kind === "html502")
      response.writeHead(502, { "content-type": "text/html" }).end("<html>bad gateway</html>");
    else if (kind === "cut") {
      response.writeHead(200, { "content-length": "1000" });
      response.write('{"id":');
      setTimeout(() => response.destroy(), 20);
    } else if (kind === "slow") {
      response.writeHead(200, { "content-type": "application/json" });
      response.write('{"id":');
    } else if (kind === "reset") response.destroy();
    else if (kind === "chunked") {
      response.writeHead(200);
      response.write('{"id":"p');
      setTimeout(() => response.end('ay_é"}'), 10);
    } else if (kind === "bom") response.writeHead(200).end('\ufeff{"id":"pay_1"}');
    else response.writeHead(Number(kind), { location: `${server.url}/elsewhere` }).end("moved");
  });
});
afterAll(async () => {
  await node.close();
  await server.close();
});

function send(fetch: typeof node | undefined, kind: string, operation: Operation = capture): Call<unknown, unknown> {
  const client = connect(provider, { baseUrl: server.url, fetch });
  return client[invoke](operation, { params: [kind], body: {}, options: { timeoutMs: 300 } });
}

for (const [name, fetch] of [
  ["global fetch", undefined],
  ["nodeFetch", node],
] as const) {
  test(`${name}: an error without a body is still an error`, async () => {
    const result = await send(fetch, "empty500").result();
    expect(result).toMatchObject({ status: "default", ok: false, httpStatus: 500, data: undefined });
    await expect(send(fetch, "empty500")).rejects.toBeInstanceOf(ApiError);
  });

  test(`${name}: an empty answer is fine where no body must be`, async () => {
    expect(await send(fetch, "empty200", { ...capture, bodies: { 200: "none" } })).toBeUndefined();
    expect(await send(fetch, "empty204", { ...capture, statuses: [204] }).result()).toMatchObject({
      status: 204,
      ok: true,
    });
  });

  test(`${name}: an empty answer is refused where a body is declared`, async () => {
    expect(await send(fetch, "empty200").result()).toMatchObject({ status: "decode", httpStatus: 200 });
    const declared: Operation = { ...capture, statuses: [200, 500] };
    expect(await send(fetch, "empty500", declared).result()).toMatchObject({ status: "default", data: undefined });
  });

  test(`${name}: HTML with status 200 cannot be decoded`, async () => {
    const result = await send(fetch, "html").result();
    expect(result).toMatchObject({ status: "decode", httpStatus: 200, text: "<html>maintenance</html>" });
  });

  test(`${name}: an HTML error page is an error with its text, under a status that promises no type`, async () => {
    const operation: Operation = { ...capture, statuses: [200, 502] };
    const result = await send(fetch, "html502", operation).result();
    expect(result).toMatchObject({ status: "default", ok: false, httpStatus: 502, data: "<html>bad gateway</html>" });
  });

  test(`${name}: a connection that breaks within the answer leaves the outcome unknown`, async () => {
    expect(await send(fetch, "cut").result()).toMatchObject({ status: "network", sent: true });
    expect(await send(fetch, "reset").result()).toMatchObject({ status: "network", sent: true });
  });

  test(`${name}: the time limit covers the reading of the body`, async () => {
    expect(await send(fetch, "slow").result()).toMatchObject({ status: "timeout", sent: true });
  });

  test(`${name}: a character cut in two by chunks and a byte order mark are read well`, async () => {
    expect(await send(fetch, "chunked")).toEqual({ id: "pay_é" });
    expect(await send(fetch, "bom")).toEqual({ id: "pay_1" });
  });

  test(`${name}: no redirect is followed, and its outcome is unknown`, async () => {
    for (const status of ["301", "302", "303", "307", "308"]) {
      const result = await send(fetch, status).result();
      expect(result).toMatchObject({ status: "network", sent: true });
      expect(String(Reflect.get(Object(result), "error"))).toContain(`HTTP ${status}: redirects`);
    }
    expect(server.seen.some(({ target }) => target === "/elsewhere")).toBe(false);
  });
}

test("a redirect is not sent again, even where that is safe", async () => {
  const before = server.seen.length;
  await send(undefined, "302", { ...capture, resend: "safe" }).result();
  expect(server.seen.length).toBe(before + 1);
});

test("text and bytes are given as they are declared", async () => {
  const text: Operation = { ...capture, bodies: { 200: "text" } };
  expect(await send(undefined, "html", text)).toBe("<html>maintenance</html>");
  const bytes: Operation = { ...capture, bodies: { 200: readBytes } };
  const data = await send(node, "html", bytes);
  expect(data).toBeInstanceOf(Uint8Array);
  expect(Buffer.from(data as Uint8Array).toString()).toBe("<html>maintenance</html>");
});
