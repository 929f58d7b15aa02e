import type { Json, JsonObject } from "./contract.ts";
import { isList, isObject, type MutableObject, member, textMember } from "./json.ts";
import type { Kind } from "./kinds.ts";
import type { Version } from "./version.ts";

const schemaKeys = [
  "type",
  "format",
  "items",
  "enum",
  "default",
  "minimum",
  "maximum",
  "exclusiveMinimum",
  "exclusiveMaximum",
  "multipleOf",
  "minLength",
  "maxLength",
  "pattern",
  "minItems",
  "maxItems",
  "uniqueItems",
];

/**
 * An object of a 3.x document without what Swagger 2.0 wrote in its place: types beside a parameter, a body among the
 * parameters, a schema beside an answer. They are common where a document was converted by hand.
 */
export function adoptLeftovers(
  value: JsonObject,
  kind: Kind,
  version: Version,
  report: (message: string) => void,
): JsonObject {
  if (version === "2.0") return value;
  if (kind === "parameter" || kind === "header") return adoptType(value, report);
  if (kind === "response") return adoptAnswer(value, report);
  return kind === "operation" ? adoptBody(value, report) : value;
}

function adoptType(value: JsonObject, report: (message: string) => void): JsonObject {
  const has = (key: string): boolean => member(value, key) !== undefined;
  if (has("schema") || has("content") || !has("type") || member(value, "in") === "body") return value;
  const adopted: MutableObject = { ...value };
  const schema: MutableObject = {};
  for (const key of schemaKeys) {
    const found = adopted[key];
    if (found !== undefined) schema[key] = found;
    delete adopted[key];
  }
  adopted["schema"] = schema;
  const format = textMember(value, "collectionFormat");
  delete adopted["collectionFormat"];
  if (format !== undefined && !has("style")) Object.assign(adopted, styles.get(format));
  report("the type stands beside the parameter, as in Swagger 2.0; it is read as its 'schema'");
  return adopted;
}

const styles: ReadonlyMap<string, JsonObject> = new Map([
  ["csv", { explode: false }],
  ["multi", { explode: true }],
  ["ssv", { style: "spaceDelimited", explode: false }],
  ["pipes", { style: "pipeDelimited", explode: false }],
]);

function adoptAnswer(value: JsonObject, report: (message: string) => void): JsonObject {
  const schema = member(value, "schema");
  if (!isObject(schema) || member(value, "content") !== undefined) return value;
  const adopted: MutableObject = { ...value, content: { "application/json": { schema } } };
  delete adopted["schema"];
  report("the schema stands beside the answer, as in Swagger 2.0; it is read as its JSON content");
  return adopted;
}

function adoptBody(value: JsonObject, report: (message: string) => void): JsonObject {
  const parameters = member(value, "parameters");
  if (!isList(parameters) || member(value, "requestBody") !== undefined) return value;
  const body = parameters.find((parameter) => member(parameter, "in") === "body");
  const schema = member(body, "schema");
  if (body === undefined || !isObject(schema)) return value;
  const description = textMember(body, "description");
  const requestBody: Json = {
    ...(description === undefined ? {} : { description }),
    required: member(body, "required") === true,
    content: { "application/json": { schema } },
  };
  report("the body stands among the parameters, as in Swagger 2.0; it is read as 'requestBody'");
  return { ...value, parameters: parameters.filter((parameter) => parameter !== body), requestBody };
}
