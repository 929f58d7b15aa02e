import type { Server } from "../contract/contract.ts";
import type { Plan } from "./plan.ts";
import { type Code, code, comment, empty, expression, file, literal, object, string } from "./printer.ts";

/** `provider.ts`: where the provider is and how it takes credentials. */
export function emitProvider(plan: Plan): string {
  const { contract } = plan;
  const used = new Set(contract.operations.flatMap((operation) => operation.security.flat()));
  const schemes = Object.fromEntries(Object.entries(contract.securitySchemes).filter(([name]) => used.has(name)));
  const first = Object.values(contract.environments)[0] ?? "";
  const members = [
    code`name: ${string(contract.name)},`,
    code`baseUrl: ${string(first)},`,
    code`security: ${expression(schemes)},`,
    code`errorCode: ${literal(contract.errorCode)},`,
    code`requestId: ${literal(contract.requestId)},`,
  ];
  const hasVariables = Object.keys(contract.servers).length > 0;
  return file([
    code`import type { Provider } from "@specie/runtime";`,
    code`${comment(["Base URLs by environment, the default one first."])}export const environments = ${literal(contract.environments)} as const;`,
    hasVariables
      ? code`${comment(["The addresses that have variables, by environment."])}export const servers = ${serversOf(contract.servers)} as const;`
      : empty,
    code`export const provider: Provider = {
  ${members}
};`,
  ]);
}

function serversOf(servers: Readonly<Record<string, Server>>): Code {
  return object(
    Object.entries(servers).map(([name, { url, variables }]) => {
      const values = Object.entries(variables).map(([variable, { default: fallback, enum: allowed }]) => {
        const value = allowed === undefined ? { default: fallback } : { default: fallback, enum: allowed };
        return [variable, expression(value)] as const;
      });
      return [
        name,
        object([
          ["url", string(url)],
          ["variables", object(values)],
        ]),
      ] as const;
    }),
  );
}
