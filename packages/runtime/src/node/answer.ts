import type { IncomingMessage } from "node:http";
import type { ByteStream, FetchResponse, ResponseHeaders } from "../network.ts";

/** Types of answers that go on for as long as the provider has something to tell. */
const STREAMS = /event-stream|ndjson|jsonl|json-lines|json-seq|stream\+json/i;

/** Is this an answer whose parts are wanted as they come? */
export function isStream({ statusCode = 0, headers }: IncomingMessage): boolean {
  return statusCode >= 200 && statusCode < 300 && STREAMS.test(headers["content-type"] ?? "");
}

/** Reads an answer to its end, so that a caller never holds half of one. */
export function collect(
  response: IncomingMessage,
  maxBytes: number,
  done: (answer: FetchResponse) => void,
  fail: (error: Error) => void,
): void {
  const chunks: Buffer[] = [];
  let size = 0;
  response.on("data", (chunk: Buffer) => {
    size += chunk.length;
    chunks.push(chunk);
    if (size > maxBytes) response.destroy(tooLarge(maxBytes));
  });
  response.on("error", fail);
  response.on("end", () => done(new NodeResponse(response, chunks)));
}

/** An answer that is read as it comes; whole, where its reader wants that. */
export function streamed(response: IncomingMessage, maxBytes: number): FetchResponse {
  // Whoever reads is told by what reading gives; without a listener an error would end the process.
  response.on("error", () => undefined);
  const chunks: AsyncIterator<Buffer> = response[Symbol.asyncIterator]();
  const whole = async (): Promise<Chunks> => {
    const found: Buffer[] = [];
    let size = 0;
    for (let next = await chunks.next(); next.done !== true; next = await chunks.next()) {
      size += next.value.length;
      found.push(next.value);
      if (size > maxBytes) {
        response.destroy();
        throw tooLarge(maxBytes);
      }
    }
    return found;
  };
  const reader: ReturnType<ByteStream["getReader"]> = {
    read: async () => {
      const { done, value } = await chunks.next();
      return { done: done === true, value };
    },
    cancel: async () => void response.destroy(),
  };
  return new NodeResponse(response, whole, { getReader: () => reader });
}

function tooLarge(maxBytes: number): RangeError {
  return new RangeError(`the answer is larger than ${maxBytes} bytes`);
}

type Chunks = readonly Buffer[];

class NodeResponse implements FetchResponse {
  readonly status: number;
  readonly headers: ResponseHeaders;
  readonly body: ByteStream | null;
  readonly #chunks: Chunks | (() => Promise<Chunks>);

  constructor(response: IncomingMessage, chunks: Chunks | (() => Promise<Chunks>), body: ByteStream | null = null) {
    const { headers } = response;
    this.status = response.statusCode ?? 0;
    this.headers = {
      get: (name) => {
        const value = headers[name.toLowerCase()];
        return value === undefined ? null : Array.isArray(value) ? value.join(", ") : value;
      },
    };
    this.body = body;
    this.#chunks = chunks;
  }

  async text(): Promise<string> {
    const chunks = typeof this.#chunks === "function" ? await this.#chunks() : this.#chunks;
    const [first = Buffer.of()] = chunks;
    const text = (chunks.length > 1 ? Buffer.concat(chunks) : first).toString();
    // As the web's text(): a byte order mark is no part of the text.
    return text.startsWith("\ufeff") ? text.slice(1) : text;
  }

  async arrayBuffer(): Promise<ArrayBuffer> {
    const chunks = typeof this.#chunks === "function" ? await this.#chunks() : this.#chunks;
    return new Uint8Array(Buffer.concat(chunks)).buffer;
  }
}
