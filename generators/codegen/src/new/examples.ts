import { sample } from "openapi-sampler";
import type { Json, JsonObject } from "../contract/contract.ts";
import { createFindings } from "../contract/findings.ts";
import { isList, isObject, type MutableObject, member, members, textMember } from "../contract/json.ts";
import { lintExamples } from "../contract/lint/examples.ts";
import { createValidators, type Validators } from "../contract/lint/validators.ts";
import { essence, isJsonType } from "../contract/media.ts";
import { parsePointer, valueAt } from "../contract/pointer.ts";
import { walk } from "../contract/walk.ts";
import { draft } from "./bodies.ts";
import { operationsOf } from "./operations.ts";
import { textFor } from "./pattern-text.ts";

/** Longer ones say less: then only what has to be there is shown. */
const longest = 20_000;

/**
 * Contract tests send and expect examples. What does not fit its schema is taken out, and what has no example is given
 * one, made from its schema. In place; gives lines on what it did and on what a person has to write.
 */
export function completeExamples(document: MutableObject): string[] {
  const validators = createValidators(document);
  if (typeof validators === "string") return [`no examples are made: the schemas cannot be compiled: ${validators}`];
  const dropped = dropWrong(document, validators);
  const make = maker(document, validators);
  const missing: string[] = [];
  let made = 0;
  walk(document, (object, kind, pointer) => {
    if (kind !== "mediaType" || !pointer.startsWith("/paths/") === !pointer.startsWith("/components/")) return;
    if (pointer.includes("/callbacks/") || hasExample(object)) return;
    const type = essence(parsePointer(pointer).at(-1) ?? "");
    const isRequest = /\/requestBod(y|ies)\//.test(pointer);
    // A request has to send something; of answers only JSON and text are compared.
    if (!isJsonType(type) && !isRequest && !type.startsWith("text/")) return;
    // A form of nothing is no body at all.
    const value = make(object["schema"], `${pointer}/schema`, isRequest && !isForm(type));
    if (value === undefined) missing.push(pointer);
    else {
      object["examples"] = { sample: { value } };
      made += 1;
    }
  });
  for (const { item, operation, pointer, label } of operationsOf(document)) {
    const lists = [
      [member(item, "parameters"), pointer.slice(0, pointer.lastIndexOf("/"))],
      [operation["parameters"], pointer],
    ] as const;
    for (const [list, holder] of lists) {
      for (const [index, entry] of (isList(list) ? list : []).entries()) {
        const ref = textMember(entry, "$ref");
        const place = ref === undefined ? `${holder}/parameters/${index}` : decodeURIComponent(ref.slice(1));
        if (!completeParameter(document, place, make)) missing.push(`a parameter of ${label}`);
      }
    }
  }
  const notes: string[] = [];
  if (dropped > 0) notes.push(`examples taken out, because they did not fit their schemas: ${dropped}`);
  if (made > 0) notes.push(`examples made from their schemas, called 'sample': ${made}; put real ones in their place`);
  for (const pointer of missing)
    notes.push(`no example could be made for ${pointer}: write one; until then its tests are to do`);
  return notes;
}

function hasExample(object: JsonObject): boolean {
  return object["example"] !== undefined || members(object["examples"]).length > 0;
}

function isForm(type: string): boolean {
  return type === "application/x-www-form-urlencoded" || type.startsWith("multipart/");
}

/** Gives a parameter that has to be sent an example; false when none could be made. */
function completeParameter(document: MutableObject, pointer: string, make: Make): boolean {
  const parameter = valueAt(document, parsePointer(pointer));
  const needed = member(parameter, "required") === true || member(parameter, "in") === "path";
  if (!isObject(parameter) || !needed || hasExample(parameter)) return true;
  const schema = member(parameter, "schema");
  if (schema === undefined) return true;
  // All of it: an object without members is sent as nothing.
  const value = make(schema, `${pointer}/schema`, false);
  if (value === undefined) return false;
  const found: MutableObject = parameter;
  found["example"] = value === "string" ? "example_1" : value;
  return true;
}

