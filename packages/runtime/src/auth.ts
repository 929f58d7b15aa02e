import type { Draft, Signer } from "./draft.ts";
import { toBase64 } from "./encoding.ts";
import type { Operation } from "./operation.ts";
import type { Credential, SecurityScheme } from "./options.ts";
import { Refusal } from "./refusal.ts";
import { encode } from "./scalar.ts";

/** What the credentials of a client are made of. */
export interface Keyring {
  readonly security: Readonly<Record<string, SecurityScheme>>;
  readonly credentials: Readonly<Record<string, Credential | undefined>>;
  readonly sign: Signer | undefined;
}

/** Adds the credentials of the first of the operation's alternatives that can be met, then signs. */
export async function authorise(keyring: Keyring, operation: Operation, draft: Draft): Promise<void> {
  const { security, credentials, sign } = keyring;
  const alternatives = operation.security ?? [];
  // A header that the caller set stays, and counts.
  const isSet = (name: string): boolean => draft.headers[headerOf(security[name])] !== undefined;
  const canMeet = (name: string): boolean => isSet(name) || (!!credentials[name] && security[name]?.type !== "signer");
  const chosen = alternatives.find((names) => names.length > 0 && names.every(canMeet));
  if (!chosen && !sign && alternatives.length > 0 && alternatives.every((names) => names.length > 0)) {
    throw new Refusal(`needs credentials: ${alternatives.map((names) => names.join(" and ")).join(", or ")}`);
  }
  for (const name of chosen ?? []) {
    const scheme = security[name];
    const credential = credentials[name];
    if (!scheme || !credential || isSet(name)) continue;
    place(scheme, name, typeof credential === "function" ? await credential() : credential, draft);
  }
  if (sign) {
    await draft.writeForm();
    await sign(draft);
  }
}

function headerOf(scheme: SecurityScheme | undefined): string {
  if (scheme?.type !== "apiKey") return "authorization";
  return scheme.in === "header" ? scheme.name.toLowerCase() : "";
}

function place(
  scheme: SecurityScheme,
  name: string,
  credential: Exclude<Credential, () => unknown>,
  draft: Draft,
): void {
  const { headers } = draft;
  const pair = typeof credential === "object" ? credential : undefined;
  const parts = pair ? [pair.username, pair.password] : [credential];
  if (!parts.every((part) => typeof part === "string") || !parts[0] || pair?.username.includes(":")) {
    throw new Refusal(`credential ${name} is empty, or its user name holds a colon`);
  }
  const value = parts.join(":");
  if (scheme.type === "basic") {
    headers["authorization"] = `Basic ${toBase64(value.includes(":") ? value : `${value}:`)}`;
  } else if (scheme.type === "bearer") headers["authorization"] = `Bearer ${value}`;
  else if (scheme.type === "apiKey") {
    const setting = `${scheme.name}=${encode(value, name)}`;
    if (scheme.in === "header") headers[headerOf(scheme)] = value;
    else if (scheme.in === "query") draft.url += (draft.url.includes("?") ? "&" : "?") + setting;
    else headers["cookie"] = (headers["cookie"] ? `${headers["cookie"]}; ` : "") + setting;
  }
}
