import type { Body, HttpMethod, Json, JsonObject, Operation, Parameter, Response, SecurityScheme } from "./contract.ts";
import { readEncoding } from "./encoding.ts";
import { readServer } from "./environments.ts";
import { withExtensions } from "./extensions/index.ts";
import type { Findings } from "./findings.ts";
import { follow } from "./follow.ts";
import { isObject, type MutableObject, member, members, setMember, textMember } from "./json.ts";
import { methods } from "./kinds.ts";
import { readLinks } from "./links.ts";
import { kindOf, preferred } from "./media.ts";
import { type Nameable, nameOperations } from "./names.ts";
import { readParameters } from "./parameters.ts";
import { escapeToken } from "./pointer.ts";
import type { OperationConfig, Provider } from "./provider.ts";
import { readScopes, readSecurity } from "./security.ts";
import type { Locate } from "./source.ts";
import { quoted } from "./text.ts";

interface Found extends Nameable {
  readonly operation: MutableObject;
  readonly item: JsonObject;
  readonly pointer: string;
  readonly method: HttpMethod;
}

/** All operations of a bundled document, in its order. What has to be mended is mended in the document too. */
export function readOperations(
  document: MutableObject,
  provider: Provider | undefined,
  schemes: ReadonlyMap<string, SecurityScheme>,
  main: string | undefined,
  locate: Locate,
  findings: Findings,
): Operation[] {
  const found = findOperations(document, provider, locate, findings);
  const names = nameOperations(found);
  identify(
    found,
    names.map(({ flatName }) => flatName),
    locate,
    findings,
  );
  return found.map((operation, index) => {
    const { flatName = "", groupedName = [] } = names[index] ?? {};
    return { flatName, groupedName, ...readOperation(document, operation, schemes, main, locate, findings) };
  });
}

function findOperations(
  document: MutableObject,
  provider: Provider | undefined,
  locate: Locate,
  findings: Findings,
): Found[] {
  const found: Found[] = [];
  mendPaths(document, locate, findings);
  const names = new Set<string>();
  for (const [path, item] of members(document["paths"])) {
    if (path.startsWith("x-") || !isObject(item)) continue;
    const pointer = `/paths/${escapeToken(path)}`;
    for (const [key, operation] of members(item)) {
      if (!isMethod(key) || !isObject(operation)) continue;
      const method = key.toUpperCase() as HttpMethod;
      const own = provider?.operations?.get(`${method} ${path}`);
      const config = withExtensions(own, document, item, operation, locate(pointer), names, findings);
      found.push({ method, path, item, operation, config, pointer: `${pointer}/${key}` });
    }
  }
  return found;
}

/** Writes `/orders` for `orders`, and `/a/%7Bb` for `/a/{b`, unless there are both. */
function mendPaths(document: MutableObject, locate: Locate, findings: Findings): void {
  const paths = members(document["paths"]);
  if (paths.every(([path]) => mended(path) === path)) return;
  const renamed: MutableObject = {};
  for (const [path, item] of paths) {
    const name = mended(path);
    const taken = name !== path && member(document["paths"], name) !== undefined;
    if (!taken) setMember(renamed, name, item);
    if (name === path) continue;
    const problem = path.startsWith("/") ? "has a brace that is no parameter's" : "must start with '/'";
    const what = taken ? `and ${quoted(name)} is there too; its operations are left out` : `${quoted(name)} is read`;
    findings.repaired("path", locate(`/paths/${escapeToken(path)}`), `path ${quoted(path)} ${problem}; ${what}`);
  }
  document["paths"] = renamed;
}

function mended(path: string): string {
  if (path.startsWith("x-")) return path;
  const text = path.replace(/\{[^{}]+\}|[{}]/g, (part) => (part.length > 1 ? part : encodeURIComponent(part)));
  return text.startsWith("/") ? text : `/${text}`;
}

/** Gives each operation of the document an operationId of its own. */
function identify(found: readonly Found[], flatNames: readonly string[], locate: Locate, findings: Findings): void {
  const given = new Set(found.map(({ operation }) => textMember(operation, "operationId")));
  const seen = new Set<string>();
  found.forEach(({ operation, pointer, method, path }, index) => {
    const id = textMember(operation, "operationId") ?? "";
    if (id !== "" && !seen.has(id)) {
      seen.add(id);
      return;
    }
    const flatName = flatNames[index] ?? "";
    let derived = flatName;
    for (let number = 2; given.has(derived) || seen.has(derived); number += 1) derived = `${flatName}_${number}`;
    seen.add(derived);
    operation["operationId"] = derived;
    const rule = id === "" ? "missing-operation-id" : "duplicate-operation-id";
    const what = id === "" ? "has no operationId" : `has the operationId ${quoted(id)}, which is taken`;
    findings.repaired(rule, locate(pointer), `${method} ${quoted(path)} ${what}; '${derived}' is used`);
  });
}

function isMethod(key: string): key is (typeof methods)[number] {
  return methods.some((method) => method === key);
}

