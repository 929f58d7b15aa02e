import type { Contract, SecurityScheme } from "../contract/contract.ts";
import { camel } from "../emit/names.ts";

/** How a security scheme is met: by which options of the client, and from where these come. */
export interface CredentialField {
  readonly scheme: string;
  readonly kind: "basic" | "bearer" | "apiKey";
  /** Names of the options: user name and password for Basic, one name otherwise. */
  readonly names: readonly string[];
  /** What the options hold, for their docstrings. */
  readonly about: string;
  /** No operation can be called without it. */
  readonly required: boolean;
}

/** Options that a client has anyway. */
const taken = new Set(
  "baseUrl sign fetch headers timeoutMs retries hooks environment credentials constructor".split(" "),
);

/** The credentials of a client, detected from the security schemes that its operations name. */
export function credentialFields({ securitySchemes, operations }: Contract): CredentialField[] {
  const secured = operations.filter(({ security }) => security.some((set) => set.length > 0));
  const used = Object.entries(securitySchemes).flatMap(([name, scheme]) => {
    const isUsed = secured.some(({ security }) => security.some((set) => set.includes(name)));
    return isUsed && scheme.type !== "signer" ? [{ name, scheme }] : [];
  });
  const names = new Set(taken);
  return used.map(({ name, scheme }) => {
    const alone = used.filter((other) => other.scheme.type === scheme.type).length === 1;
    const wanted = alone ? usual(scheme) : scheme.type === "basic" ? basic(camel(name)) : [camel(name)];
    const free = wanted.map((each) => freeName(each, names));
    return {
      scheme: name,
      kind: scheme.type === "basic" || scheme.type === "apiKey" ? scheme.type : "bearer",
      names: free,
      about: about(scheme),
      required: secured.every(({ security }) => security.every((set) => set.includes(name))),
    };
  });
}

/** Whether some operation can only be called by who signs its requests. */
export function needsSigner({ securitySchemes, operations }: Contract): boolean {
  return operations.some(
    ({ security }) =>
      security.length > 0 && security.every((set) => set.some((name) => securitySchemes[name]?.type === "signer")),
  );
}

function usual(scheme: SecurityScheme): string[] {
  if (scheme.type === "basic") return ["username", "password"];
  return [scheme.type === "apiKey" ? "apiKey" : "accessToken"];
}

function basic(stem: string): string[] {
  return [`${stem}Username`, `${stem}Password`];
}

function about(scheme: SecurityScheme): string {
  if (scheme.type === "apiKey")
    return `Sent as the ${scheme.in === "header" ? "header" : `${scheme.in} value`} \`${scheme.name}\`.`;
  return scheme.type === "basic" ? "Sent as HTTP Basic." : "Sent as a bearer token.";
}

function freeName(wanted: string, names: Set<string>): string {
  let name = wanted;
  for (let number = 2; names.has(name); number += 1) name = `${wanted}${number}`;
  names.add(name);
  return name;
}
