import { Refusal } from "./refusal.ts";

/** A base URL with variables, as the contract declares it. */
export interface ServerTemplate {
  readonly url: string;
  readonly variables: Readonly<Record<string, { readonly default: string; readonly enum?: readonly string[] }>>;
}

/**
 * The base URL of an environment, its variables filled in. Throws a TypeError for a value that the contract does not
 * list, or that would lead to another host or path.
 *
 * @example
 * serverUrl(environments, servers, "production", { region: "us" }); // "https://us.acme.example"
 */
export function serverUrl(
  environments: Readonly<Record<string, string>>,
  servers: Readonly<Record<string, ServerTemplate>>,
  environment: string,
  given: Readonly<Record<string, string | undefined>> = {},
): string {
  const server = Object.hasOwn(servers, environment) ? servers[environment] : undefined;
  if (!server) return environments[environment] ?? "";
  return server.url.replace(/\{([^{}]*)\}/g, (whole, name: string) => {
    const variable = Object.hasOwn(server.variables, name) ? server.variables[name] : undefined;
    if (!variable) return whole;
    const value = given[name] ?? variable.default;
    const known = variable.enum
      ? variable.enum.includes(value)
      : value === variable.default || /^[\w-]+(\.[\w-]+)*$/.test(value);
    if (!known) throw new Refusal(`the variable ${name} has a value that the contract does not allow`);
    return value;
  });
}
