import type { Contract, Json } from "../contract/contract.ts";
import { follow } from "../contract/follow.ts";
import { isList, isObject, type MutableObject, member, members, setMember, textMember } from "../contract/json.ts";
import { quoted } from "../contract/text.ts";
import { walk } from "../contract/walk.ts";
import { leaveOut, operationsOf } from "./operations.ts";

/** What a document needs so that it stands as a contract of ours, where nothing may be repaired in passing. */
export interface Mended {
  readonly document: MutableObject;
  /** What was changed that a reviewer should know, in lines for people. */
  readonly notes: readonly string[];
}

/** A copy of the contract's document without what strict reading refuses. What was read with a repair is repaired here. */
export function mend(contract: Contract): Mended {
  const document: MutableObject = structuredClone(contract.document);
  const notes: string[] = [];
  document["openapi"] = "3.1.0";
  mendServers(document, contract);
  mendSchemes(document, contract, notes);
  mendSecurity(document, contract);
  mendPaths(document, notes);
  mendHeaders(document);
  return { document, notes };
}

function mendServers(document: MutableObject, { environments }: Contract): void {
  const servers = Object.entries(environments).map(([name, url]) => ({ url, description: `${name}.` }));
  delete document["servers"];
  if (servers.length > 0) document["servers"] = servers;
}

/** A scheme that OpenAPI does not know, or that is not whole, can only be met by a signer. */
function mendSchemes(document: MutableObject, { securitySchemes }: Contract, notes: string[]): void {
  const schemes = member(document["components"], "securitySchemes");
  if (!isObject(schemes)) return;
  const kept: MutableObject = schemes;
  for (const [name, scheme] of members(schemes)) {
    const signed = ["http", "mutualTLS"].some((type) => type === member(scheme, "type"));
    if (securitySchemes[name]?.type !== "signer" || signed) continue;
    setMember(kept, name, { type: "http", scheme: "signature", description: "Needs a signer." });
    notes.push(`security scheme ${quoted(name)} is not one that OpenAPI knows: it needs a signer`);
  }
}

function mendSecurity(document: MutableObject, { securitySchemes }: Contract): void {
  for (const holder of [document, ...operationsOf(document).map(({ operation }) => operation)]) {
    const requirements = holder["security"];
    if (!isList(requirements)) continue;
    const declared = requirements.filter(
      (each) => isObject(each) && Object.keys(each).every((name) => Object.hasOwn(securitySchemes, name)),
    );
    if (declared.length < requirements.length) holder["security"] = declared;
  }
}

/** Leaves out what has no address of its own: a path that is none, or the address of another operation. */
function mendPaths(document: MutableObject, notes: string[]): void {
  const addresses = new Map<string, string>();
  const out = new Set<string>();
  for (const { label, method, path, operation } of operationsOf(document)) {
    const address = `${method} ${path.replace(/\{[^{}]*\}/g, "{}")}`;
    const twin = addresses.get(address);
    const why = !/^\/[^\s?#]*$/.test(path)
      ? "its path must start with '/' and hold no space, query or fragment"
      : twin !== undefined
        ? `it has the same address as ${quoted(twin)}`
        : undefined;
    if (why === undefined) {
      addresses.set(address, label);
      mendStatuses(operation, label, notes);
    } else {
      out.add(label);
      notes.push(`${quoted(label)} is left out: ${why}`);
    }
  }
  leaveOut(document, out);
}

/** A contract test asks for a status: an operation that declares only `default` has none to ask for. */
function mendStatuses(operation: MutableObject, label: string, notes: string[]): void {
  const responses = operation["responses"];
  const statuses = members(responses);
  if (statuses.some(([status]) => /^\d{3}$/.test(status))) return;
  const [, any] = statuses.find(([status]) => status === "2XX") ??
    statuses.find(([status]) => status === "default") ?? ["", { description: "Done." }];
  const answer: Json = any;
  operation["responses"] = { "200": answer, ...(isObject(responses) ? responses : {}) };
  notes.push(`${quoted(label)} declares no status of its own: 200 is taken for what it answers; name the right one`);
}

/** Headers that the network sets, whatever a document says of them. */
const network = /^(accept-encoding|connection|content-length|host|transfer-encoding)$/i;

/** OpenAPI ignores a response's `Content-Type` among its headers, and mocks do not; nobody can set those of the network. */
function mendHeaders(document: MutableObject): void {
  walk(document, (object, kind, pointer) => {
    const headers = object["headers"];
    if (kind === "response" && isObject(headers)) {
      object["headers"] = Object.fromEntries(members(headers).filter(([name]) => !/^content-type$/i.test(name)));
    }
    const parameters = object["parameters"];
    if ((kind === "operation" || kind === "pathItem") && isList(parameters) && !pointer.includes("/callbacks/")) {
      object["parameters"] = parameters.filter((entry) => {
        const parameter = follow(document, entry);
        return member(parameter, "in") !== "header" || !network.test(textMember(parameter, "name") ?? "");
      });
    }
    // Without a schema a mock has nothing to make an answer of.
    if (kind === "mediaType" && pointer.includes("/responses/") && object["schema"] === undefined)
      object["schema"] = {};
  });
}
