import type { Json, JsonObject } from "../../src/contract/contract.ts";
import { compare } from "../../src/fidelity/index.ts";

const json = (schema: Json): JsonObject => ({ content: { "application/json": { schema } } });

/** A document with `POST /orders`, which takes and answers with what is given. */
export function api(parts: {
  readonly request?: Json;
  readonly response?: Json;
  readonly parameters?: readonly Json[];
  readonly schemas?: JsonObject;
  readonly operation?: JsonObject;
  readonly path?: string;
}): JsonObject {
  const { request, response, parameters = [], schemas = {}, operation = {}, path = "/orders" } = parts;
  return {
    openapi: "3.1.0",
    info: { title: "Acme", version: "1" },
    paths: {
      [path]: {
        post: {
          parameters,
          ...(request === undefined ? {} : { requestBody: { required: true, ...json(request) } }),
          responses: { 200: { description: "ok", ...(response === undefined ? {} : json(response)) } },
          ...operation,
        },
      },
    },
    components: { schemas },
  };
}

/** `missing Order.amount: absent / integer`, one line for each contradiction. */
export function contradictions(ours: JsonObject, theirs: JsonObject): readonly string[] {
  return lines(ours, theirs, true);
}

export function remarks(ours: JsonObject, theirs: JsonObject): readonly string[] {
  return lines(ours, theirs, false);
}

/** The same for two response schemas, in documents that share their components. */
export function inResponse(ours: Json, theirs: Json, schemas: JsonObject = {}): readonly string[] {
  return contradictions(api({ response: ours, schemas }), api({ response: theirs, schemas }));
}

export function inRequest(ours: Json, theirs: Json, schemas: JsonObject = {}): readonly string[] {
  return contradictions(api({ request: ours, schemas }), api({ request: theirs, schemas }));
}

export function ref(name: string): JsonObject {
  return { $ref: `#/components/schemas/${name}` };
}

export function object(properties: JsonObject, ...required: readonly string[]): JsonObject {
  return { type: "object", properties, ...(required.length > 0 ? { required } : {}) };
}

function lines(ours: JsonObject, theirs: JsonObject, contradiction: boolean): readonly string[] {
  const found = compare(ours, theirs).findings.filter((finding) => finding.contradiction === contradiction);
  return found.map((finding) => `${finding.kind} ${finding.place}: ${finding.ours} / ${finding.theirs}`);
}
