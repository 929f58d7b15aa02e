import type { Json, Pagination, Parameter } from "../contract/contract.ts";
import { itemType } from "./call-type.ts";
import type { Integers } from "./integers.ts";
import { isJson, isText } from "./media.ts";
import { isSuccess, type OperationPlan, type Plan } from "./plan.ts";
import { type Code, code, identifier, key, literal, object, string } from "./printer.ts";
import { isObject, ref, resolve, types } from "./schema.ts";

/** The constant that the transport reads: `capturePaymentOperation`. */
export function operationConstant(plan: Plan, operationPlan: OperationPlan, name: string, numbers: Integers): Code {
  const { operation } = operationPlan;
  const members: (readonly [string, Code])[] = [
    ["name", string(name)],
    ["method", string(operation.method)],
    ["path", string(operation.path)],
  ];
  const names = operation.pathParameters.map((parameter) => parameter.name);
  // The runtime reads the names from the template; only another order has to be said.
  const template = [...operation.path.matchAll(/\{([^{}]+)\}/g)].map((match) => match[1]);
  if (names.join("\n") !== template.join("\n")) members.push(["params", literal(names)]);
  const paths = styles(plan, operation.pathParameters, "simple", false);
  if (paths !== undefined) members.push(["pathStyles", paths]);
  const queries = styles(plan, operation.queryParameters, "form", true);
  if (queries !== undefined) members.push(["queryStyles", queries]);
  if (paths !== undefined || queries !== undefined) members.push(part("writeStyled"));
  if (operation.body !== undefined) members.push(["takesBody", literal(true)]);
  else if (operationPlan.query !== undefined) members.push(["takesQuery", literal(true)]);
  const contentType = operation.body?.contentType;
  if (contentType !== undefined && contentType !== "application/json") {
    members.push(["contentType", string(contentType)]);
    if (!isJson(contentType)) members.push(part("encodeBody"));
  }
  members.push([
    "statuses",
    literal(operation.responses.map(({ status }) => (/^\d+$/.test(status) ? Number(status) : status))),
  ]);
  const bodies = operation.responses.flatMap(({ status, contentType: type }) =>
    type !== undefined && isJson(type)
      ? []
      : [[status, type === undefined ? "none" : isText(type) ? "text" : "bytes"] as const],
  );
  if (bodies.length > 0) members.push(["bodies", literal(Object.fromEntries(bodies))]);
  if (operation.security.some((set) => set.length > 0)) members.push(["security", literal(operation.security)]);
  if (operation.resend !== "never") members.push(["resend", string(operation.resend)]);
  if (operation.idempotency !== undefined) {
    members.push(["idempotency", literal(operation.idempotency)]);
    if ("body" in operation.idempotency) members.push(part("bodyWithId"));
  }
  if (operation.pagination !== undefined) members.push(["pagination", pagination(operation.pagination)]);
  const shapes = operation.responses.flatMap(({ status, schema }) => {
    const shape = isSuccess(status) || status === "default" ? numbers.shapeOf(schema) : undefined;
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

function pagination({ style, ...rest }: Pagination): Code {
  const pages = { cursor: "byCursor", offset: "byOffset", skip: "bySkip" }[style];
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
    return [[parameter.name, literal(value)] as const];
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
