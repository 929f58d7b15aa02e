import type { Body, Json, Parameter, Response } from "../contract/contract.ts";
import { bodyKind, isJson } from "./media.ts";
import { answers, hasMembers, isSuccess, type OperationPlan, type Plan } from "./plan.ts";
import { type Code, code, comment, empty, file, hang, identifier, join, key, string } from "./printer.ts";
import { type Direction, isObject, member, ref, resolve, types } from "./schema.ts";
import { typeOf } from "./types.ts";

/** `types.ts`: what each operation takes and answers, under names that only its method name decides. */
export function emitAliases(plan: Plan): string {
  const blocks = plan.operations.map((operation) => operationAliases(plan, operation));
  const events = plan.webhooks
    .filter((webhook) => !isShared(plan, webhook.type, webhook.schema, "response"))
    .map(
      (webhook) => code`export type ${identifier(webhook.type)} = ${typeOf(webhook.schema, plan.context("response"))};`,
    );
  const all = [...blocks, ...events];
  return file([imports(plan, all), ...all]);
}

function imports(plan: Plan, all: readonly Code[]): Code {
  const used = namesIn(all);
  const runtime = runtimeImports(used, [
    "Binary",
    "CallOptions",
    "Failure",
    "RequestHeaders",
    "ServerEvent",
    "Success",
    "Unanswered",
    "Undeclared",
  ]);
  return code`${runtime}${schemaImports(plan, used)}`;
}

/** Every name that the blocks mention: only those are imported, an unused import is an error under strict settings. */
export function namesIn(blocks: readonly Code[]): ReadonlySet<string> {
  return new Set(blocks.flatMap((block) => [...block.names]));
}

export function runtimeImports(used: ReadonlySet<string>, names: readonly string[]): Code {
  const wanted = names.filter((name) => used.has(name)).map((name) => identifier(name));
  return wanted.length === 0 ? empty : code`import type { ${join(wanted, code`, `)} } from "@specie/runtime";\n`;
}

/** Type names that the operations give, in order: everything that `types.ts` exports. */
export function aliasNames(plan: Plan): string[] {
  const shared = schemaNames(plan);
  const names = plan.operations.flatMap((operation) => {
    const { body, response, query, options, error, result } = operation;
    return [body, query, options, response, error, result].filter(
      (name): name is string => name !== undefined && !shared.has(name),
    );
  });
  return [...names, ...plan.webhooks.map((webhook) => webhook.type).filter((name) => !shared.has(name))];
}

const known = new WeakMap<Plan, ReadonlySet<string>>();

/** The names of all named schemas; every file asks for them. */
export function schemaNames(plan: Plan): ReadonlySet<string> {
  let names = known.get(plan);
  if (names === undefined) {
    names = allSchemaNames(plan);
    known.set(plan, names);
  }
  return names;
}

function allSchemaNames(plan: Plan): ReadonlySet<string> {
  const names = new Set<string>();
  for (const { pointer } of plan.schemas.values()) {
    for (const direction of ["response", "request"] as const) names.add(plan.schemaName(pointer, direction));
  }
  return names;
}

function schemaImports(plan: Plan, used: ReadonlySet<string>): Code {
  const names = [...schemaNames(plan)].filter((name) => used.has(name)).sort();
  if (names.length === 0) return empty;
  return code`import type {
  ${names.map((name) => code`${identifier(name)},`)}
} from "./schemas.ts";\n`;
}

function operationAliases(plan: Plan, operation: OperationPlan): Code {
  const { body, responses } = operation.operation;
  const lines: Code[] = [];
  const isOwn =
    body !== undefined && !(hasMembers(body) && isShared(plan, operation.body ?? "", body.schema, "request"));
  if (isOwn && operation.body !== undefined) {
    lines.push(code`export type ${identifier(operation.body)} = ${requestType(plan, body)};`);
  }
  if (operation.query !== undefined) lines.push(queryAlias(plan, operation.query, operation.operation.queryParameters));
  if (operation.options !== undefined) lines.push(optionsAlias(plan, operation, operation.options));
  const good = answers(operation.operation);
  const bad = responses.filter((response) => !isSuccess(response.status));
  if (
    !good.some(
      (response) => response.kind === "json" && isShared(plan, operation.response, response.schema, "response"),
    )
  ) {
    lines.push(code`export type ${identifier(operation.response)} = ${unionOf(good, plan)};`);
  }
  lines.push(code`export type ${identifier(operation.error)} = ${unionOf(bad, plan)};`);
  const branches = responses
    .filter((response) => response.status !== "default")
    .map(
      (response) =>
        code`${identifier(isSuccess(response.status) ? "Success" : "Failure")}<${statusOf(response)}, ${bodyOf(response, plan)}>`,
    );
  const fallback = responses.find((response) => response.status === "default");
  const others =
    fallback === undefined
      ? [identifier("Undeclared")]
      : ["Success", "Failure"].map((name) => code`${identifier(name)}<"default", ${bodyOf(fallback, plan)}>`);
  lines.push(code`export type ${identifier(operation.result)} =
  ${[...branches, ...others, identifier("Unanswered")].map((branch) => code`| ${hang(branch)}`)};`);
  return join(lines, code`\n`);
}

