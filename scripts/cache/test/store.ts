import { once } from "node:events";
import { createServer } from "node:http";
import { onTestFinished } from "vitest";
import type { Cache } from "../turbo.ts";

export interface Artifact {
  bytes: Buffer;
  tag: string;
}

/** The few calls that turbo makes to a remote cache, with a map as the store. */
export async function startStore(): Promise<{ readonly cache: Cache; readonly artifacts: Map<string, Artifact> }> {
  const artifacts = new Map<string, Artifact>();
  const server = createServer((request, response) => {
    const hash = /^\/v8\/artifacts\/([0-9a-f]+)(\?|$)/.exec(request.url ?? "")?.[1];
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const found = hash === undefined ? undefined : artifacts.get(hash);
      if (hash === undefined) return response.writeHead(200).end('{"status":"enabled"}');
      if (request.method === "PUT") {
        artifacts.set(hash, { bytes: Buffer.concat(chunks), tag: String(request.headers["x-artifact-tag"]) });
        return response.writeHead(202).end("{}");
      }
      if (found === undefined) return response.writeHead(404).end();
      response.writeHead(200, { "x-artifact-tag": found.tag, "x-artifact-duration": "1" });
      return response.end(request.method === "HEAD" ? undefined : found.bytes);
    });
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => void server.close());
  const address = server.address();
  const port = typeof address === "object" ? address?.port : 0;
  const key = "an example key of more than 32 characters";
  return { cache: { url: `http://127.0.0.1:${port}`, token: "example", key }, artifacts };
}
