import { asObject, entries, type Json, type JsonObject, resolved } from "./json.ts";
import { parameterValues, type Values } from "./parameters.ts";

/** One call of the table: an operation, the answer that the mock is asked for, and what the client must make of it. */
export interface Case {
  /** Name of the answer's example; `undefined`: the status declares none. */
  readonly example: string | undefined;
  /** Name of the request body's example. */
  readonly request: string | undefined;
  readonly body: Json | undefined;
  readonly expected: Json | undefined;
}

/** A row of the table: one operation with one declared status, and every example of both. */
export interface Row {
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly parameters: Values;
  readonly takesBody: boolean;
  /** Only JSON has a shape that a mock can hold against a body. */
  readonly takesJson: boolean;
  readonly cases: readonly Case[];
}

const methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];

/** Every operation × declared status of a contract, with every named example. Ranges and `default` stand for no status. */
export function contractTable(document: JsonObject): Row[] {
  return entries(document["paths"]).flatMap(([path, found]) => {
    const item = resolved(document, found);
    return entries(item)
      .filter(([name]) => methods.includes(name))
      .flatMap(([name, operation]) => rows(document, path, name, asObject(operation), asObject(item)));
  });
}

function rows(document: JsonObject, path: string, name: string, operation: JsonObject, item: JsonObject): Row[] {
  const requests = bodyExamples(document, operation["requestBody"]);
  const parameters = parameterValues(document, item, operation);
  return entries(operation["responses"])
    .filter(([status]) => /^\d{3}$/.test(status))
    .map(([status, response]) => ({
      method: name.toUpperCase(),
      path,
      status: Number(status),
      parameters,
      takesBody: operation["requestBody"] !== undefined,
      takesJson: entries(resolved(document, operation["requestBody"])["content"]).some(([type]) => /json/i.test(type)),
      // Each request is sent once where it succeeds; for the other answers one is enough.
      cases: pair(status.startsWith("2") ? requests : requests.slice(0, 1), bodyExamples(document, response)),
    }));
}

type Example = readonly [name: string | undefined, value: Json | undefined];

/** Every answer is asked for once, and every request is sent once. */
function pair(requests: readonly Example[], answers: readonly Example[]): Case[] {
  const count = Math.max(requests.length, answers.length);
  return Array.from({ length: count }, (_, index) => {
    const [request, body] = requests[index % requests.length] ?? [];
    const [example, expected] = answers[index % answers.length] ?? [];
    return { example, request, body, expected };
  });
}

/** The named examples of a request body or a response; one without a name where there is none. */
function bodyExamples(document: JsonObject, holder: Json | undefined): Example[] {
  const content = entries(resolved(document, holder)["content"]);
  const [, media] = content.find(([type]) => type.includes("json")) ?? content[0] ?? [];
  const named = entries(asObject(media)["examples"]).map(
    ([name, example]): Example => [name, resolved(document, example)["value"]],
  );
  if (named.length > 0) return named;
  return [[undefined, asObject(media)["example"]]];
}
