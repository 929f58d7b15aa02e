import { namesIn, runtimeImports } from "./aliases.ts";
import { callType } from "./call-type.ts";
import type { Group } from "./groups.ts";
import { documentation, parametersOf, typeImports } from "./operations.ts";
import type { OperationPlan, Plan } from "./plan.ts";
import { type Code, code, comment, empty, file, identifier, join, key, parentheses, string } from "./printer.ts";
import { credentialTypes, type Reach, reaches } from "./security.ts";

const clientImports = [
  "Binary",
  "Call",
  "Client",
  "ConnectOptions",
  "Operation",
  "PagedCall",
  "PathClient",
  "PlainOptions",
];

/** `client.ts`: the grouped client, declared flat so that editors and the compiler have next to nothing to compute. */
export function emitClient(plan: Plan, root: Group): string {
  const limited = reaches(plan);
  const credentials = credentialTypes(plan, limited);
  const all = [
    ...interfaces(plan, root, true),
    ...limited.map((reach) => limitedInterface(plan, root, reach)),
    credentials.types,
    factory(plan, root, limited, credentials.optionsName),
  ];
  const used = namesIn(all);
  const functions = plan.operations.map((operation) => operation.constName).sort();
  const heading = code`import { connect, grouped${hasVariables(plan) ? code`, serverUrl` : empty} } from "@specie/runtime";
${plan.contract.schemas ? code`import { type Validation as Validation$, validated as validated$ } from "@specie/runtime/validation";\n` : empty}${runtimeImports(used, clientImports)}${functionImports(functions)}import type { Paths } from "./paths.ts";
import { environments, provider${hasVariables(plan) ? code`, servers` : empty} } from "./provider.ts";
${typeImports(plan, used)}`;
  return file([heading, ...all]);
}

function functionImports(names: readonly string[]): Code {
  if (names.length === 0) return empty;
  return code`import {
  ${names.map((name) => code`${identifier(name)},`)}
} from "./operations.ts";\n`;
}

function interfaces(plan: Plan, group: Group, isRoot: boolean): Code[] {
  const members: Code[] = [...group.groups].map(
    ([name, inner]) => code`readonly ${key(name)}: ${identifier(inner.typeName)};`,
  );
  for (const [name, operation] of group.methods) members.push(method(plan, name, operation));
  if (isRoot) {
    const doc = comment(["Calls by path, with openapi-fetch's arguments and the same safety as the named methods."]);
    members.push(code`${doc}readonly http: ${identifier("PathClient")}<Paths>;`);
  }
  const own = code`export interface ${identifier(group.typeName)}${isRoot ? code` extends ${identifier("Client")}` : empty} {
  ${members}
}`;
  return [own, ...[...group.groups.values()].flatMap((inner) => interfaces(plan, inner, false))];
}

function method(plan: Plan, name: string, operation: OperationPlan): Code {
  const type = callType(plan, operation);
  const room = 112 - name.length - type.text.length;
  return code`${documentation(plan, operation)}${key(name)}${parentheses(parametersOf(plan, operation), room)}: ${type};`;
}