type Make = (schema: Json | undefined, pointer: string, isRequest: boolean) => Json | undefined;

/** Makes values for schemas: of a request the least that it takes, of an answer all that it may hold. */
function maker(document: MutableObject, validators: Validators): Make {
  // Where the first branch of a choice does not fit, another one may.
  const helped = [0, 1, 2].map((turn) => help(document, turn));
  return (schema, pointer, isRequest) => {
    if (schema === undefined) return isRequest ? undefined : {};
    const side = isRequest ? { skipReadOnly: true } : { skipWriteOnly: true };
    const modes = isRequest ? [{ skipNonRequired: true }, {}] : [{}, { skipNonRequired: true }];
    for (const copy of helped) {
      const given = valueAt(copy, parsePointer(pointer)) ?? schema;
      for (const options of [...modes.map((mode) => ({ ...mode, ...side })), ...modes]) {
        const value = trySample(given, { ...options, quiet: true }, copy);
        if (value === undefined || JSON.stringify(value).length > longest) continue;
        if (validators.problem(pointer, value) === undefined) return value;
      }
    }
    return [[], {}].find((value) => validators.problem(pointer, value) === undefined);
  };
}

/** Formats that we check and the sampler does not know. */
export const formats: Readonly<Record<string, string>> = {
  url: "https://example.com",
  duration: "P1D",
  byte: "c2FtcGxl",
  "iso-time": "14:15:22Z",
  "iso-date-time": "2019-08-24T14:15:22Z",
};

/** A copy with values where the sampler makes none: texts for patterns and formats; `turn` shifts every choice. */
function help(document: MutableObject, turn: number): MutableObject {
  const copy: MutableObject = structuredClone(document);
  walk(copy, (object, kind) => {
    if (kind !== "schema") return;
    for (const key of ["oneOf", "anyOf"]) {
      const list = object[key];
      if (isList(list)) object[key] = [...list.slice(turn % list.length), ...list.slice(0, turn % list.length)];
    }
    if (["enum", "const", "examples", "example", "default"].some((key) => key in object)) return;
    const { pattern, format, minLength, minProperties } = object;
    if (typeof minProperties === "number" && members(object["properties"]).length === 0 && minProperties === 1) {
      const inner = object["additionalProperties"];
      if (!isObject(inner)) object["examples"] = [{ sample: "value" }];
    }
    const least = typeof minLength === "number" ? Math.max(1, minLength) : 1;
    const text = typeof pattern === "string" ? textFor(pattern, least) : formats[String(format)];
    if (text !== undefined) object["examples"] = [text];
  });
  return copy;
}

function trySample(schema: Json, options: object, document: MutableObject): Json | undefined {
  if (!isObject(schema)) return undefined;
  try {
    const value: unknown = sample(schema, options, document);
    // What the library leaves undefined JSON leaves out.
    const text = JSON.stringify(value);
    return text === undefined ? undefined : (JSON.parse(text) as Json);
  } catch {
    return undefined;
  }
}

/** Takes out the examples that do not fit, and gives their number. */
function dropWrong(document: MutableObject, validators: Validators): number {
  const findings = createFindings();
  lintExamples({ document }, validators, (pointer) => ({ source: draft, pointer }), findings);
  for (const { place } of findings.drafts) {
    const tokens = parsePointer(place.pointer);
    if (tokens.at(-1) === "value") tokens.pop();
    // One wrong member of a schema's list: the list goes, for a sample takes its first.
    if (isList(valueAt(document, tokens.slice(0, -1)))) tokens.pop();
    remove(document, tokens);
  }
  return findings.drafts.length;
}

function remove(document: MutableObject, tokens: readonly string[]): void {
  const holder = valueAt(document, tokens.slice(0, -1));
  const name = tokens.at(-1);
  if (!isObject(holder) || name === undefined) return;
  const found: MutableObject = holder;
  delete found[name];
  if (tokens.at(-2) === "examples" && Object.keys(holder).length === 0) remove(document, tokens.slice(0, -1));
}
