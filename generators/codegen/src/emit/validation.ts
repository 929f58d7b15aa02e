import type { Json, Parameter } from "../contract/contract.ts";
import { namesIn } from "./aliases.ts";
import { type JsonSchemaContext, jsonSchema } from "./json-schema.ts";
import { isJson } from "./media.ts";
import type { NamedSchema } from "./named-schemas.ts";
import { from, typeImports } from "./operations.ts";
import type { OperationPlan, Plan } from "./plan.ts";
import { type Code, code, comment, expression, file, identifier, join, key, object, string } from "./printer.ts";
import { type Direction, isObject, resolve } from "./schema.ts";
import { typeOf } from "./types.ts";

/** A schema of the contract as data, and those that it refers to. */
interface Constant {
  readonly name: string;
  readonly schema: Json;
  readonly uses: ReadonlySet<string>;
}

/**
 * `schemas/`: for each operation a module with Standard Schemas of what it takes and answers, and the JSON Schemas that
 * they share. Nothing else imports them.
 */
export function emitValidation(plan: Plan, names: ReadonlyMap<OperationPlan, string>): ReadonlyMap<string, string> {
  const shared = new Map<string, Constant>();
  const keyOf = (pointer: string, direction: Direction): string => `${direction} ${pointer}`;
  const constantName = new Map<string, string>();
  const nameOf = (pointer: string, direction: Direction): string => {
    const known = constantName.get(keyOf(pointer, direction));
    if (known !== undefined) return known;
    const named: NamedSchema | undefined = plan.schemas.get(pointer);
    const stem = named === undefined ? "Unnamed" : plan.schemaName(pointer, direction);
    const name = plan.names.claim(`${stem}${direction === "request" ? "Request" : "Response"}Json`);
    constantName.set(keyOf(pointer, direction), name);
    return name;
  };
  /** A schema, and the constants that it needs, each of which is made when it is first needed. */
  const convert = (schema: Json | undefined, direction: Direction): { json: Json; uses: ReadonlySet<string> } => {
    const uses = new Set<string>();
    const pending: string[] = [];
    const context: JsonSchemaContext = {
      direction,
      resolve: (pointer) => resolve(plan.contract.document, pointer),
      reference: (pointer) => {
        const name = nameOf(pointer, direction);
        uses.add(name);
        if (!shared.has(name)) pending.push(pointer);
        return `#/$defs/${name}`;
      },
    };
    const json = jsonSchema(schema, context);
    for (let pointer = pending.pop(); pointer !== undefined; pointer = pending.pop()) {
      const name = nameOf(pointer, direction);
      if (shared.has(name)) continue;
      shared.set(name, { name, schema: true, uses: new Set() });
      const found = convert(resolve(plan.contract.document, pointer), direction);
      shared.set(name, { name, schema: found.json, uses: found.uses });
    }
    return { json, uses };
  };
  const closure = (uses: ReadonlySet<string>): string[] => {
    const all = new Set<string>();
    const queue = [...uses];
    for (let name = queue.pop(); name !== undefined; name = queue.pop()) {
      if (all.has(name)) continue;
      all.add(name);
      queue.push(...(shared.get(name)?.uses ?? []));
    }
    return [...all].sort();
  };

  const files = new Map<string, string>();
  const modules: { readonly path: string; readonly name: string }[] = [];
  for (const operation of plan.operations) {
    const made = operationModule(plan, operation, names.get(operation) ?? operation.functionName, convert, closure);
    const path = `${operation.functionName}-schemas.ts`;
    files.set(`schemas/${path}`, made);
    modules.push({ path, name: operation.functionName });
  }
  const constants = [...shared.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
  files.set("schemas/components.ts", components(constants));
  files.set(
    "schemas/index.ts",
    file([code`${modules.map(({ path, name }) => code`export { ${identifier(name)} } from ${string(`./${path}`)};`)}`]),
  );
  return files;
}

function components(constants: readonly Constant[]): string {
  const heading =
    constants.length === 0 ? code`export {};` : code`import type { JsonSchema } from "@specie/runtime/validation";`;
  return file([
    heading,
    ...constants.map(
      ({ name, schema }) => code`export const ${identifier(name)}: JsonSchema = ${expression(asObject(schema))};`,
    ),
  ]);
}

/** `true` and `false` as objects, which can hold what else belongs to a schema. */
function asObject(schema: Json): Json {
  if (schema === true) return {};
  return schema === false ? { not: {} } : schema;
}

type Convert = (schema: Json | undefined, direction: Direction) => { json: Json; uses: ReadonlySet<string> };

function operationModule(
  plan: Plan,
  operationPlan: OperationPlan,
  name: string,
  convert: Convert,
  closure: (uses: ReadonlySet<string>) => string[],
): string {
  const { operation, functionName } = operationPlan;
  const used = new Set<string>();
  const schemaOf = (schema: Json | undefined, direction: Direction, type: Code): Code => {
    const { json, uses } = convert(schema, direction);
    const definitions = closure(uses);
    for (const each of definitions) used.add(each);
    const members = isObject(json) ? Object.entries(json) : Object.entries(asObject(json) as object);
    const own = members.map(([keyword, value]) => [keyword, expression(value)] as const);
    const all =
      definitions.length === 0
        ? object(own)
        : object([...own, ["$defs", object(definitions.map((each) => [each, identifier(each)] as const))]]);
    return code`/* @__PURE__ */ standardSchema$<${type}>(${all})`;
  };
  const members: { readonly name: string; readonly type: Code; readonly value: Code }[] = [];
  const add = (label: string, schema: Json | undefined, direction: Direction, type: Code): void => {
    members.push({ name: label, type: code`Schema$<${type}>`, value: schemaOf(schema, direction, type) });
  };
  const { pathParameters, queryParameters, body, responses } = operation;
  if (pathParameters.length > 0) {
    const prefixItems = pathParameters.map(({ schema }) => schema);
    add("params", { type: "array", prefixItems, minItems: prefixItems.length }, "request", code`readonly unknown[]`);
  }
  if (queryParameters.length > 0 && operationPlan.query !== undefined) {
    add("query", queryObject(queryParameters), "request", identifier(operationPlan.query));
  }
  if (body !== undefined && operationPlan.body !== undefined && isJson(body.contentType)) {
    add("body", body.schema, "request", identifier(operationPlan.body));
  }
  const answers = responses.filter(({ kind, schema }) => kind === "json" && schema !== undefined);
  if (answers.length > 0) {
    const each = answers.map(({ status, schema }) => {
      const type = typeOf(schema, plan.context("response"));
      return { status, type, value: schemaOf(schema, "response", type) };
    });
    members.push({
      name: "responses",
      type: code`{ ${join(
        each.map(({ status, type }) => code`readonly ${key(status)}: Schema$<${type}>`),
        code`; `,
      )} }`,
      value: object(each.map(({ status, value }) => [status, value] as const)),
    });
  }
  const declaration = code`${comment([`The schemas of \`${name}\`: each is a Standard Schema.`])}export const ${identifier(functionName)}: {
  readonly operation: ${string(name)};
  ${members.map(({ name: label, type }) => code`readonly ${key(label)}: ${type};`)}
} = {
  operation: ${string(name)},
  ${members.map(({ name: label, value }) => code`${key(label)}: ${value},`)}
};`;
  const types = namesIn([declaration]);
  const heading = code`import { type Schema as Schema$, standardSchema as standardSchema$ } from "@specie/runtime/validation";
${typeImports(plan, types, "../")}${from("./components.ts", [...used].sort(), false)}`;
  return file([members.length === 0 ? code`` : heading, declaration]);
}

function queryObject(parameters: readonly Parameter[]): Json {
  const required = parameters.filter((parameter) => parameter.required).map(({ name }) => name);
  return {
    type: "object",
    properties: Object.fromEntries(parameters.map(({ name, schema }) => [name, schema])),
    ...(required.length === 0 ? {} : { required }),
  };
}
