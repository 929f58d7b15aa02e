import type { SecurityScheme, ServerVariable } from "../contract/contract.ts";
import { pascal } from "./names.ts";
import type { OperationPlan, Plan } from "./plan.ts";
import { type Code, code, comment, identifier, join, key, literal } from "./printer.ts";

/** Credentials that may call some operations only, and the client type that holds just those. */
export interface Reach {
  readonly schemes: readonly string[];
  readonly operations: readonly OperationPlan[];
  readonly typeName: string;
  readonly credentialsName: string;
}

/** One per set of schemes that an operation accepts and that doesn't open every operation. */
export function reaches(plan: Plan): Reach[] {
  const sets = new Map<string, readonly string[]>();
  for (const { operation } of plan.operations) {
    for (const set of operation.security) if (set.length > 0) sets.set(JSON.stringify([...set].sort()), set);
  }
  const found: Reach[] = [];
  for (const schemes of sets.values()) {
    const operations = plan.operations.filter(({ operation }) => accepts(operation.security, schemes));
    if (operations.length === plan.operations.length) continue;
    const stem = `${plan.title}${schemes.map(pascal).join("")}`;
    const typeName = plan.names.claim(`${stem}Client`);
    found.push({ schemes, operations, typeName, credentialsName: plan.names.claim(`${stem}Credentials`) });
  }
  // The narrowest first: TypeScript takes the first overload that fits.
  return found.sort((a, b) => a.operations.length - b.operations.length);
}

function accepts(security: readonly (readonly string[])[], given: readonly string[]): boolean {
  return security.length === 0 || security.some((set) => set.every((scheme) => given.includes(scheme)));
}

/** The credentials of each scheme, and the options of the client. */
export function credentialTypes(plan: Plan, limited: readonly Reach[]): { types: Code; optionsName: string } {
  const schemes = Object.entries(plan.contract.securitySchemes);
  const members = schemes.map(([name, scheme]) => code`readonly ${key(name)}?: ${credential(scheme)};`);
  const title = plan.names.claim(`${plan.title}Credentials`);
  const options = plan.names.claim(`${plan.title}Options`);
  const narrow = limited.map(
    (reach) => code`export type ${identifier(reach.credentialsName)} = {
  ${schemes.map(([name, scheme]) =>
    reach.schemes.includes(name)
      ? code`readonly ${key(name)}: ${credential(scheme)};`
      : code`readonly ${key(name)}?: never;`,
  )}
};`,
  );
  const doc = comment([
    "Credentials by security scheme; each operation uses the first of its alternatives that is given.",
  ]);
  const all = code`${doc}export type ${identifier(title)} = ${
    members.length === 0
      ? code`Record<string, never>`
      : code`{
  ${members}
}`
  };`;
  const own = code`export type ${identifier(options)} = Omit<${identifier("ConnectOptions")}, "credentials"> & {
  ${[
    code`readonly environment?: keyof typeof environments;`,
    ...variables(plan),
    ...validation(plan),
    code`readonly credentials?: ${identifier(title)};`,
  ]}
};`;
  return { types: join([all, ...narrow, own], code`\n\n`), optionsName: options };
}

/** `readonly variables?: { readonly region?: "eu" | "us" }`: of all environments, as each takes what it has. */
function variables(plan: Plan): Code[] {
  const found = new Map<string, ServerVariable>();
  for (const server of Object.values(plan.contract.servers)) {
    for (const [name, variable] of Object.entries(server.variables)) {
      const other = found.get(name);
      const both =
        other?.enum === undefined || variable.enum === undefined ? undefined : [...other.enum, ...variable.enum];
      found.set(name, other === undefined ? variable : { ...other, enum: both && [...new Set(both)] });
    }
  }
  if (found.size === 0) return [];
  const lines = [...found].map(([name, { default: fallback, enum: values, description }]) => {
    const type =
      values === undefined
        ? code`string`
        : join(
            values.map((value) => literal(value)),
            code` | `,
          );
    return code`${comment([description, `@default ${JSON.stringify(fallback)}`])}readonly ${key(name)}?: ${type};`;
  });
  return [
    code`${comment(["What the address of the environment is made of."])}readonly variables?: {
  ${lines}
};`,
  ];
}

function validation(plan: Plan): Code[] {
  if (!plan.contract.schemas) return [];
  const doc = comment(["Checks requests and answers against the contract, by the schemas that are given."]);
  return [code`${doc}readonly validate?: Validation$;`];
}

function credential(scheme: SecurityScheme): Code {
  switch (scheme.type) {
    case "basic":
      return code`{ readonly username: string; readonly password: string }`;
    case "signer":
      return code`never`;
    default:
      return code`string | (() => string | Promise<string>)`;
  }
}
