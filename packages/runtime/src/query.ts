import type { ParameterStyle } from "./operation.ts";
import { Refusal } from "./refusal.ts";
import { encode, scalarText } from "./scalar.ts";

/** `[name, value]` pairs whose names may be nested: `a[b][0]`. Undefined and null are left out. */
export function nestedPairs(name: string, value: unknown, where: string): [string, string][] {
  if (value === undefined || value === null) return [];
  if (typeof value !== "object" || value instanceof Date) return [[name, scalarText(value, where)]];
  return Object.entries(value).flatMap(([key, member]) => nestedPairs(`${name}[${key}]`, member, where));
}

/** The query of a request, without the question mark. */
export function serializeQuery(query: object, styles?: Readonly<Record<string, ParameterStyle>>): string {
  let text = "";
  for (const [name, value] of Object.entries(query)) {
    if (value === undefined || value === null) continue;
    const style = styles !== undefined && Object.hasOwn(styles, name) ? styles[name] : undefined;
    const part = parameter(name, value, style ?? {});
    if (part !== "") text += (text === "" ? "" : "&") + part;
  }
  return text;
}

function parameter(name: string, value: unknown, style: ParameterStyle): string {
  const where = `query parameter ${name}`;
  const write = (item: unknown): string => {
    const encoded = encode(scalarText(item, where), where);
    return style.allowReserved ? encoded.replace(/%(3A|2F|3F|40|21|24|28|29|2A|2C|3B)/g, decodeURIComponent) : encoded;
  };
  const pair = (key: string, item: unknown): string => `${encode(key, where)}=${write(item)}`;
  if (style.json) return pair(name, JSON.stringify(value));
  if (typeof value !== "object" || value === null || value instanceof Date) return pair(name, value);
  if (style.style === "deepObject") {
    return nestedPairs(name, value, where)
      .map(([key, item]) => pair(key, item))
      .join("&");
  }
  const list = Array.isArray(value);
  const entries = Object.entries(value).filter(([, item]) => item !== undefined && item !== null);
  if (entries.some(([, item]) => typeof item === "object" && !(item instanceof Date))) {
    throw new Refusal(`${where} is nested, which its declared style cannot write`);
  }
  if (style.explode ?? (style.style ?? "form") === "form") {
    return entries.map(([key, item]) => pair(list ? name : key, item)).join("&");
  }
  const separator = { spaceDelimited: "%20", pipeDelimited: "%7C" }[String(style.style)] ?? ",";
  const pieces = entries.flatMap(([key, item]) => (list ? [write(item)] : [encode(key, where), write(item)]));
  return pieces.length === 0 ? "" : `${encode(name, where)}=${pieces.join(separator)}`;
}
