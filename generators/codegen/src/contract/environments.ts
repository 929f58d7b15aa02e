import type { Json, Server, ServerVariable } from "./contract.ts";
import type { Findings } from "./findings.ts";
import { isList, member, members, textMember } from "./json.ts";
import { isBaseUrl, type Provider } from "./provider.ts";
import type { Locate, Source } from "./source.ts";
import { quoted } from "./text.ts";

export interface Environments {
  readonly environments: Record<string, string>;
  /** Those with variables. */
  readonly servers: Record<string, Server>;
}

/** Base URLs by environment, the default first: provider.yaml's, else the document's servers. */
export function readEnvironments(
  document: Json,
  root: Source,
  provider: Provider | undefined,
  locate: Locate,
  findings: Findings,
): Environments {
  if (provider !== undefined && provider.environments.length > 0) {
    return { environments: Object.fromEntries(provider.environments), servers: {} };
  }
  const servers = member(document, "servers");
  const environments = new Map<string, string>();
  const templates = new Map<string, Server>();
  if (!isList(servers)) return { environments: {}, servers: {} };
  servers.forEach((server, index) => {
    const url = serverUrl(server, root.file === undefined ? root.url : undefined);
    if (url === undefined) {
      const text = textMember(server, "url") ?? "";
      // A path alone is common, and says nothing wrong: the caller has to give the base URL.
      if (!text.startsWith("/")) {
        findings.repaired(
          "server",
          locate(`/servers/${index}`),
          `server ${quoted(text)} is not an http(s) URL; it is left out`,
        );
      }
      return;
    }
    if ([...environments.values()].includes(url)) return;
    const base = environmentName(`${textMember(server, "description") ?? ""} ${url}`);
    let name = base;
    for (let number = 2; environments.has(name); number += 1) name = `${base}${number}`;
    environments.set(name, url);
    const template = serverTemplate(server);
    if (template !== undefined) templates.set(name, template);
  });
  return { environments: Object.fromEntries(environments), servers: Object.fromEntries(templates) };
}

/** A server whose variables the caller may set; a relative address has none that would help. */
function serverTemplate(server: Json): Server | undefined {
  const url = textMember(server, "url") ?? "";
  if (!/^https?:\/\//i.test(url)) return undefined;
  const used = new Set([...url.matchAll(/\{([^{}]*)\}/g)].map(([, name]) => name));
  const variables = members(member(server, "variables")).flatMap(([name, value]): [string, ServerVariable][] => {
    const fallback = member(value, "default");
    if (!used.has(name) || (typeof fallback !== "string" && typeof fallback !== "number")) return [];
    const list = member(value, "enum");
    const texts = (isList(list) ? list : []).filter((item) => typeof item === "string" || typeof item === "number");
    const values = [...new Set([...texts.map(String), String(fallback)])];
    const description = textMember(value, "description");
    return [[name, { default: String(fallback), enum: texts.length > 0 ? values : undefined, description }]];
  });
  return variables.length === 0
    ? undefined
    : { url: url.replace(/\/+$/, ""), variables: Object.fromEntries(variables) };
}

/**
 * Where an operation goes when it, or its path, has servers of its own: to the first of them. `main` is the address of the
 * default environment, which a relative one stands on.
 */
export function readServer(
  servers: Json | undefined,
  main: string | undefined,
  report: (rule: string, message: string) => void,
): string | undefined {
  if (!isList(servers) || servers.length === 0) return undefined;
  const [first = null] = servers;
  const text = textMember(first, "url") ?? "";
  const url = serverUrl(first, main);
  if (url?.startsWith("https:") && !isSameSite(url, main)) {
    report(
      "operation-server",
      `the operation's own server ${quoted(text)} is not of the same site as the document's: credentials would leave it; it goes to the base URL`,
    );
    return undefined;
  }
  if (url?.startsWith("https:")) return url === main ? undefined : url;
  report("operation-server", `the operation's own server ${quoted(text)} is not an https URL; it goes to the base URL`);
  return undefined;
}

/** `files.acme.example` and `api.acme.example`: one is below the other, or both stand below a name of two parts or more. */
function isSameSite(url: string, main: string | undefined): boolean {
  if (main === undefined) return true;
  const [one, other] = [new URL(url).hostname, new URL(main).hostname];
  const parent = one.slice(one.indexOf(".") + 1);
  return (
    one === other ||
    one.endsWith(`.${other}`) ||
    other.endsWith(`.${one}`) ||
    (parent.includes(".") && !/^[\d.]+$/.test(one) && other.slice(other.indexOf(".") + 1) === parent)
  );
}

function serverUrl(server: Json, base: string | undefined): string | undefined {
  const template = textMember(server, "url");
  if (template === undefined) return undefined;
  const variables = member(server, "variables");
  const text = template.replace(/\{([^{}]*)\}/g, (whole, name: string) => {
    const value = member(member(variables, name), "default");
    return typeof value === "string" || typeof value === "number" ? String(value) : whole;
  });
  // `https:///v1` would be taken for a machine called v1.
  if (/[{}\s\\]|^https?:(?!\/\/[^/])/i.test(text) || !URL.canParse(text, base)) return undefined;
  const url = new URL(text, base).href.replace(/\/+$/, "");
  return isBaseUrl(url) ? url : undefined;
}

const kinds = ["sandbox", "staging", "development", "test", "production", "live"] as const;

function environmentName(text: string): string {
  const words = new Set(text.toLowerCase().match(/[a-z]+/g));
  const found = kinds.find((kind) => words.has(kind));
  return found === "live" ? "production" : (found ?? "default");
}
