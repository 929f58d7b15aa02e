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
    if (!isJsonType(type) && !(isRequest && isForm(type)) && !type.startsWith("text/")) return;
    const value = make(object["schema"], `${pointer}/schema`, isRequest);
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
  if (dropped > 0) notes.push(`${dropped} examples did not fit their schemas and are taken out`);
  if (made > 0)
    notes.push(`${made} examples are made from their schemas and called 'sample': put real ones in their place`);
  for (const pointer of missing) notes.push(`no example could be made for ${pointer}: write one, its test needs it`);
  return notes;
}

function hasExample(object: JsonObject): boolean {
  return object["example"] !== undefined || members(object["examples"]).length > 0;
}

function isForm(type: string): boolean {
  return type === "application/x-www-form-urlencoded" || type === "multipart/form-data";
}

/** Gives a parameter that has to be sent an example; false when none could be made. */
function completeParameter(document: MutableObject, pointer: string, make: Make): boolean {
  const parameter = valueAt(document, parsePointer(pointer));
  const needed = member(parameter, "required") === true || member(parameter, "in") === "path";
  if (!isObject(parameter) || !needed || hasExample(parameter)) return true;
  const schema = member(parameter, "schema");
  if (schema === undefined) return true;
  const value = make(schema, `${pointer}/schema`, true);
  if (value === undefined) return false;
  const found: MutableObject = parameter;
  found["example"] = value === "string" ? "example_1" : value;
  return true;
}

type Make = (schema: Json | undefined, pointer: string, isRequest: boolean) => Json | undefined;

/** Makes values for schemas: of a request the least that it takes, of an answer all that it may hold. */
function maker(document: MutableObject, validators: Validators): Make {
  const helped: MutableObject = structuredClone(document);
  walk(helped, (object, kind) => {
    if (kind !== "schema" || ["enum", "const", "examples", "example", "default"].some((key) => key in object)) return;
    const { pattern, minLength } = object;
    if (typeof pattern !== "string") return;
    const text = textFor(pattern, typeof minLength === "number" ? Math.max(1, minLength) : 1);
    if (text !== undefined) object["examples"] = [text];
  });
  return (schema, pointer, isRequest) => {
    if (schema === undefined) return isRequest ? undefined : {};
    const given = valueAt(helped, parsePointer(pointer)) ?? schema;
    const least = { skipNonRequired: true, quiet: true };
    const most = { quiet: true };
    const side = isRequest ? { skipReadOnly: true } : { skipWriteOnly: true };
    const modes = isRequest ? [least, most] : [most, least];
    for (const options of [...modes.map((mode) => ({ ...mode, ...side })), ...modes]) {
      const value = trySample(given, options, helped);
      if (value === undefined || JSON.stringify(value).length > longest) continue;
      if (validators.problem(pointer, value) === undefined) return value;
    }
    return undefined;
  };
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
