import type { Link } from "../contract/contract.ts";
import { aliasNames, namesIn, runtimeImports, schemaNames } from "./aliases.ts";
import { callType } from "./call-type.ts";
import { example } from "./example.ts";
import { type Group, memberNames } from "./groups.ts";
import type { Integers } from "./integers.ts";
import { operationConstant } from "./operation-constant.ts";
import type { OperationPlan, Plan } from "./plan.ts";
import { type Code, code, comment, empty, file, identifier, join, parentheses, string } from "./printer.ts";
import { typeOf } from "./types.ts";

/** `operations.ts`: per operation a constant that the transport reads and a function that people call. */
export function emitOperations(plan: Plan, root: Group, numbers: Integers): string {
  const names = memberNames(root);
  const blocks = plan.operations.flatMap((operation) => [
    operationConstant(plan, operation, names.get(operation) ?? operation.functionName, numbers),
    operationFunction(plan, operation),
  ]);
  return file([imports(plan, blocks, numbers), ...blocks]);
}

function imports(plan: Plan, blocks: readonly Code[], { names }: Integers): Code {
  const used = namesIn(blocks);
  const types = ["Binary", "Call", "Client", "Operation", "PagedCall", "PagedOperation", "PlainOptions", "ServerEvent"];
  const parts = (
    "byCursor byOffset byPage bySkip encodeBody encodeMultipart invoke keyInBody keyInHeader ownHeaders readBytes readChunks " +
    "readEvents readLines readTextEvents writeStyled"
  ).split(" ");
  const wanted = parts.filter((name) => name === "invoke" || used.has(name)).map((name) => identifier(name));
  const values =
    plan.operations.length === 0 ? empty : code`import { ${join(wanted, code`, `)} } from "@specie/runtime";\n`;
  const numbers = [...names].filter((name) => used.has(name)).sort();
  return code`${runtimeImports(used, types)}${values}${from("./integers.ts", numbers, false)}${typeImports(plan, used)}`;
}

/** Imports of the aliases and schemas that a text mentions. */
export function typeImports(plan: Plan, used: ReadonlySet<string>, folder: "./" | "../" = "./"): Code {
  const pick = (names: Iterable<string>): string[] => [...new Set(names)].filter((name) => used.has(name)).sort();
  return code`${from(`${folder}schemas.ts`, pick(schemaNames(plan)), true)}${from(`${folder}types.ts`, pick(aliasNames(plan)), true)}`;
}

export function from(module: string, names: readonly string[], type: boolean): Code {
  if (names.length === 0) return empty;
  return code`import ${type ? code`type ` : empty}{
  ${names.map((name) => code`${identifier(name)},`)}
} from ${string(module)};\n`;
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
  const { cookieParameters } = operation.operation;
  const requiredOptions = [
    ...headerParameters,
    ...cookieParameters,
    ...(body === undefined ? [] : queryParameters),
  ].some((parameter) => parameter.required);
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

/** `Link self: getUser, with id = $response.body#/id. The user that was made.` */
function linkText(plan: Plan, { name, operationId, parameters, description }: Link): string {
  const target = plan.operations.find(({ operation }) => operation.operationId === operationId);
  const given = Object.entries(parameters).map(([key, from]) => `${key} = ${from}`);
  const what = `Link \`${name}\`: \`${target?.functionName ?? operationId}\`${given.length === 0 ? "" : `, with ${given.join(", ")}`}.`;
  return description === undefined ? what : `${what} ${description}`;
}

/** Summary, description, the call on the wire, and an example where the contract has a short one. */
export function documentation(plan: Plan, { operation }: OperationPlan): Code {
  return comment([
    operation.summary,
    operation.description === operation.summary ? undefined : operation.description,
    `\`${operation.method} ${operation.path}\``,
    operation.scopes.length === 0 ? undefined : `Scopes: ${operation.scopes.map((scope) => `\`${scope}\``).join(", ")}`,
    ...operation.links.map((link) => linkText(plan, link)),
    operation.externalDocs === undefined ? undefined : `@see ${operation.externalDocs}`,
    operation.deprecated ? "@deprecated" : undefined,
    example(plan.contract, operation),
  ]);
}
