import type { ParameterStyle } from "./operation.ts";
import { Refusal } from "./refusal.ts";
import { encode, scalarText } from "./scalar.ts";

/** What stands before the parameter, and between its parts when they are exploded or not. */
const MARKS: Readonly<Record<string, readonly [string, string, string]>> = {
  form: ["", "&", ","],
  simple: ["", ",", ","],
  label: [".", ".", ","],
  matrix: [";", ";", ","],
  spaceDelimited: ["", "&", "%20"],
  pipeDelimited: ["", "&", "%7C"],
};

/** Writes one parameter in one of OpenAPI's styles other than the plain ones. `write` encodes a single value. */
export function writeStyled(
  name: string,
  value: unknown,
  declared: ParameterStyle,
  write: (value: unknown, name: string) => string,
): string {
  const { style = "form", explode = style === "form" } = declared;
  const text = (item: unknown): string => {
    const encoded = write(item, name);
    return declared.allowReserved
      ? encoded.replace(/%(3A|2F|3F|40|21|24|28|29|2A|2C|3B)/g, decodeURIComponent)
      : encoded;
  };
  if (style === "deepObject") {
    return nestedPairs(name, value)
      .map(([key, item]) => `${encode(key, name)}=${text(item)}`)
      .join("&");
  }
  const [lead, exploded, joined] = MARKS[style] ?? ["", "&", ","];
  const named = style === "simple" || style === "label" ? "" : `${encode(name, name)}=`;
  if (declared.json) return lead + named + text(JSON.stringify(value));
  if (typeof value !== "object" || value === null || value instanceof Date) return lead + named + text(value);
  const entries = Object.entries(value).filter(([, item]) => item !== undefined && item !== null);
  if (entries.length === 0) {
    if (lead !== "" || named === "") throw new Refusal(`path parameter ${name} is empty`);
    return "";
  }
  if (Array.isArray(value)) {
    const items = entries.map(([, item]) => text(item));
    return lead + (explode ? items.map((item) => named + item).join(exploded) : named + items.join(joined));
  }
  const members = entries.map(([key, item]) => [encode(key, name), text(item)]);
  return explode
    ? lead + members.map((pair) => pair.join("=")).join(exploded)
    : lead + named + members.map((pair) => pair.join(joined)).join(joined);
}

/** `[name, value]` pairs with nested names: `a[b][0]`. */
export function nestedPairs(name: string, value: unknown): [string, string][] {
  if (value === undefined || value === null) return [];
  if (typeof value !== "object" || value instanceof Date) return [[name, scalarText(value, name)]];
  return Object.entries(value).flatMap(([key, member]) => nestedPairs(`${name}[${key}]`, member));
}
