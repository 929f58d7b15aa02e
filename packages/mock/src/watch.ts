import { subscribe, unsubscribe } from "node:diagnostics_channel";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { PrismServer } from "./prism.ts";
import { diagnosticsOf, missingAnswer } from "./problem.ts";
import { toViolation, type Violation } from "./violation.ts";

/** What Node says on its channels about each request of each HTTP server in this process. */
interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
}

/**
 * Reports every violation of every exchange with a Prism server.
 *
 * Prism tells callers in the header `sl-violations`, which it cuts at 8 kB, so they are taken where Prism makes them.
 * What it turns away before that (an unknown path, an example that does not exist, a body that is no JSON) it reports
 * nowhere; that counts as a violation of the request too.
 *
 * @returns stops watching
 */
export function watch(server: PrismServer, port: () => number, report: (violation: Violation) => void): () => void {
  const seen = new WeakSet<object>();
  const request = server.prism.request;
  server.prism.request = (input, operations, config) => async () => {
    // Prism hands on the very headers object of the incoming message.
    if (input.headers !== undefined) seen.add(input.headers);
    const exchange = { method: input.method, path: input.url.path };
    const answer = await request(input, operations, config)();
    if (answer._tag === "Right") {
      const { validations } = answer.right;
      for (const diagnostic of validations.input) report(toViolation(exchange, "request", diagnostic));
      for (const diagnostic of validations.output) report(toViolation(exchange, "response", diagnostic));
    } else {
      const wish = input.headers?.["prefer"];
      for (const diagnostic of diagnosticsOf(answer.left, wish)) report(toViolation(exchange, "request", diagnostic));
      return { ...answer, left: missingAnswer(answer.left, wish) ?? answer.left };
    }
    return answer;
  };

  const ours = ({ request }: Exchange): boolean => request.socket.localPort === port();
  const started = (message: unknown): void => {
    const exchange = message as Exchange;
    if (!ours(exchange)) return;
    const { request } = exchange;
    // After a body that is no JSON Prism waits for an end that has already come, and would never answer.
    request.once("end", () => {
      setImmediate(() => {
        if (!seen.has(request.headers)) request.emit("close");
      });
    });
  };
  const finished = (message: unknown): void => {
    const exchange = message as Exchange;
    if (!ours(exchange) || seen.has(exchange.request.headers)) return;
    const { method = "GET", url = "/" } = exchange.request;
    const text = `the body could not be read (answered with ${exchange.response.statusCode})`;
    const path = url.split("?", 1)[0] ?? url;
    report(toViolation({ method, path }, "request", { message: text, severity: 0, path: ["body"] }));
  };
  subscribe("http.server.request.start", started);
  subscribe("http.server.response.finish", finished);
  return () => {
    unsubscribe("http.server.request.start", started);
    unsubscribe("http.server.response.finish", finished);
  };
}
