import { AbortedError, DecodeError, NetworkError } from "./errors/index.ts";
import { parseExact } from "./exact-json.ts";
import type { Job } from "./job.ts";
import type { Bytes, FetchResponse } from "./network.ts";
import type { BodyReader } from "./operation.ts";

/** One server-sent event. */
export interface ServerEvent<T> {
  /** `message` where the provider names none. */
  readonly event: string;
  /** The last id that the provider gave; empty before the first. */
  readonly id: string;
  readonly data: T;
}

/** Bytes, all at once. */
export const readBytes: BodyReader = async (_job, response): Promise<Bytes> =>
  new Uint8Array(await response.arrayBuffer());

/** Bytes as they come. */
export const readChunks: BodyReader = (job, response) => open(job, response, (chunks) => chunks);

/** A JSON value for each line. */
export const readLines: BodyReader = (job, response) => {
  const parse = parserOf(job, response);
  return open(job, response, async function* (chunks) {
    for await (const line of linesOf(chunks)) if (line.trim() !== "") yield parse(line);
  });
};

/** Server-sent events, their data as JSON. The text `[DONE]` ends the stream, as it does for those who send it. */
export const readEvents: BodyReader = (job, response) => eventsOf(job, response, parserOf(job, response));

/** The same, where the data of events is text. */
export const readTextEvents: BodyReader = (job, response) => eventsOf(job, response, (text) => text);

function eventsOf(job: Job, response: FetchResponse, parse: (text: string) => unknown): AsyncIterable<unknown> {
  return open(job, response, async function* (chunks) {
    let event = "";
    let id = "";
    let data: string[] = [];
    for await (const line of linesOf(chunks)) {
      if (line === "") {
        const text = data.join("\n");
        if (text === "[DONE]") return;
        if (data.length > 0) yield { event: event || "message", id, data: parse(text) };
        event = "";
        data = [];
      } else {
        const [, name, value = ""] = /^([^:]*):? ?(.*)$/s.exec(line) ?? [];
        if (name === "data") data.push(value);
        else if (name === "event") event = value;
        else if (name === "id" && !value.includes("\0")) id = value;
      }
    }
  });
}

function parserOf(job: Job, { status }: FetchResponse): (text: string) => unknown {
  return (text) => {
    try {
      return parseExact(text);
    } catch {
      const problem = "a stream that holds something that is not JSON";
      throw new DecodeError(job.context, problem, { httpStatus: status, requestId: undefined, text });
    }
  };
}

function open(
  job: Job,
  response: FetchResponse,
  read: (chunks: AsyncIterable<Uint8Array>) => AsyncIterable<unknown>,
): AsyncIterable<unknown> {
  const { signal } = job.options;
  const stop = (): void => job.stop();
  // From now on and not from the loop on: a stream that nobody has begun to read is left by the signal too.
  signal?.addEventListener("abort", stop);
  return untilAborted(job, read(chunksOf(job, response)), stop);
}

/** One chunk may hold many items: none of them is given after the caller's signal. */
async function* untilAborted(
  job: Job,
  items: AsyncIterable<unknown>,
  stop: () => void,
): AsyncGenerator<unknown, void, undefined> {
  const { signal } = job.options;
  try {
    for await (const item of items) {
      if (signal?.aborted) throw new AbortedError(job.context, true);
      yield item;
    }
  } finally {
    signal?.removeEventListener("abort", stop);
  }
}

/** The chunks of an answer. The caller's signal ends them; leaving the loop closes the connection. */
async function* chunksOf(job: Job, response: FetchResponse): AsyncGenerator<Uint8Array, void, undefined> {
  const reader = response.body?.getReader();
  try {
    if (!reader) yield new Uint8Array(await response.arrayBuffer());
    else
      for (;;) {
        const { done, value } = await reader.read();
        if (done) return;
        if (value) yield value;
      }
  } catch (error) {
    if (job.options.signal?.aborted) throw new AbortedError(job.context, true);
    throw new NetworkError(job.context, true, error);
  } finally {
    reader?.cancel().catch(() => undefined);
  }
}

/** Lines, whatever ends them, and however the bytes were cut. */
async function* linesOf(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string, void, undefined> {
  const decoder = new TextDecoder();
  let rest = "";
  for await (const chunk of chunks) {
    rest += decoder.decode(chunk, { stream: true });
    // A carriage return at the end may be half of a line's end.
    const lines = rest.split(/\r\n|\n|\r(?!$)/);
    rest = lines.pop() ?? "";
    yield* lines;
  }
  rest += decoder.decode();
  if (rest !== "") yield* rest.split(/\r\n|\n|\r/);
}
