import { type Allowance, bounded } from "./bounded.ts";
import type { Json } from "./contract.ts";
import { UsageError } from "./errors.ts";
import type { Findings } from "./findings.ts";
import { isList, isObject, type MutableObject, member, members, setMember, textMember } from "./json.ts";
import { methods } from "./kinds.ts";
import { parsePointer, valueAt } from "./pointer.ts";
import type { Source } from "./source.ts";
import { inert } from "./text.ts";

const form = "application/x-www-form-urlencoded";
const multipart = "multipart/form-data";
const bytes = "application/octet-stream";

/**
 * A bundled Swagger 2.0 document as OpenAPI 3.0. The upgrader does the bulk; what it gets wrong is put right before
 * (bodies that are shared through refs or path items, forms without a media type, hosts without a scheme) and after
 * (files declared as JSON).
 */
export async function upgradeSwagger(
  document: MutableObject,
  source: Source,
  findings: Findings,
  allowance: Allowance,
): Promise<MutableObject> {
  prepare(document, source);
  const { upgradeFromTwoToThree } = await import("@scalar/openapi-upgrader/2.0-to-3.0");
  let upgraded: unknown;
  try {
    upgraded = bounded(allowance, () => upgradeFromTwoToThree(document));
  } catch (error) {
    if (error instanceof UsageError) throw error;
    const reason = inert(error instanceof Error ? error.message : String(error));
    findings.error("upgrade", { source, pointer: "" }, `this Swagger 2.0 document cannot be upgraded: ${reason}`);
    return {};
  }
  const result: MutableObject = isObject(upgraded) ? upgraded : {};
  declareFiles(result);
  return result;
}

function prepare(document: MutableObject, source: Source): void {
  const schemes = member(document, "schemes");
  const offered = isList(schemes) ? schemes.filter((scheme) => scheme === "https" || scheme === "http") : [];
  const own = source.url.startsWith("http:") ? "http" : "https";
  document["schemes"] = offered.includes("https") ? ["https"] : offered.length > 0 ? ["http"] : [own];
  for (const key of ["host", "basePath"]) if (typeof document[key] !== "string") delete document[key];
  for (const key of ["consumes", "produces"]) keepTexts(document, key);
  const shared: MutableObject = {};
  for (const [name, parameter] of members(document["parameters"])) {
    const hasPlace = textMember(parameter, "$ref") ?? textMember(parameter, "in");
    if (hasPlace !== undefined) setMember(shared, name, parameter);
  }
  if (document["parameters"] !== undefined) document["parameters"] = shared;
  for (const [, item] of members(document["paths"])) preparePath(document, item);
}

function preparePath(document: MutableObject, item: Json): void {
  if (!isObject(item)) return;
  const pathItem: MutableObject = item;
  // The upgrader takes every member for an operation.
  for (const [key, value] of members(item)) if (!isObject(value) && key !== "parameters") delete pathItem[key];
  const shared = expand(document, pathItem["parameters"]);
  const bodies = shared.filter(isBodyPart);
  if (isList(pathItem["parameters"])) pathItem["parameters"] = shared.filter((parameter) => !isBodyPart(parameter));
  for (const method of methods) {
    const operation = member(item, method);
    if (isObject(operation)) prepareOperation(document, operation, bodies);
  }
}

function prepareOperation(document: MutableObject, operation: MutableObject, inherited: readonly Json[]): void {
  const own = expand(document, operation["parameters"]);
  const ownNames = new Set(own.map(identity));
  const ownBody = own.some((parameter) => member(parameter, "in") === "body");
  const added = inherited.filter(
    (part) => !ownNames.has(identity(part)) && !(ownBody && member(part, "in") === "body"),
  );
  if (isList(operation["parameters"]) || added.length > 0)
    operation["parameters"] = [...own, ...structuredClone(added)];
  for (const key of ["consumes", "produces"]) keepTexts(operation, key);
  const fields = [...own, ...added].filter((parameter) => member(parameter, "in") === "formData");
  if (fields.length === 0) return;
  const hasFile = fields.some((field) => member(field, "type") === "file");
  const consumes = operation["consumes"] ?? document["consumes"];
  const declared = isList(consumes) ? consumes.filter((type) => type === form || type === multipart) : [];
  const types = hasFile ? [multipart] : declared.length > 0 ? declared : [form];
  operation["consumes"] = types;
}

/** Parameters with refs to bodies and form fields written out: in 3.0 those are no parameters any more. */
function expand(document: MutableObject, parameters: Json | undefined): Json[] {
  if (!isList(parameters)) return [];
  return parameters.flatMap((parameter) => {
    const ref = textMember(parameter, "$ref");
    if (ref === undefined) return typeof member(parameter, "in") === "string" ? [parameter] : [];
    const target = ref.startsWith("#/") ? valueAt(document, parsePointer(ref.slice(1))) : undefined;
    return target !== undefined && isBodyPart(target) ? [structuredClone(target)] : [parameter];
  });
}

function isBodyPart(parameter: Json): boolean {
  const place = member(parameter, "in");
  return place === "body" || place === "formData";
}

function identity(parameter: Json): string {
  return `${String(member(parameter, "in"))} ${String(member(parameter, "name"))}`;
}

function keepTexts(object: MutableObject, key: string): void {
  const value = object[key];
  if (value === undefined) return;
  const texts = isList(value) ? value.filter((item) => typeof item === "string") : [];
  if (texts.length > 0) object[key] = texts;
  else delete object[key];
}

/** `type: file` in an answer means bytes, whatever the operation says that it produces. */
function declareFiles(document: MutableObject): void {
  const answers: Json[] = members(member(document["components"], "responses")).map(([, answer]) => answer);
  for (const [, item] of members(document["paths"])) {
    for (const method of methods) {
      for (const [, answer] of members(member(member(item, method), "responses"))) answers.push(answer);
    }
  }
  for (const answer of answers) {
    const content = member(answer, "content");
    if (!isObject(content)) continue;
    const json = members(content).filter(([type, media]) => type.includes("json") && isBinary(member(media, "schema")));
    const holder: MutableObject = content;
    for (const [type, media] of json) {
      delete holder[type];
      holder[bytes] ??= media;
    }
  }
}

function isBinary(schema: Json | undefined): boolean {
  return member(schema, "type") === "string" && member(schema, "format") === "binary";
}
