import type { Plan } from "./plan.ts";
import { code, comment, file, literal, string } from "./printer.ts";

/** `provider.ts`: where the provider is and how it takes credentials. */
export function emitProvider(plan: Plan): string {
  const { contract } = plan;
  const used = new Set(contract.operations.flatMap((operation) => operation.security.flat()));
  const schemes = Object.fromEntries(Object.entries(contract.securitySchemes).filter(([name]) => used.has(name)));
  const first = Object.values(contract.environments)[0] ?? "";
  const members = [
    code`name: ${string(contract.name)},`,
    code`baseUrl: ${string(first)},`,
    code`security: ${literal(schemes)},`,
    code`errorCode: ${literal(contract.errorCode)},`,
    code`requestId: ${literal(contract.requestId)},`,
  ];
  return file([
    code`import type { Provider } from "@specie/runtime";`,
    code`${comment(["Base URLs by environment, the default one first."])}export const environments = ${literal(contract.environments)} as const;`,
    code`export const provider: Provider = {
  ${members}
};`,
  ]);
}
