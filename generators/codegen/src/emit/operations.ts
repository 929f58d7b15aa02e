import type { Json, Operation, Pagination, Parameter } from "../contract/contract.ts";
import { aliasNames, isJson, isText, namesIn, runtimeImports, schemaNames } from "./aliases.ts";
import { example } from "./example.ts";
import { type Group, memberNames } from "./groups.ts";
import type { Integers } from "./integers.ts";
import { isSuccess, type OperationPlan, type Plan } from "./plan.ts";
import {
  type Code,
  code,
  comment,
  empty,
  file,
  identifier,
  join,
  key,
  literal,
  object,
  parentheses,
  string,
} from "./printer.ts";
import { isObject, list, member, ref, resolve, types } from "./schema.ts";
import { typeOf } from "./types.ts";

/** `operations.ts`: per operation a constant that the transport reads and a function that people call. */
export function emitOperations(plan: Plan, root: Group, numbers: Integers): string {
  const names = memberNames(root);
  const blocks = plan.operations.flatMap((operation) => [
    constant(plan, operation, names.get(operation) ?? operation.functionName, numbers),
    operationFunction(plan, operation),
  ]);
  return file([imports(plan, blocks), ...blocks]);
}

function imports(plan: Plan, blocks: readonly Code[]): Code {
  const used = namesIn(blocks);
  const types = ["Binary", "Call", "Client", "Operation", "PagedCall", "PagedOperation", "PlainOptions"];
  const parts = ["bodyWithId", "byCursor", "byOffset", "bySkip", "encodeBody", "invoke", "writeStyled"];
  const wanted = parts.filter((name) => name === "invoke" || used.has(name)).map((name) => identifier(name));
  const values =
    plan.operations.length === 0 ? empty : code`import { ${join(wanted, code`, `)} } from "@specie/runtime";\n`;
  const numbers = [...used].filter((name) => name.endsWith("Numbers") && plan.names.has(name)).sort();
  return code`${runtimeImports(used, types)}${values}${from("./integers.ts", numbers, false)}${typeImports(plan, used)}`;
}

/** Imports of the aliases and schemas that a text mentions. */
export function typeImports(plan: Plan, used: ReadonlySet<string>): Code {
  const pick = (names: Iterable<string>): string[] => [...new Set(names)].filter((name) => used.has(name)).sort();
  return code`${from("./schemas.ts", pick(schemaNames(plan)), true)}${from("./types.ts", pick(aliasNames(plan)), true)}`;
}

function from(module: string, names: readonly string[], type: boolean): Code {
  if (names.length === 0) return empty;
  return code`import ${type ? code`type ` : empty}{
  ${names.map((name) => code`${identifier(name)},`)}
} from ${string(module)};\n`;
}

function constant(plan: Plan, operationPlan: OperationPlan, name: string, numbers: Integers): Code {
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

/** What a named method returns: `Call<Order, CreateOrderResult>`. */
export function callType(plan: Plan, { operation, response, result }: OperationPlan): Code {
  const answer = code`${identifier(response)}, ${identifier(result)}`;
  if (operation.pagination === undefined) return code`${identifier("Call")}<${answer}>`;
  return code`${identifier("PagedCall")}<${answer}, ${itemType(plan, operation)}>`;
}

/** The type of one item of a list: of the array that the pagination declares. */
function itemType(plan: Plan, operation: Operation): Code {
  const { document } = plan.contract;
  let schema: Json | undefined = operation.responses.find(({ status }) => isSuccess(status))?.schema;
  for (const part of (operation.pagination?.items ?? "").split(".").filter((name) => name !== "")) {
    const found = declared(document, schema, part);
    if (found === undefined) return code`unknown`;
    schema = found;
  }
  const items = declared(document, schema, "");
  return typeOf(items ?? true, plan.context("response"));
}

/** A property of a schema, or with no name the items of an array, through references and compositions. */
function declared(
  document: Plan["contract"]["document"],
  schema: Json | undefined,
  name: string,
  depth = 0,
): Json | undefined {
  if (!isObject(schema) || depth > 16) return undefined;
  const target = ref(schema);
  if (target !== undefined) return declared(document, resolve(document, target), name, depth + 1);
  const properties = member(schema, "properties");
  const own = name === "" ? member(schema, "items") : isObject(properties) ? member(properties, name) : undefined;
  if (own !== undefined) return own;
  for (const keyword of ["allOf", "anyOf", "oneOf"]) {
    for (const part of list(member(schema, keyword))) {
      const found = declared(document, part, name, depth + 1);
      if (found !== undefined) return found;
    }
  }
  return undefined;
}

function operationFunction(plan: Plan, operation: OperationPlan): Code {
  const parameters = [code`client: ${identifier("Client")}`, ...parametersOf(plan, operation)];
  const input: Code[] = [];
  if (operation.pathArguments.length > 0) {
    input.push(
      code`params: [${join(
        operation.pathArguments.map((name) => identifier(name)),
        code`, `,
      )}]`,
    );
  }
  if (operation.body !== undefined) input.push(code`body`);
  else if (operation.query !== undefined) input.push(code`query`);
  input.push(code`options`);
  const name = identifier(operation.functionName);
  const heading = code`export function ${name}${parentheses(parameters, 60)}: ${callType(plan, operation)}`;
  return code`${documentation(plan, operation)}${heading} {
  return client[invoke](${identifier(operation.constName)}, { ${join(input, code`, `)} });
}`;
}

/** Path parameters in order, then the body, or the query of a body-less call, then the options. */
export function parametersOf(plan: Plan, operation: OperationPlan): Code[] {
  const { pathParameters, queryParameters, headerParameters, body } = operation.operation;
  const requiredOptions = [...headerParameters, ...(body === undefined ? [] : queryParameters)].some(
    (parameter) => parameter.required,
  );
  const requiredQuery = body === undefined && queryParameters.some((parameter) => parameter.required);
  const parameters = pathParameters.map((parameter, index) => {
    const type = typeOf(parameter.schema, plan.context("request"));
    return code`${identifier(operation.pathArguments[index] ?? "id")}: ${type}`;
  });
  if (operation.body !== undefined) {
    const optional = body?.required === true || requiredOptions ? empty : code`?`;
    const undef = body?.required === true || !requiredOptions ? empty : code` | undefined`;
    parameters.push(code`body${optional}: ${identifier(operation.body)}${undef}`);
  } else if (operation.query !== undefined) {
    const optional = requiredQuery || requiredOptions ? empty : code`?`;
    const undef = requiredQuery || !requiredOptions ? empty : code` | undefined`;
    parameters.push(code`query${optional}: ${identifier(operation.query)}${undef}`);
  }
  parameters.push(
    code`options${requiredOptions ? empty : code`?`}: ${identifier(operation.options ?? "PlainOptions")}`,
  );
  return parameters;
}

/** Summary, description, the call on the wire, and an example where the contract has a short one. */
export function documentation(plan: Plan, { operation }: OperationPlan): Code {
  return comment([
    operation.summary,
    operation.description === operation.summary ? undefined : operation.description,
    `\`${operation.method} ${operation.path}\``,
    operation.externalDocs === undefined ? undefined : `@see ${operation.externalDocs}`,
    operation.deprecated ? "@deprecated" : undefined,
    example(plan.contract, operation),
  ]);
}
