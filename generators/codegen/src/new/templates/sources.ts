import type { Contract } from "../../contract/contract.ts";
import { pascal } from "../../emit/names.ts";
import { braces, type Code, code, comment, file, identifier, join, key, string } from "../../emit/printer.ts";
import type { CredentialField } from "../credentials.ts";
import { options } from "./options.ts";

/** The hand-written half of a new package: small, and its owner's from the first commit on. */
export function sources(
  contract: Contract,
  fields: readonly CredentialField[],
  clientType: string,
): Map<string, string> {
  const stem = pascal(contract.name);
  return new Map([
    ["src/options.ts", text(options(contract, fields, stem))],
    ["src/connect.ts", text(connect(stem))],
    ["src/create.ts", text(create(contract, stem, clientType, fields))],
    ["src/operations.ts", text(operations(stem))],
    ["src/index.ts", text(index(stem, clientType))],
  ]);
}

/** Without the heading of generated files: these are for people. */
export function text(parts: readonly Code[]): string {
  const whole = file(parts);
  return whole.slice(whole.indexOf("\n") + 2);
}

/** A before a before B: what compares so by its characters. */
function order(name: string): string {
  return [...name].map((letter) => `${letter.toLowerCase()}${letter === letter.toLowerCase() ? "2" : "1"}`).join("");
}

/** The names of an import, in the order that the formatter wants. */
function sorted(values: readonly string[], types: readonly string[]): Code {
  const all = [
    ...values.map((name) => ({ name, shown: identifier(name) })),
    ...types.map((name) => ({ name, shown: code`type ${identifier(name)}` })),
  ];
  all.sort((a, b) => (order(a.name) < order(b.name) ? -1 : 1));
  return join(
    all.map(({ shown }) => shown),
    code`, `,
  );
}

function connect(stem: string): Code[] {
  return [
    code`import { type Client, connect } from "@specie/runtime";
import { provider } from "./generated/provider.ts";
import { ${sorted(["connectOptions"], [`${stem}Options`])} } from "./options.ts";`,
    code`/** The connection alone, without the grouped client. What its credentials do not open is refused before it is sent. */
export function ${identifier(`connect${stem}`)}(options: ${identifier(`${stem}Options`)}): Client {
  return connect(provider, connectOptions(options));
}`,
  ];
}

function create(contract: Contract, stem: string, clientType: string, fields: readonly CredentialField[]): Code[] {
  const doc = comment([
    `A client for ${contract.title}. \`await\` throws \`ApiError\` for an answer that is not 2xx; \`.result()\` gives every outcome as a value.`,
    code`@example\nconst client = ${identifier(`create${stem}`)}(${exampleOptions(fields)});`.text,
  ]);
  const type = identifier(clientType);
  return [
    code`import { ${identifier(`connect${stem}`)} } from "./connect.ts";
import { ${sorted(["groupClient"], [clientType])} } from "./generated/client.ts";
import type { ${identifier(`${stem}Options`)} } from "./options.ts";`,
    code`${doc}export function ${identifier(`create${stem}`)}(options: ${identifier(`${stem}Options`)}): ${type} {
  return groupClient(${identifier(`connect${stem}`)}(options));
}`,
  ];
}

/** Invented credentials, for examples and tests. */
export function exampleOptions(fields: readonly CredentialField[], more: readonly Code[] = []): Code {
  const members = [
    ...fields.flatMap(({ names }) => names.map((name) => code`${key(name)}: ${string(exampleSecret(name))}`)),
    ...more,
  ];
  return braces(members);
}

export function exampleSecret(name: string): string {
  return `example_${name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}`;
}

function operations(stem: string): Code[] {
  return [
    code`/** Every operation as a function, for bundles that hold only what they call. */
export { ${identifier(`connect${stem}`)} } from "./connect.ts";
export * from "./generated/operations.ts";`,
  ];
}

function index(stem: string, clientType: string): Code[] {
  return [
    code`export {
  AbortedError,
  ApiError,
  type CallOptions,
  DecodeError,
  type Hooks,
  NetworkError,
  type PlainOptions,
  RequestError,
  SpecieError,
  TimeoutError,
} from "@specie/runtime";
export { ${identifier(`create${stem}`)} } from "./create.ts";
export type { ${identifier(clientType)} } from "./generated/client.ts";
export * from "./generated/enums.ts";
export type * from "./generated/schemas.ts";
export type * from "./generated/types.ts";
export type { ${identifier(`${stem}Options`)} } from "./options.ts";`,
  ];
}
