import type { Json } from "./contract.ts";
import type { Findings } from "./findings.ts";
import { isObject, member } from "./json.ts";
import type { Source } from "./source.ts";
import { quoted } from "./text.ts";

/** The family of specifications a document follows. */
export type Version = "2.0" | "3.0" | "3.1";

/** The version of a root document; undefined, with a finding, when it is none that we read. */
export function versionOf(source: Source, findings: Findings): Version | undefined {
  const { value } = source;
  if (!isObject(value)) {
    findings.error("not-openapi", { source, pointer: "" }, "this is not an OpenAPI document: an object is expected");
    return undefined;
  }
  // Unquoted, `openapi: 3.1` is a number in YAML.
  const openapi = asText(member(value, "openapi"));
  const swagger = asText(member(value, "swagger"));
  if (openapi !== undefined) {
    const family = /^3\.(\d+)(\.|$)/.exec(openapi)?.[1];
    if (family === "0") return "3.0";
    if (family === "1") return "3.1";
    const place = { source, pointer: "/openapi" };
    findings.error("version", place, `OpenAPI ${quoted(openapi)} is not supported; use 3.0, 3.1 or Swagger 2.0`);
    return undefined;
  }
  if (swagger !== undefined) {
    if (swagger === "2.0" || swagger === "2") return "2.0";
    const place = { source, pointer: "/swagger" };
    findings.error("version", place, `Swagger ${quoted(swagger)} is not supported; use 2.0 or OpenAPI 3.0 or 3.1`);
    return undefined;
  }
  const what =
    member(value, "asyncapi") !== undefined ? "this is an AsyncAPI document" : "neither 'openapi' nor 'swagger' is set";
  findings.error("not-openapi", { source, pointer: "" }, `${what}; an OpenAPI document is expected`);
  return undefined;
}

function asText(value: Json | undefined): string | undefined {
  if (typeof value === "number") return String(value);
  return typeof value === "string" ? value.trim() : undefined;
}
