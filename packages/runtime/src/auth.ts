import { type Draft, type Signer, signed } from "./draft.ts";
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
  /** The last value of Basic. */
  readonly basic: { of?: string; text?: string };
}

/**
 * Adds the credentials of the first of the operation's alternatives that can be met, then signs. Gives a promise only
 * where something has to be waited for.
 */
export function authorise(keyring: Keyring, operation: Operation, draft: Draft): void | Promise<void> {
  const { security, credentials, sign } = keyring;
  const alternatives = operation.security ?? [];
  // A header that the caller set stays, and counts.
  const isSet = (name: string): boolean => draft.headers[headerOf(security[name])] !== undefined;
  const canMeet = (name: string): boolean => isSet(name) || (!!credentials[name] && security[name]?.type !== "signer");
  const chosen = alternatives.find((names) => names[0] && names.every(canMeet));
  if (!chosen && !sign && alternatives[0] && alternatives.every((names) => names[0])) {
    throw new Refusal(`needs credentials: ${alternatives.map((names) => names.join(" and ")).join(", or ")}`);
  }
  const missing = chosen?.filter((name) => !isSet(name)) ?? [];
  if (missing.some((name) => typeof credentials[name] === "function")) return authoriseLater(keyring, missing, draft);
  for (const name of missing) place(keyring, name, credentials[name], draft);
  return signed(draft, sign);
}

async function authoriseLater(keyring: Keyring, names: readonly string[], draft: Draft): Promise<void> {
  for (const name of names) {
    const credential = keyring.credentials[name];
    place(keyring, name, typeof credential === "function" ? await credential() : credential, draft);
  }
  await signed(draft, keyring.sign);
}

function headerOf(scheme: SecurityScheme | undefined): string {
  if (scheme?.type !== "apiKey") return "authorization";
  return scheme.in === "header" ? scheme.name.toLowerCase() : "";
}

function place({ security, basic }: Keyring, name: string, credential: Credential | undefined, draft: Draft): void {
  const scheme = security[name];
  const { headers } = draft;
  const pair = typeof credential === "object";
  const { username, password } = pair ? credential : { username: credential, password: "" };
  if (typeof username !== "string" || typeof password !== "string" || !username || (pair && username.includes(":"))) {
    throw new Refusal(`credential ${name} is empty, or its user name holds a colon`);
  }
  const value = pair ? `${username}:${password}` : username;
  if (scheme?.type === "basic") {
    // Base64 of the same credential for each call would be a tenth of a call's cost.
    if (basic.of !== value) {
      basic.text = `Basic ${toBase64(value.includes(":") ? value : `${value}:`)}`;
      basic.of = value;
    }
    headers["authorization"] = basic.text ?? "";
  } else if (scheme?.type === "bearer") headers["authorization"] = `Bearer ${value}`;
  else if (scheme?.type === "apiKey") {
    const setting = `${scheme.name}=${encode(value, name)}`;
    if (scheme.in === "header") headers[headerOf(scheme)] = value;
    else if (scheme.in === "query") draft.url += (draft.url.includes("?") ? "&" : "?") + setting;
    else headers["cookie"] = (headers["cookie"] ? `${headers["cookie"]}; ` : "") + setting;
  }
}
