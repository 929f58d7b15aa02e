import { createServer, type IncomingHttpHeaders, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { startMock } from "@specie/mock";

/** A request, byte for byte as it came. */
export interface Seen {
  readonly method: string;
  /** The request target: path and query. */
  readonly target: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

export interface Answer {
  readonly status?: number;
  readonly headers?: Record<string, string>;
  /** Anything but text and bytes is sent as JSON. */
  readonly body?: unknown;
  /** Sent one after the other, each when the one before was written; in place of a body. */
  readonly chunks?: readonly (string | Uint8Array)[];
}

/** A raw server for the wire tests of one feature. */
export interface Wire {
  readonly url: string;
  /** What the next requests are answered with, in turn; without one `{}` with status 200. */
  answer(...answers: readonly Answer[]): void;
  /** The last request. */
  last(): Seen;
  /** Every request so far, sent again to Prism: what breaks the contract. */
  violations(except: RegExp | undefined): Promise<string[]>;
  close(): Promise<void>;
}

/** What the folder of a feature tells: the tests of its wire, and where Prism errs. */
export interface WireTests {
  readonly tests: (wire: () => Wire) => void;
  /** Parts of messages of Prism's that are its own mistakes, each with the reason. */
  readonly prismErrs?: readonly (readonly [message: RegExp, reason: string])[];
  /** Requests that Prism is not asked about, because it breaks on them. */
  readonly notForPrism?: RegExp;
}

/** Starts a server that records requests and knows nothing of OpenAPI. */
export async function startWire(feature: string): Promise<Wire> {
  const seen: Seen[] = [];
  const answers: Answer[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const { method = "", url = "", headers } = request;
      seen.push({ method, target: url, headers, body: Buffer.concat(chunks) });
      send(response, answers.shift() ?? { body: {} });
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    answer: (...given) => void answers.push(...given),
    last: () => seen.at(-1)!,
    violations: (except) =>
      replay(feature, except === undefined ? seen : seen.filter(({ target }) => !except.test(target))),
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

function send(response: ServerResponse, { status = 200, headers, body, chunks }: Answer): void {
  const raw = typeof body === "string" || body instanceof Uint8Array;
  const type: Record<string, string> = raw || chunks !== undefined ? {} : { "content-type": "application/json" };
  response.writeHead(status, { ...type, ...headers });
  if (chunks === undefined) {
    response.end(raw ? body : body === undefined ? undefined : JSON.stringify(body));
    return;
  }
  const next = (index: number): void => {
    const chunk = chunks[index];
    if (chunk === undefined) response.end();
    else response.write(chunk, () => setImmediate(next, index + 1));
  };
  next(0);
}

/** Prism is another reading of OpenAPI than ours: what both take for right is what the document says. */
async function replay(feature: string, seen: readonly Seen[]): Promise<string[]> {
  await using mock = await startMock(join(import.meta.dirname, "generated", feature, "openapi.json"));
  const unlike = new Set([
    "host",
    "connection",
    "content-length",
    "transfer-encoding",
    "accept-encoding",
    "keep-alive",
  ]);
  for (const { method, target, headers, body } of seen) {
    const kept = Object.entries(headers).filter(([name]) => !unlike.has(name)) as [string, string][];
    const response = await fetch(mock.url + target, {
      method,
      headers: kept,
      ...(body.length > 0 ? { body: new Uint8Array(body) } : {}),
    });
    await response.arrayBuffer();
  }
  return mock
    .violations()
    .filter(({ of, severity }) => of === "request" && severity === "Error")
    .map(({ method, path, location, message }) => `${method} ${path} ${location.join(".")}: ${message}`);
}
