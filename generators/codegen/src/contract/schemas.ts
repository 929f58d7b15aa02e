import type { Json } from "./contract.ts";
import type { Findings } from "./findings.ts";
import { isList, isObject, type MutableObject, member } from "./json.ts";
import { allowNull } from "./nullable.ts";
import type { Locate } from "./source.ts";
import { quoted } from "./text.ts";
import type { Version } from "./version.ts";

/** Keywords that describe and don't constrain; in 3.0 nothing else counts beside a `$ref`. */
const annotations: ReadonlySet<string> = new Set([
  "title",
  "description",
  "default",
  "deprecated",
  "readOnly",
  "writeOnly",
  "example",
  "examples",
  "externalDocs",
  "xml",
]);

/** Whether a keyword only describes. */
export function isAnnotation(key: string): boolean {
  return annotations.has(key) || key.startsWith("x-");
}

const types = new Set(["null", "boolean", "object", "array", "number", "string", "integer"]);
const numbers = [
  "minimum",
  "maximum",
  "multipleOf",
  "minLength",
  "maxLength",
  "minItems",
  "maxItems",
  "minProperties",
  "maxProperties",
];
const texts = ["title", "description", "format", "contentEncoding", "contentMediaType"];
const flags = ["deprecated", "readOnly", "writeOnly", "uniqueItems"];

/**
 * Makes a schema, in place, what OpenAPI 3.1 means by one: `null` types for `nullable`, numbers for exclusive bounds, a
 * list of examples. A keyword that holds what it cannot hold is left out, with a finding. Running it twice changes nothing.
 */
export function modernise(
  schema: MutableObject,
  version: Version,
  pointer: string,
  locate: Locate,
  findings: Findings,
): void {
  const report = (message: string) => findings.repaired("malformed", locate(pointer), message);
  dropMalformed(schema, report);
  if (version !== "3.1" && typeof schema["$ref"] === "string") dropSiblings(schema);
  exclusiveBound(schema, "exclusiveMinimum", "minimum");
  exclusiveBound(schema, "exclusiveMaximum", "maximum");
  if (isList(schema["items"])) tuple(schema);
  const nullable = member(schema, "nullable");
  if (nullable !== undefined) {
    delete schema["nullable"];
    if (version === "3.1")
      findings.repaired("nullable", locate(pointer), "'nullable' is not OpenAPI 3.1; add 'null' to the type");
    if (nullable === true) {
      // A branch that says nothing else is how some exporters spell "or null"; as it stands it would accept anything.
      const isBareBranch = /\/(oneOf|anyOf)\/\d+$/.test(pointer) && Object.keys(schema).every(isAnnotation);
      if (isBareBranch) schema["type"] = "null";
      else allowNull(schema);
    }
  }
  const example = member(schema, "example");
  if (version !== "3.1" && example !== undefined) {
    delete schema["example"];
    if (schema["examples"] === undefined) schema["examples"] = [example];
  }
}

function dropMalformed(schema: MutableObject, report: (message: string) => void): void {
  function drop(key: string, expected: string): void {
    delete schema[key];
    report(`'${key}' must be ${expected}; it is left out`);
  }
  const required = member(schema, "required");
  if (required !== undefined && !(isList(required) && required.every((name) => typeof name === "string"))) {
    drop("required", "a list of property names");
  }
  const values = member(schema, "enum");
  if (values !== undefined && !(isList(values) && values.length > 0)) drop("enum", "a list of at least one value");
  for (const key of ["allOf", "anyOf", "oneOf"]) {
    const branches = member(schema, key);
    if (isList(branches) && branches.length === 0) drop(key, "a list of at least one schema");
  }
  for (const key of numbers) if (!["undefined", "number"].includes(typeof schema[key])) drop(key, "a number");
  for (const key of texts) if (!["undefined", "string"].includes(typeof schema[key])) drop(key, "text");
  for (const key of flags) if (!["undefined", "boolean"].includes(typeof schema[key])) drop(key, "true or false");
  for (const key of ["exclusiveMinimum", "exclusiveMaximum"]) {
    if (!["undefined", "number", "boolean"].includes(typeof schema[key])) drop(key, "a number");
  }
  const examples = member(schema, "examples");
  if (examples !== undefined && !isList(examples)) drop("examples", "a list");
  const pattern = member(schema, "pattern");
  if (pattern !== undefined && !(typeof pattern === "string" && isPattern(pattern)))
    drop("pattern", "an ECMAScript pattern");
  correctType(schema, drop, report);
}

function correctType(
  schema: MutableObject,
  drop: (key: string, expected: string) => void,
  report: (message: string) => void,
): void {
  const type = member(schema, "type");
  if (type === "file") {
    schema["type"] = "string";
    schema["format"] = "binary";
    report("type 'file' is read as binary text, as OpenAPI 3 writes it");
    return;
  }
  if (type === undefined || (typeof type === "string" && types.has(type))) return;
  if (isList(type) && type.length > 0 && type.every((item) => typeof item === "string" && types.has(item))) return;
  const known = typeof type === "string" ? synonyms.get(type.toLowerCase()) : undefined;
  if (known === undefined) {
    drop("type", `one of ${[...types].join(", ")}`);
  } else {
    schema["type"] = known;
    report(`type ${quoted(String(type))} is read as '${known}'`);
  }
}

const synonyms: ReadonlyMap<string, string> = new Map([
  ...[...types].map((type): [string, string] => [type, type]),
  ["int", "integer"],
  ["long", "integer"],
  ["float", "number"],
  ["double", "number"],
  ["decimal", "number"],
  ["bool", "boolean"],
  ["list", "array"],
  ["str", "string"],
  ["text", "string"],
  ["date", "string"],
  ["datetime", "string"],
  ["uuid", "string"],
]);

const patterns = new Map<string, boolean>();

function isPattern(pattern: string): boolean {
  let valid = patterns.get(pattern);
  if (valid === undefined) {
    try {
      new RegExp(pattern, "u");
      valid = true;
    } catch {
      valid = false;
    }
    patterns.set(pattern, valid);
  }
  return valid;
}

function dropSiblings(schema: MutableObject): void {
  for (const key of Object.keys(schema)) {
    if (key !== "$ref" && key !== "nullable" && !isAnnotation(key)) delete schema[key];
  }
}

/** In 3.0 the exclusive keywords are flags on the inclusive ones. */
function exclusiveBound(schema: MutableObject, exclusive: string, inclusive: string): void {
  const flag = member(schema, exclusive);
  if (typeof flag !== "boolean") return;
  delete schema[exclusive];
  const bound = member(schema, inclusive);
  if (!flag || bound === undefined) return;
  schema[exclusive] = bound;
  delete schema[inclusive];
}

/** Before 2020-12 a list of `items` was a tuple. */
function tuple(schema: MutableObject): void {
  const items: Json | undefined = schema["items"];
  const rest = member(schema, "additionalItems");
  delete schema["items"];
  delete schema["additionalItems"];
  if (items !== undefined && schema["prefixItems"] === undefined) schema["prefixItems"] = items;
  if (isObject(rest) || typeof rest === "boolean") schema["items"] = rest;
}