/** A client that holds only what some credentials may call. */
function limitedInterface(plan: Plan, root: Group, reach: Reach): Code {
  const doc = comment([
    `The operations that ${reach.schemes.map((scheme) => `\`${scheme}\``).join(" and ")} alone may call.`,
  ]);
  return code`${doc}export interface ${identifier(reach.typeName)} extends ${identifier("Client")} {
  ${picked(root, new Set(reach.operations))}
  readonly http: ${identifier("PathClient")}<{
    ${pickedPaths(plan, new Set(reach.operations))}
  }>;
}`;
}

/** The same for calls by path: each path with the methods that may be used. */
function pickedPaths(plan: Plan, operations: ReadonlySet<OperationPlan>): Code[] {
  const byPath = new Map<string, Code[]>();
  for (const each of plan.operations.filter((operation) => operations.has(operation))) {
    const { path, method } = each.operation;
    byPath.set(path, [...(byPath.get(path) ?? []), string(method)]);
  }
  return [...byPath].map(
    ([path, methods]) => code`readonly ${key(path)}: Pick<Paths[${string(path)}], ${join(methods, code` | `)}>;`,
  );
}

function picked(group: Group, operations: ReadonlySet<OperationPlan>): Code[] {
  return [...group.groups]
    .flatMap(([name, inner]): Code[] => {
      const methods = [...inner.methods].filter(([, operation]) => operations.has(operation));
      const nested = picked(inner, operations);
      if (methods.length === 0 && nested.length === 0) return [];
      const own =
        methods.length === 0
          ? empty
          : code`Pick<${identifier(inner.typeName)}, ${join(
              methods.map(([method]) => string(method)),
              code` | `,
            )}>`;
      const both =
        nested.length === 0 ? own : code`${own}${methods.length === 0 ? empty : code` & `}{ ${join(nested, code` `)} }`;
      return [code`readonly ${key(name)}: ${both};`];
    })
    .concat(
      [...group.methods]
        .filter(([, operation]) => operations.has(operation))
        .filter(() => group.typeName.endsWith("Client"))
        .map(([name]) => code`readonly ${key(name)}: ${identifier(group.typeName)}[${string(name)}];`),
    );
}

function hasVariables(plan: Plan): boolean {
  return Object.keys(plan.contract.servers).length > 0;
}

/** Where the client goes: what the caller says, else its environment's address. */
function baseUrl(plan: Plan): Code {
  const known = code`environment === undefined ? provider.baseUrl : environments[environment]`;
  const taken = plan.contract.schemas ? code`, validate` : empty;
  if (!hasVariables(plan)) {
    return code`const { environment${taken}, ...rest } = options;
const baseUrl = rest.baseUrl ?? (${known});`;
  }
  const first = Object.keys(plan.contract.environments)[0] ?? "";
  return code`const { environment = ${string(first)}, variables${taken}, ...rest } = options;
const baseUrl = rest.baseUrl ?? serverUrl(environments, servers, environment, variables);`;
}

function factory(plan: Plan, root: Group, limited: readonly Reach[], optionsName: string): Code {
  const client = identifier(root.typeName);
  const options = identifier(optionsName);
  const overloads = limited.map(
    (reach) =>
      code`export function createClient(options: ${options} & { credentials: ${identifier(reach.credentialsName)} }): ${identifier(reach.typeName)};\n`,
  );
  if (limited.length > 0) overloads.push(code`export function createClient(options: ${options}): ${client};\n`);
  const doc = comment([
    `A client for ${plan.contract.title}. Each call starts at once and is typed per declared status.`,
    "Throws RequestError when the base URL is neither https nor loopback.",
  ]);
  const connection = plan.contract.schemas
    ? code`const client = connect(provider, { ...rest, baseUrl });
return groupClient(validate === undefined ? client : validated$(client, validate));`
    : code`return groupClient(connect(provider, { ...rest, baseUrl }));`;
  const over = comment(["The grouped client over a connection that is there already."]);
  return code`${doc}${join(overloads, empty)}export function createClient(options: ${options}): ${client} {
  ${baseUrl(plan)}
  ${connection}
}

${over}export function groupClient(client: ${identifier("Client")}): ${client} {
  ${listed(plan, client)}
}`;
}

/** More than this in one list, and the compiler gives up on the union of their types. */
const mostInList = 1000;

function listed(plan: Plan, client: Code): Code {
  const all = plan.operations.map((operation) => code`${identifier(operation.constName)},`);
  if (all.length <= mostInList) {
    return code`return grouped<${client}>(client, [
  ${all}
]);`;
  }
  const calls: Code[] = [];
  for (let start = 0; start < all.length; start += mostInList) {
    calls.push(code`operations.push(
  ${all.slice(start, start + mostInList)}
);`);
  }
  return code`const operations: ${identifier("Operation")}[] = [];
${calls}
return grouped<${client}>(client, operations);`;
}
