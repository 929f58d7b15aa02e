import type { Json, SecurityScheme } from "./contract.ts";
import type { Findings } from "./findings.ts";
import { follow } from "./follow.ts";
import { isList, isObject, member, members, textMember } from "./json.ts";
import { escapeToken } from "./pointer.ts";
import type { Locate } from "./source.ts";
import { quoted } from "./text.ts";

/** The document's schemes as the runtime knows them, by name. */
export function readSecuritySchemes(document: Json, locate: Locate, findings: Findings): Map<string, SecurityScheme> {
  const schemes = new Map<string, SecurityScheme>();
  for (const [name, value] of members(member(member(document, "components"), "securitySchemes"))) {
    const scheme = readScheme(follow(document, value));
    if (scheme === undefined) {
      const place = locate(`/components/securitySchemes/${escapeToken(name)}`);
      findings.repaired(
        "security-scheme",
        place,
        `security scheme ${quoted(name)} is not one OpenAPI knows; it needs a signer`,
      );
    }
    schemes.set(name, scheme ?? { type: "signer" });
  }
  return schemes;
}

function readScheme(scheme: Json | undefined): SecurityScheme | undefined {
  switch (member(scheme, "type")) {
    case "http": {
      const name = textMember(scheme, "scheme")?.toLowerCase();
      return name === "basic" || name === "bearer" ? { type: name } : { type: "signer" };
    }
    case "apiKey": {
      const place = member(scheme, "in");
      const name = textMember(scheme, "name");
      if (name === undefined || (place !== "header" && place !== "query" && place !== "cookie")) return undefined;
      return place === "query" || /^[\w!#$%&'*+.^`|~-]+$/.test(name) ? { type: "apiKey", in: place, name } : undefined;
    }
    case "oauth2":
    case "openIdConnect":
      return { type: "bearer" };
    case "mutualTLS":
      return { type: "signer" };
    default:
      return undefined;
  }
}

/** An operation's alternatives, each a list of scheme names; those that name an undeclared scheme are left out. */
export function readSecurity(
  requirements: Json | undefined,
  schemes: ReadonlyMap<string, SecurityScheme>,
  report: (message: string) => void,
): string[][] {
  if (!isList(requirements) || requirements.length === 0) return [[]];
  const alternatives: string[][] = [];
  for (const requirement of requirements) {
    if (!isObject(requirement)) continue;
    const names = Object.keys(requirement);
    const unknown = names.find((name) => !schemes.has(name));
    if (unknown === undefined) alternatives.push(names);
    else
      report(
        `security scheme ${quoted(unknown)} is not declared in components.securitySchemes; this alternative is left out`,
      );
  }
  return alternatives.length === 0 ? [[]] : alternatives;
}

/** The OAuth2 scopes and OpenID claims that any of the alternatives names. */
export function readScopes(requirements: Json | undefined): string[] {
  const lists = (isList(requirements) ? requirements : []).flatMap((each) => members(each).map(([, scopes]) => scopes));
  const scopes = lists.flatMap((list) => (isList(list) ? list : []));
  return [...new Set(scopes.filter((scope) => typeof scope === "string"))];
}
