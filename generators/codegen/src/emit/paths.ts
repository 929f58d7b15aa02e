import { namesIn, runtimeImports } from "./aliases.ts";
import { callType } from "./call-type.ts";
import { typeImports } from "./operations.ts";
import type { OperationPlan, Plan } from "./plan.ts";
import { type Code, code, empty, file, identifier, key } from "./printer.ts";
import { typeOf } from "./types.ts";

/** `paths.ts`: what the path-style client takes and answers, by path and method. */
export function emitPaths(plan: Plan): string {
  const byPath = new Map<string, OperationPlan[]>();
  for (const operation of plan.operations) {
    byPath.set(operation.operation.path, [...(byPath.get(operation.operation.path) ?? []), operation]);
  }
  const entries = [...byPath].map(
    ([path, operations]) => code`${key(path)}: {
  ${operations.map((operation) => entry(plan, operation))}
};`,
  );
  const body = code`export interface Paths {
  ${entries}
}`;
  const used = namesIn([body]);
  const heading = code`${runtimeImports(used, ["Binary", "Call", "PagedCall", "PlainOptions", "ServerEvent"])}${typeImports(plan, used)}`;
  return file([heading, body]);
}

function entry(plan: Plan, operation: OperationPlan): Code {
  const { method, pathParameters, queryParameters, body } = operation.operation;
  const params: Code[] = [];
  if (pathParameters.length > 0) {
    const members = pathParameters.map(
      ({ name, schema }) => code`${key(name)}: ${typeOf(schema, plan.context("request"))};`,
    );
    params.push(code`path: {
  ${members}
};`);
  }
  if (operation.query !== undefined) {
    const optional = queryParameters.some((parameter) => parameter.required) ? empty : code`?`;
    params.push(code`query${optional}: ${identifier(operation.query)};`);
  }
  const needed = pathParameters.length > 0 || queryParameters.some((parameter) => parameter.required);
  const lines: Code[] = [];
  if (params.length > 0) {
    lines.push(code`params${needed ? empty : code`?`}: {
  ${params}
};`);
  }
  if (operation.body !== undefined)
    lines.push(code`body${body?.required === true ? empty : code`?`}: ${identifier(operation.body)};`);
  const own =
    lines.length === 0
      ? empty
      : code` & {
  ${lines}
}`;
  const options = code`Omit<${identifier(operation.options ?? "PlainOptions")}, "query">`;
  return code`${identifier(method)}: {
  init: ${options}${own};
  call: ${callType(plan, operation)};
};`;
}
