import type { Contract } from "../../contract/contract.ts";
import { type Code, code, comment, empty, identifier, key } from "../../emit/printer.ts";
import { type CredentialField, needsSigner } from "../credentials.ts";

/** The options of a client: credentials by names that people know, and the environment. */
export function options(contract: Contract, fields: readonly CredentialField[], stem: string): Code[] {
  const name = identifier(`${stem}Options`);
  const signed = needsSigner(contract) ? "Some operations need signed requests: give `sign`." : undefined;
  const first = Object.keys(contract.environments)[0];
  const members = fields.flatMap(({ names, about, kind, required }) =>
    names.map((option) => {
      const type = kind === "basic" ? code`string` : code`Secret`;
      return required
        ? code`${comment([about])}readonly ${key(option)}: ${type};`
        : code`${comment([about])}readonly ${key(option)}?: ${type} | undefined;`;
    }),
  );
  const hasPair = fields.some(({ kind, required }) => kind === "basic" && !required);
  const hasSecret = fields.some(({ kind }) => kind !== "basic");
  const about = comment([first === undefined ? "There is none: give a `baseUrl`." : `Default: ${first}.`]);
  const environment = code`${about}readonly environment?: keyof typeof environments | undefined;`;
  return [
    code`import type { ConnectOptions${hasPair ? code`, Credential` : empty} } from "@specie/runtime";
import { environments, provider } from "./generated/provider.ts";`,
    ...(hasSecret
      ? [
          code`/** The secret itself, or a function that is asked for it at each call. */
export type Secret = string | (() => string | Promise<string>);`,
        ]
      : []),
    code`${comment([`How to reach ${contract.title}.`, signed])}export interface ${name} extends Omit<ConnectOptions, "credentials"> {
  ${[environment, ...members]}
}`,
    code`/** The same as the runtime takes it: credentials by the security scheme of the contract. */
export function connectOptions(options: ${name}): ConnectOptions {
  const { environment } = options;
  const baseUrl = options.baseUrl ?? (environment === undefined ? provider.baseUrl : environments[environment]);
${
  fields.length === 0
    ? code`  return { ...options, baseUrl };`
    : code`  return {
    ...options,
    baseUrl,
    credentials: {
      ${fields.map(given)}
    },
  };`
}
}`,
    ...(hasPair ? [pair] : []),
  ];
}

function given({ scheme, names, kind, required }: CredentialField): Code {
  const [first, second] = names.map((name) => code`options.${identifier(name)}`);
  if (first === undefined || second === undefined) return code`${key(scheme)}: ${first ?? code`undefined`},`;
  return kind === "basic" && required
    ? code`${key(scheme)}: { username: ${first}, password: ${second} },`
    : code`${key(scheme)}: pair(${first}, ${second}),`;
}

const pair = code`/** Half of a pair opens nothing. */
function pair(username: string | undefined, password: string | undefined): Credential | undefined {
  return username && password ? { username, password } : undefined;
}`;
