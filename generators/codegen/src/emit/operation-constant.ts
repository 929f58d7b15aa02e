import type { Body, Json, Pagination, Parameter, Response } from "../contract/contract.ts";
import { itemType } from "./call-type.ts";
import type { Integers } from "./integers.ts";
import { bodyKind } from "./media.ts";
import { isSuccess, type OperationPlan, type Plan } from "./plan.ts";
import { type Code, code, expression, identifier, key, literal, object, string } from "./printer.ts";
import { isObject, ref, resolve, types } from "./schema.ts";

/** The constant that the transport reads: `capturePaymentOperation`. */
export function operationConstant(plan: Plan, operationPlan: OperationPlan, name: string, numbers: Integers): Code {
  const { operation } = operationPlan;
  const members: (readonly [string, Code])[] = [
    ["name", string(name)],
    ["method", string(operation.method)],
    ["path", string(operation.path)],
  ];
  if (operation.server !== undefined) members.push(["server", string(operation.server)]);
  const names = operation.pathParameters.map((parameter) => parameter.name);
  // The runtime reads the names from the template; only another order has to be said.
  const template = [...operation.path.matchAll(/\{([^{}]+)\}/g)].map((match) => match[1]);
  if (names.join("\n") !== template.join("\n")) members.push(["params", literal(names)]);
  const paths = styles(plan, operation.pathParameters, "simple", false);
  if (paths !== undefined) members.push(["pathStyles", paths]);
  const queries = styles(plan, operation.queryParameters, "form", true);
  if (queries !== undefined) members.push(["queryStyles", queries]);
  if (paths !== undefined || queries !== undefined) members.push(part("writeStyled"));
  const cookies = operation.cookieParameters.map((parameter) => parameter.name);
  if (cookies.length > 0) members.push(["cookies", literal(cookies)]);
  if (operation.accept !== undefined) members.push(["accept", string(operation.accept)]);
  if (cookies.length > 0 || operation.accept !== undefined) members.push(part("ownHeaders"));
  if (operation.body !== undefined) members.push(["takesBody", literal(true)]);
  else if (operationPlan.query !== undefined) members.push(["takesQuery", literal(true)]);
  const contentType = operation.body?.contentType;
  if (operation.body !== undefined && contentType !== undefined && contentType !== "application/json") {
    members.push(["contentType", string(contentType)]);
    const kind = bodyKind(contentType);
    if (kind === "multipart") members.push(["encodeBody", identifier("encodeMultipart")]);
    else if (kind !== "json") members.push(part("encodeBody"));
    const encoding = encodingOf(operation.body);
    if (encoding !== undefined) members.push(["encoding", encoding]);
  }
  members.push([
    "statuses",
    literal(operation.responses.map(({ status }) => (/^\d+$/.test(status) ? Number(status) : status))),
  ]);
  const bodies = operation.responses.flatMap((response) => {
    const { status, kind } = response;
    return kind === "json" ? [] : [[status, readerOf(response) ?? string(kind)] as const];
  });
  if (bodies.length > 0) members.push(["bodies", object(bodies)]);
  if (operation.security.some((set) => set.length > 0)) members.push(["security", literal(operation.security)]);
  if (operation.resend !== "never") members.push(["resend", string(operation.resend)]);
  if (operation.idempotency !== undefined) {
    const taker = "body" in operation.idempotency ? "keyInBody" : "keyInHeader";
    const how = Object.entries(operation.idempotency).map(([name, value]) => [name, expression(value)] as const);
    members.push(["idempotency", object([["take", identifier(taker)], ...how])]);
  }
  if (operation.pagination !== undefined) members.push(["pagination", pagination(operation.pagination)]);
  const shapes = operation.responses.flatMap(({ status, schema, kind }) => {
    const shape = kind === "json" && (isSuccess(status) || status === "default") ? numbers.shapeOf(schema) : undefined;
    return shape === undefined ? [] : [[status, shape] as const];
  });
  if (shapes.length > 0) members.push(["integers", object(shapes)]);
  return code`export const ${identifier(operationPlan.constName)}: ${operationType(plan, operationPlan)} = {
  ${members.map(([name, value]) => (name === value.text ? code`${value},` : code`${key(name)}: ${value},`))}
};`;
}

/** A part of the runtime that only this operation brings into a bundle. */
function part(name: string): readonly [string, Code] {
  return [name, identifier(name)];
}

/** What reads bytes and streams. */
const readers: Readonly<Partial<Record<Response["kind"], string>>> = {
  events: "readEvents",
  lines: "readLines",
  chunks: "readChunks",
  bytes: "readBytes",
};

/** The schema of an event that is text says so. */
function readerOf({ kind, schema }: Response): Code | undefined {
  const isText = kind === "events" && isObject(schema) && types(schema).join() === "string";
  const reader = isText ? "readTextEvents" : readers[kind];
  return reader === undefined ? undefined : identifier(reader);
}

function encodingOf({ encoding, contentType }: Body): Code | undefined {
  const isForm = bodyKind(contentType) === "form";
  const entries = Object.entries(encoding).map(([name, { contentType: type, ...style }]) => {
    // In a form the only type that changes anything is JSON.
    const value = type === undefined ? style : isForm ? { ...style, json: true } : { ...style, contentType: type };
    return [name, expression(value)] as const;
  });
  return entries.length === 0 ? undefined : object(entries);
}

function pagination({ style, ...rest }: Pagination): Code {
  const pages = { cursor: "byCursor", offset: "byOffset", page: "byPage", skip: "bySkip" }[style];
  return object([
    ["pages", identifier(pages)],
    ...Object.entries(rest).map(([name, value]) => [name, literal(value)] as const),
  ]);
}

function styles(plan: Plan, parameters: readonly Parameter[], style: string, explode: boolean): Code | undefined {
  const special = parameters.flatMap((parameter) => {
    const { style: own, explode: exploded, allowReserved, json } = parameter;
    // A path segment without an entry is text or a number; anything else is written in its style.
    const plain =
      style === "form" ||
      schemaTypes(plan, parameter.schema).every((type) => type !== "array" && type !== "object" && type !== "boolean");
    if (own === style && exploded === explode && !allowReserved && !json && plain) return [];
    const value = {
      style: own,
      explode: exploded,
      ...(allowReserved ? { allowReserved } : {}),
      ...(json ? { json } : {}),
    };
    return [[parameter.name, expression(value)] as const];
  });
  return special.length === 0 ? undefined : object(special);
}

function schemaTypes(plan: Plan, schema: Json): readonly string[] {
  const target = ref(schema);
  const found = target === undefined ? schema : resolve(plan.contract.document, target);
  return isObject(found) ? types(found) : [];
}

function operationType(plan: Plan, { operation, response, result }: OperationPlan): Code {
  const answer = code`${identifier(response)}, ${identifier(result)}`;
  if (operation.pagination === undefined) return code`${identifier("Operation")}<${answer}>`;
  return code`${identifier("PagedOperation")}<${answer}, ${itemType(plan, operation)}>`;
}