/** Is the alias the component itself, declared in schemas.ts under this very name? */
function isShared(plan: Plan, alias: string, schema: Parameters<typeof ref>[0], direction: Direction): boolean {
  const target = ref(schema);
  return target !== undefined && plan.schemaName(target, direction) === alias;
}

function statusOf(response: Response): Code {
  return /^[1-5][0-9][0-9]$/.test(response.status) ? code`${Number(response.status)}` : string(response.status);
}

/** What is not made of members is written by the caller: XML is text. */
function requestType(plan: Plan, { contentType, schema }: Body): Code {
  const kind = bodyKind(contentType);
  if (kind === "bytes") return identifier("Binary");
  const type = typeOf(schema, plan.context("request", !isJson(contentType)));
  const isText = isObject(schema) && types(schema).join() === "string";
  return kind === "text" && !isText ? code`string` : type;
}

function bodyOf({ kind, schema }: Response, plan: Plan): Code {
  if (kind === "none") return code`undefined`;
  if (kind === "text") return code`string`;
  if (kind === "bytes") return code`Uint8Array`;
  if (kind === "chunks") return code`AsyncIterable<Uint8Array>`;
  const type = typeOf(schema ?? true, plan.context("response"));
  if (kind === "events") return code`AsyncIterable<${identifier("ServerEvent")}<${type}>>`;
  return kind === "lines" ? code`AsyncIterable<${type}>` : type;
}

function unionOf(responses: readonly Response[], plan: Plan): Code {
  const types = new Map(responses.map((response) => bodyOf(response, plan)).map((type) => [type.text, type]));
  if (types.size === 0) return code`undefined`;
  if (types.size === 1) return [...types.values()][0] ?? empty;
  // A union on lines of its own starts with a bar, which cannot follow another.
  const parts = [...types.values()].map((type) => (type.text.startsWith("\n") ? code`(${type})` : type));
  return join(parts, code` | `);
}

function queryAlias(plan: Plan, name: string, parameters: readonly Parameter[]): Code {
  return code`export interface ${identifier(name)} {
  ${parameters.map((parameter) => parameterMember(plan, parameter))}
}`;
}

function parameterMember(plan: Plan, parameter: Parameter): Code {
  const doc = comment([parameter.description, parameter.deprecated ? "@deprecated" : undefined]);
  const type = typeOf(parameter.schema, plan.context("request"));
  if (parameter.required) return code`${doc}${key(parameter.name)}: ${type};`;
  return code`${doc}${key(parameter.name)}?: ${type} | undefined;`;
}

function optionsAlias(plan: Plan, { operation, query }: OperationPlan, name: string): Code {
  const lines: Code[] = [];
  if (operation.body === undefined || query === undefined) lines.push(code`query?: never;`);
  else {
    const optional = operation.queryParameters.some((parameter) => parameter.required) ? empty : code`?`;
    lines.push(code`query${optional}: ${identifier(query)}${optional.text === "" ? empty : code` | undefined`};`);
  }
  if (operation.idempotency === undefined) lines.push(code`idempotencyKey?: never;`);
  const cookies = operation.cookieParameters;
  if (cookies.length > 0) {
    const optional = cookies.some((cookie) => cookie.required) ? empty : code`?`;
    lines.push(code`cookies${optional}: {
  ${cookies.map((cookie) => parameterMember(plan, cookie))}
}${optional.text === "" ? empty : code` | undefined`};`);
  }
  const headers = operation.headerParameters;
  if (headers.length > 0) {
    const optional = headers.some((header) => header.required) ? empty : code`?`;
    const declared = headers.map((header) => parameterMember(plan, { ...header, schema: plainHeader(plan, header) }));
    lines.push(code`headers${optional}: ${identifier("RequestHeaders")} & {
  ${declared}
};`);
  }
  return code`export interface ${identifier(name)} extends ${identifier("CallOptions")} {
  ${lines}
}`;
}

/** Header values are text, numbers or booleans, or lists of them; anything richer is written by the caller. */
function plainHeader(plan: Plan, { schema, json }: Parameter): Json {
  const target = ref(schema);
  const found = target === undefined ? schema : resolve(plan.contract.document, target);
  const isList = isObject(found) && types(found).join() === "array" && !json;
  const item = isList ? member(found, "items") : found;
  const plain =
    isObject(item) &&
    types(item).length > 0 &&
    types(item).every((type) => ["string", "integer", "number", "boolean"].includes(type));
  return plain && !json ? schema : { type: "string" };
}
