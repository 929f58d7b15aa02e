import type { Idempotency, JsonObject, Operation, Pagination } from "./contract.ts";
import { type Fields, fieldsOf } from "./fields.ts";
import type { Findings } from "./findings.ts";
import { isList, isObject } from "./json.ts";
import { isIdentifier, isReservedGroup, isReservedName } from "./reserved.ts";
import type { Source } from "./source.ts";
import { quoted } from "./text.ts";

/** What provider.yaml says of one operation. */
export interface OperationConfig {
  /** Pointer of the entry in provider.yaml. */
  readonly pointer: string;
  readonly groupedName: readonly string[] | undefined;
  readonly flatName: string | undefined;
  readonly idempotency: Idempotency | undefined;
  readonly resend: Operation["resend"] | undefined;
  readonly pagination: Pagination | undefined;
  /** Which of several media types to send, and which to ask for; without it JSON. */
  readonly requestType?: string | undefined;
  readonly responseType?: string | undefined;
  /** Give bytes as they come instead of all at once. */
  readonly stream?: boolean | undefined;
}

/** The contents of provider.yaml, beside a contract. */
export interface Provider {
  readonly source: Source;
  readonly name: string | undefined;
  readonly packageName: string | undefined;
  readonly environments: readonly (readonly [string, string])[];
  readonly errorCode: readonly string[];
  readonly requestId: readonly string[];
  /** Emit schemas that check requests and answers at run time. */
  readonly schemas: boolean;
  /** By `POST /v1/orders`; undefined when the file has no `operations`, and names come from the document. */
  readonly operations: ReadonlyMap<string, OperationConfig> | undefined;
}

const rule = "provider";

