import type { ServerEvent } from "@specie/runtime";
import { expect, it } from "vitest";
import { createClient } from "../generated/streams/client.ts";
import type { Wire } from "../wire.ts";

const sse = { "content-type": "text/event-stream" };

export function tests(wire: () => Wire): void {
  const client = () => createClient({ baseUrl: wire().url, retries: 0 });
  const all = async <T>(stream: AsyncIterable<T>): Promise<T[]> => {
    const found: T[] = [];
    for await (const each of stream) found.push(each);
    return found;
  };

  it("sends and reads bytes as they are", async () => {
    const bytes = Uint8Array.from({ length: 256 }, (_, index) => index);
    wire().answer({ status: 204 }, { body: bytes });
    await client().receipts.store(bytes);
    expect(wire().last()).toMatchObject({
      headers: { "content-type": "application/octet-stream" },
      body: Buffer.from(bytes),
    });
    expect(await client().receipts.download("a")).toEqual(bytes);
    wire().answer({ status: 404, body: { why: "gone" } });
    const result = await client().receipts.download("a").result();
    expect(result.status === 404 ? result.data.why : undefined).toBe("gone");
  });

  it("gives server-sent events as they come, however the bytes are cut", async () => {
    const text =
      'id: 1\r\nevent: tick\r\ndata: {"at":\r\ndata: 1}\r\n\r\n: a comment\n\ndata: {"at":2,"note":"é"}\n\ndata: [DONE]\n\ndata: {"at":3}\n\n';
    const bytes = new TextEncoder().encode(text);
    const chunks = Array.from({ length: Math.ceil(bytes.length / 7) }, (_, index) =>
      bytes.slice(index * 7, index * 7 + 7),
    );
    wire().answer({ headers: sse, chunks });
    expect(await all(await client().events.watch())).toEqual([
      { event: "tick", id: "1", data: { at: 1 } },
      { event: "message", id: "1", data: { at: 2, note: "é" } },
    ]);
  });

  it("gives the data of events as text where the schema is text", async () => {
    wire().answer({ headers: sse, chunks: ["data: 12\ndata:  b\n\n", "retry: 5\n\ndata: unfinished"] });
    const [first, ...rest] = await all<ServerEvent<string>>(await client().log.read());
    expect([first?.data, rest]).toEqual(["12\n b", []]);
  });

  it("reads the declared error of a stream that was refused", async () => {
    wire().answer({ status: 403, body: { why: "no" } });
    const result = await client().events.watch().result();
    expect(result.status === 403 ? result.data.why : undefined).toBe("no");
  });

  it("ends with DecodeError at what is not JSON, without quoting it", async () => {
    wire().answer({ headers: sse, chunks: ["data: 4111111111111111 oops\n\n"] });
    const error: unknown = await all(await client().events.watch()).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ name: "DecodeError" });
    expect(`${error} ${JSON.stringify(error)}`).not.toContain("4111");
  });

  it("ends with AbortedError when the caller's signal fires, and closes the connection when the loop is left", async () => {
    const endless = { headers: sse, chunks: Array.from({ length: 2000 }, (_, at) => `data: {"at":${at}}\n\n`) };
    wire().answer(endless, endless);
    const controller = new AbortController();
    const seen: number[] = [];
    const loop = (async () => {
      for await (const { data } of await client().events.watch({ signal: controller.signal })) {
        seen.push(data.at);
        controller.abort();
      }
    })();
    await expect(loop).rejects.toMatchObject({ name: "AbortedError" });
    for await (const { data } of await client().events.watch()) {
      seen.push(data.at);
      break;
    }
    expect(seen).toEqual([0, 0]);
  });

  it("gives lines of JSON as they come", async () => {
    wire().answer({
      chunks: ['{"at":1}\n{"a', 't":2}\r\n\n{"at":3}'],
      headers: { "content-type": "application/x-ndjson" },
    });
    expect(await all(await client().export.rows({ from: 1 }))).toEqual([{ at: 1 }, { at: 2 }, { at: 3 }]);
    expect(wire().last().body.toString()).toBe('{"from":1}');
  });

  it("gives bytes as they come where provider.yaml says so", async () => {
    wire().answer({ chunks: [new Uint8Array([0, 255]), new Uint8Array([1])] });
    const chunks = await all(await client().export.raw());
    expect(Buffer.concat(chunks)).toEqual(Buffer.from([0, 255, 1]));
  });
}
