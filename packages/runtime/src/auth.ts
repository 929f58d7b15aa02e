import { toBase64, utf8 } from "./encoding.ts";
import type { Bytes } from "./network.ts";
import type { Operation } from "./operation.ts";
import type { Credential, SecurityScheme } from "./options.ts";
import { Refusal } from "./refusal.ts";
import { encode } from "./scalar.ts";

/** A request as it will be sent. */
export interface SignableRequest {
  readonly method: string;
  /** The final address, query included, byte for byte as sent. */
  readonly url: string;
  /** Names in lower case. A signer adds its own here. */
  readonly headers: Record<string, string>;
  /** The exact bytes that are sent; undefined without a body. */
  readonly body: Bytes | undefined;
}

/** Signs a request by setting headers. Called again for every attempt. */
export type Signer = (request: SignableRequest) => void | Promise<void>;

/** A request under construction. */
export class Draft implements SignableRequest {
  readonly method: string;
  url: string;
  readonly headers: Record<string, string>;
  content: string | Bytes | FormData | undefined;

  constructor(method: string, url: string, headers: Record<string, string>, content: Draft["content"]) {
    this.method = method;
    this.url = url;
    this.headers = headers;
    this.content = content;
  }

  /** Encoded when first read, and then sent as it was read. */
  get body(): Bytes | undefined {
    if (typeof this.content === "string") this.content = utf8(this.content);
    return this.content instanceof Uint8Array ? this.content : undefined;
  }
}

/** What the credentials of a client are made of. */
export interface Keyring {
  readonly security: Readonly<Record<string, SecurityScheme>>;
  readonly credentials: Readonly<Record<string, Credential | undefined>>;
  readonly sign: Signer | undefined;
  /** Ready-made values of Basic, by scheme. */
  readonly basic: Map<string, string>;
}

/** Adds the credentials of the first of the operation's alternatives that can be met, then signs. */
export function authorise(keyring: Keyring, operation: Operation, draft: Draft): void | Promise<void> {
  let pending: Promise<void> | undefined;
  for (const name of chosenSchemes(keyring, operation, draft)) {
    if (pending === undefined) pending = addCredential(keyring, name, draft) ?? undefined;
    else pending = pending.then(() => addCredential(keyring, name, draft));
  }
  const { sign } = keyring;
  if (sign === undefined) return pending;
  return pending === undefined ? runSigner(sign, draft) : pending.then(() => runSigner(sign, draft));
}

function chosenSchemes(keyring: Keyring, operation: Operation, draft: Draft): readonly string[] {
  const alternatives = operation.security ?? [];
  const met = alternatives.find((names) => names.length > 0 && names.every((name) => canMeet(keyring, name, draft)));
  if (met !== undefined) return met;
  if (keyring.sign !== undefined || alternatives.length === 0 || alternatives.some((names) => names.length === 0))
    return [];
  const accepted = alternatives.map((names) => names.join(" and ")).join(", or ");
  throw new Refusal(`needs a credential: ${accepted}; give it in the client's options`);
}

function canMeet(keyring: Keyring, name: string, draft: Draft): boolean {
  if (!Object.hasOwn(keyring.security, name)) return false;
  const scheme = keyring.security[name];
  if (scheme === undefined || scheme.type === "signer") return false;
  if (draft.headers[headerOf(scheme)] !== undefined) return true;
  const credential = Object.hasOwn(keyring.credentials, name) ? keyring.credentials[name] : undefined;
  return credential !== undefined && credential !== "";
}

/** The header that a scheme sets; one that the caller set stays. */
function headerOf(scheme: SecurityScheme): string {
  if (scheme.type !== "apiKey") return "authorization";
  return scheme.in === "header" ? scheme.name.toLowerCase() : "";
}

function addCredential(keyring: Keyring, name: string, draft: Draft): void | Promise<void> {
  const scheme = keyring.security[name];
  const credential = keyring.credentials[name];
  if (scheme === undefined || credential === undefined || draft.headers[headerOf(scheme)] !== undefined) return;
  if (typeof credential === "object") {
    let basic = keyring.basic.get(name);
    if (basic === undefined) {
      if (credential.username.includes(":")) throw new Refusal(`the user name of credential ${name} holds a colon`);
      basic = toBase64(`${credential.username}:${credential.password}`);
      keyring.basic.set(name, basic);
    }
    draft.headers["authorization"] = `Basic ${basic}`;
    return;
  }
  if (typeof credential === "string") return place(scheme, name, credential, draft);
  const value = guard(() => credential(), `credential ${name}`);
  return typeof value === "string"
    ? place(scheme, name, value, draft)
    : guardAsync(value, `credential ${name}`).then((text) => place(scheme, name, text, draft));
}

function place(scheme: SecurityScheme, name: string, value: string, draft: Draft): void {
  if (typeof value !== "string" || value === "") throw new Refusal(`credential ${name} is empty`);
  if (scheme.type === "bearer") draft.headers["authorization"] = `Bearer ${value}`;
  else if (scheme.type === "basic") {
    draft.headers["authorization"] = `Basic ${toBase64(value.includes(":") ? value : `${value}:`)}`;
  } else if (scheme.type === "apiKey") {
    const where = `credential ${name}`;
    if (scheme.in === "header") draft.headers[scheme.name.toLowerCase()] = value;
    else if (scheme.in === "query") {
      draft.url += `${draft.url.includes("?") ? "&" : "?"}${encode(scheme.name, where)}=${encode(value, where)}`;
    } else {
      const others = draft.headers["cookie"];
      draft.headers["cookie"] = `${others === undefined ? "" : `${others}; `}${scheme.name}=${encode(value, where)}`;
    }
  }
}

function runSigner(sign: Signer, draft: Draft): void | Promise<void> {
  if (!(draft.content instanceof FormData)) return signNow(sign, draft);
  // Only a form that is written out has bytes to sign; its boundary is part of its type.
  const written = new Response(draft.content);
  draft.headers["content-type"] = written.headers.get("content-type") ?? "";
  return written.arrayBuffer().then((bytes) => {
    draft.content = new Uint8Array(bytes);
    return signNow(sign, draft);
  });
}

function signNow(sign: Signer, draft: Draft): void | Promise<void> {
  const done = guard(() => sign(draft), "the signer");
  return done === undefined ? undefined : guardAsync(done, "the signer");
}

function guard<T>(run: () => T, what: string): T {
  try {
    return run();
  } catch (error) {
    throw new Refusal(`${what} failed`, { cause: error });
  }
}

function guardAsync<T>(promise: Promise<T>, what: string): Promise<T> {
  return promise.then(undefined, (error: unknown) => {
    throw new Refusal(`${what} failed`, { cause: error });
  });
}