/** Reads provider.yaml; what is wrong with it becomes findings, and the rest is still read. */
export function readProvider(source: Source, findings: Findings): Provider {
  const fields = fieldsOf(source.value, source, "", rule, findings);
  const name = fields.text("name");
  if (name !== undefined && !/^[a-z][a-z0-9-]{0,63}$/.test(name)) {
    fields.error("name", "must be lower-case letters, digits and dashes");
  }
  const packageName = fields.text("package");
  if (packageName !== undefined && !isPackageName(packageName)) fields.error("package", "must be an npm package name");
  const upstream = fields.raw("upstream");
  if (upstream !== undefined && !isObject(upstream)) fields.error("upstream", "must be null or an object with 'url'");
  const requestId = fields.texts("requestId").map((header) => header.toLowerCase());
  // Asked for such a name the web's Headers throw, and every answer would be a failure of the network.
  if (requestId.some((header) => !/^[!#$%&'*+.^_`|~\w-]+$/.test(header))) {
    fields.error("requestId", "must be names of headers");
  }
  const provider: Provider = {
    source,
    name,
    packageName,
    environments: readEnvironments(fields),
    errorCode: fields.texts("errorCode"),
    requestId,
    schemas: fields.flag("schemas") ?? false,
    operations: readOperations(fields, source, findings),
  };
  fields.finish();
  return provider;
}

/** `@scope/name` or `name`, as npm takes them today. */
export function isPackageName(name: string): boolean {
  return name.length <= 214 && /^(@[a-z0-9~-][a-z0-9._~-]*\/)?[a-z0-9~-][a-z0-9._~-]*$/.test(name);
}

function readEnvironments(fields: Fields): [string, string][] {
  const environments = fields.object("environments");
  if (environments === undefined) return [];
  return environments.entries().flatMap(([name]): [string, string][] => {
    const url = environments.needText(name);
    if (!isIdentifier(name) || isReservedName(name))
      environments.error(name, "is not a name for an environment: use letters and digits");
    else if (isBaseUrl(url)) return [[name, url.replace(/\/+$/, "")]];
    else if (url !== "")
      environments.error(name, `must be an http(s) URL without credentials, query and fragment, not ${quoted(url)}`);
    return [];
  });
}

/** Whether a text can be the base of requests. */
export function isBaseUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, username, password, search, hash } = new URL(text);
  return /^https?:$/.test(protocol) && `${username}${password}${search}${hash}` === "" && !/[?#\s\\]/.test(text);
}

function readOperations(fields: Fields, source: Source, findings: Findings): Map<string, OperationConfig> | undefined {
  const operations = fields.object("operations");
  if (operations === undefined) return undefined;
  const read = new Map<string, OperationConfig>();
  const names = new Map<string, string>();
  for (const [key, value] of operations.entries()) {
    const match = /^([A-Za-z]+)\s+(\/\S*)$/.exec(key);
    if (match === null) {
      operations.error(key, "must be a method and a path: 'POST /v1/orders'");
      continue;
    }
    const pointer = `${operations.pointer}/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`;
    const operation = readOperation(fieldsOf(value, source, pointer, rule, findings), pointer);
    read.set(`${match[1]?.toUpperCase()} ${match[2]}`, operation);
    for (const [kind, name] of [
      ["flat", operation.flatName],
      ["name", operation.groupedName?.join(".")],
    ] as const) {
      if (name === undefined) continue;
      const other = names.get(`${kind} ${name}`);
      if (other !== undefined) operations.error(key, `has the same '${kind}' as ${quoted(other)}: '${name}'`);
      names.set(`${kind} ${name}`, key);
    }
  }
  return read;
}

/** One entry: of `operations`, or an `x-specie` object of the document. */
export function readOperation(fields: Fields, pointer: string): OperationConfig {
  const groupedName = fields.text("name")?.split(".");
  if (groupedName !== undefined) {
    const valid = groupedName.every(isIdentifier) && !groupedName.some((part) => isReservedName(part));
    const group = groupedName.length > 1 ? groupedName[0] : undefined;
    if (!valid || (group !== undefined && isReservedGroup(group))) {
      fields.error(
        "name",
        "must be identifiers with dots between, such as 'orders.create', and none that JavaScript needs",
      );
    }
  }
  const flatName = fields.text("flat");
  if (flatName !== undefined && (!isIdentifier(flatName) || isReservedName(flatName, true))) {
    fields.error("flat", "must be a function name such as 'createOrder', and no reserved word");
  }
  const operation: OperationConfig = {
    pointer,
    groupedName,
    flatName,
    idempotency: readIdempotency(fields),
    resend: fields.oneOf("resend", ["safe", "throttled", "never"]),
    pagination: readPagination(fields),
    requestType: fields.text("requestType"),
    responseType: fields.text("responseType"),
    stream: fields.flag("stream"),
  };
  fields.finish();
  return operation;
}

function readIdempotency(fields: Fields): Idempotency | undefined {
  const value = fields.raw("idempotency");
  if (value === undefined || value === "none") return undefined;
  const idempotency = fields.object("idempotency");
  if (idempotency === undefined) return undefined;
  const header = idempotency.text("header");
  const body = idempotency.text("body");
  const prefix = idempotency.text("prefix") ?? "";
  const fixed = idempotency.raw("with");
  if (fixed !== undefined && !isObject(fixed)) idempotency.error("with", "must be an object of body fields");
  idempotency.finish();
  if ((header === undefined) === (body === undefined)) {
    fields.error("idempotency", "must be 'none', { header } or { body, prefix, with }");
    return undefined;
  }
  if (header !== undefined) return { header };
  const set: JsonObject = isObject(fixed) && !isList(fixed) ? fixed : {};
  return body === undefined ? undefined : { body, prefix, with: set };
}

function readPagination(fields: Fields): Pagination | undefined {
  const pagination = fields.object("pagination");
  if (pagination === undefined) return undefined;
  const style = pagination.oneOf("style", ["cursor", "offset", "page", "skip"]);
  if (style === undefined) {
    if (pagination.raw("style") === undefined)
      pagination.error("style", "is missing; one of cursor, offset, page, skip is expected");
    return undefined;
  }
  const items = pagination.needText("items");
  const size = pagination.needInteger("size");
  let read: Pagination;
  if (style === "cursor") {
    const optional = Object.fromEntries(
      (["next", "last", "more", "limit"] as const).flatMap((key) => {
        const text = pagination.text(key);
        return text === undefined ? [] : [[key, text]];
      }),
    );
    if ("next" in optional === "last" in optional) {
      pagination.error("", "must have either 'next' (where the answer keeps the cursor) or 'last' (the item's field)");
    }
    read = { style, cursor: pagination.needText("cursor"), ...optional, items, size };
  } else if (style === "page") {
    const optional = Object.fromEntries(
      (["more", "limit"] as const).flatMap((key) => {
        const text = pagination.text(key);
        return text === undefined ? [] : [[key, text]];
      }),
    );
    read = {
      style,
      page: pagination.needText("page"),
      first: pagination.integer("first") ?? 1,
      ...optional,
      items,
      size,
    };
  } else {
    const offset = pagination.needText("offset");
    const limit = pagination.needText("limit");
    read =
      style === "offset"
        ? { style, offset, total: pagination.needText("total"), items, limit, size }
        : { style, offset, items, limit, size };
  }
  pagination.finish();
  return read;
}