function readOperation(
  document: MutableObject,
  found: Found,
  schemes: ReadonlyMap<string, SecurityScheme>,
  main: string | undefined,
  locate: Locate,
  findings: Findings,
): Omit<Operation, "flatName" | "groupedName"> {
  const { method, path, operation, item, pointer, config } = found;
  const report = (rule: string, message: string) => findings.repaired(rule, locate(pointer), message);
  const parameters = readParameters(document, path, item, operation, report);
  const requirements = member(operation, "security") ?? member(document, "security");
  const security = readSecurity(requirements, schemes, (message) => report("undeclared-security", message));
  const isSetByUs = credentials(schemes, config);
  return {
    method,
    path,
    pointer,
    server: readServer(member(operation, "servers") ?? member(item, "servers"), main, report),
    operationId: textMember(operation, "operationId") ?? "",
    summary: textMember(operation, "summary"),
    description: textMember(operation, "description"),
    deprecated: member(operation, "deprecated") === true,
    externalDocs: textMember(member(operation, "externalDocs"), "url"),
    pathParameters: parameters.path,
    queryParameters: parameters.query.filter((parameter) => !isSetByUs("query", parameter)),
    headerParameters: parameters.header.filter((parameter) => !isSetByUs("header", parameter)),
    cookieParameters: parameters.cookie.filter((parameter) => !isSetByUs("cookie", parameter)),
    body: readBody(document, found, report),
    responses: readResponses(document, operation, config, report),
    accept: config?.responseType === undefined ? undefined : acceptOf(config.responseType),
    security,
    scopes: readScopes(requirements),
    links: readLinks(document, operation),
    resend: config?.resend ?? (method === "GET" || method === "HEAD" ? "safe" : "never"),
    idempotency: config?.idempotency,
    pagination: config?.pagination,
  };
}

/** Tells the parameters that the client fills in itself, so that nobody is asked for them. */
function credentials(
  schemes: ReadonlyMap<string, SecurityScheme>,
  config: OperationConfig | undefined,
): (place: string, parameter: Parameter) => boolean {
  const own = new Set(["header accept", "header content-type", "header authorization"]);
  for (const scheme of schemes.values()) {
    if (scheme.type === "apiKey")
      own.add(`${scheme.in} ${scheme.in === "header" ? scheme.name.toLowerCase() : scheme.name}`);
  }
  const idempotency = config?.idempotency;
  if (idempotency !== undefined && "header" in idempotency) own.add(`header ${idempotency.header.toLowerCase()}`);
  return (place, { name }) => own.has(`${place} ${place === "header" ? name.toLowerCase() : name}`);
}

function readBody(document: Json, found: Found, report: (rule: string, message: string) => void): Body | undefined {
  const body = follow(document, member(found.operation, "requestBody"));
  if (!isObject(body)) return undefined;
  if (found.method === "GET" || found.method === "HEAD" || found.method === "TRACE") {
    report("body-not-allowed", `${found.method} cannot carry a body; it is left out`);
    delete found.operation["requestBody"];
    return undefined;
  }
  const choice = preferred(member(body, "content"), found.config?.requestType);
  if (choice === undefined) {
    report("body-without-content", "the request body declares no media type; it is left out");
    delete found.operation["requestBody"];
    return undefined;
  }
  return {
    required: member(body, "required") === true,
    description: textMember(body, "description"),
    contentType: choice.contentType,
    schema: member(choice.media, "schema") ?? {},
    encoding: readEncoding(document, choice.media, choice.contentType),
  };
}

/** JSON stays welcome: it is what errors come as. */
function acceptOf(type: string): string {
  return `${type}, application/json;q=0.9, */*;q=0.5`;
}

function readResponses(
  document: Json,
  operation: MutableObject,
  config: OperationConfig | undefined,
  report: (rule: string, message: string) => void,
): Response[] {
  const declared = members(operation["responses"]).filter(([status]) => !status.startsWith("x-"));
  const kept: MutableObject = {};
  const responses: Response[] = [];
  for (const [key, value] of declared) {
    const status = /^[1-5]xx$/i.test(key) ? key.toUpperCase() : key.toLowerCase();
    const response = follow(document, value);
    if (!/^([1-5](\d\d|XX)|default)$/.test(status) || !isObject(response) || Object.hasOwn(kept, status)) {
      report("response-status", `response ${quoted(key)} is not a status such as 200, 4XX or default; it is left out`);
      continue;
    }
    setMember(kept, status, value);
    const isGood = status.startsWith("2") || status === "default";
    const choice = preferred(member(response, "content"), isGood ? config?.responseType : undefined);
    const schema = member(choice?.media, "itemSchema") ?? member(choice?.media, "schema");
    const kind = kindOf(choice?.contentType, status.startsWith("2"));
    responses.push({
      status,
      description: textMember(response, "description"),
      contentType: choice?.contentType,
      schema,
      kind: kind === "bytes" && config?.stream === true && status.startsWith("2") ? "chunks" : kind,
    });
  }
  operation["responses"] = kept;
  return responses;
}
