import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { type AddressInfo, createServer as createListener, type Server } from "node:net";
import type { Answer } from "../case.ts";

/** A server that must not be asked, and one that gives what an attacker would. */
export interface Network {
  /** Connections to it are counted, and nothing is answered. */
  readonly listener: string;
  readonly server: string;
  connections(): number;
  /** The paths below a prefix that were asked. */
  asked(prefix: string): readonly string[];
  serve(prefix: string, answers: Readonly<Record<string, Answer>>): void;
  close(): void;
}

export async function openNetwork(): Promise<Network> {
  let connections = 0;
  const asked: string[] = [];
  const answers = new Map<string, Answer>();
  const listener = createListener((socket) => {
    connections += 1;
    socket.destroy();
  });
  const server = createServer((request, response) => {
    asked.push(request.url ?? "");
    reply(request, response, answers.get(request.url ?? ""));
  });
  for (const each of [listener, server]) each.unref();
  return {
    listener: await open(listener),
    server: await open(server),
    connections: () => connections,
    asked: (prefix) => asked.filter((path) => path.startsWith(`${prefix}/`)).map((path) => path.slice(prefix.length)),
    serve: (prefix, all) => {
      for (const [path, answer] of Object.entries(all)) answers.set(`${prefix}${path}`, answer);
    },
    close: () => {
      listener.close();
      server.closeAllConnections();
      server.close();
    },
  };
}

async function open(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

function reply(_: IncomingMessage, response: ServerResponse, answer: Answer | undefined): void {
  if (answer === undefined) {
    response.writeHead(404).end();
    return;
  }
  const { status = 200, headers = {}, body = "", stalls = false } = answer;
  const content = typeof body === "string" || body instanceof Uint8Array ? body : JSON.stringify(body);
  response.writeHead(status, headers);
  if (stalls) response.write(content);
  else response.end(content);
}
