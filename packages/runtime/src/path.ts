import type { Operation, ParameterStyle } from "./operation.ts";
import { Refusal } from "./refusal.ts";
import { encode, scalarText } from "./scalar.ts";

/** Segments that URL parsers take for "here" and "one up". */
const DOT_SEGMENT = /\/(\.|%2e){1,2}(\/|$)/i;

/** The path of a request. Every value stays inside its own segment, or is refused. */
export function serializePath(operation: Operation, values: readonly unknown[]): string {
  const [first = "", ...rest] = operation.path.split(/[{}]/);
  let path = first;
  for (let index = 0; index < rest.length; index += 2) {
    const name = rest[index] ?? "";
    const position = operation.params?.indexOf(name) ?? index / 2;
    path += segment(name, values[position], operation.pathStyles?.[name]) + (rest[index + 1] ?? "");
  }
  if (DOT_SEGMENT.test(path)) throw new Refusal('the path must not have a segment "." or ".."');
  return path;
}

function segment(name: string, value: unknown, style: ParameterStyle | undefined): string {
  const where = `path parameter ${name}`;
  if (style !== undefined) return styledSegment(name, value, style, where);
  if (typeof value !== "string" && typeof value !== "number") {
    throw new Refusal(`${where} must be text or a number, not ${value === null ? "null" : typeof value}`);
  }
  return text(value, where);
}

function text(value: unknown, where: string): string {
  const plain = scalarText(value, where);
  if (plain === "") throw new Refusal(`${where} is empty`);
  if (plain === "." || plain === "..") throw new Refusal(`${where} must not be "${plain}"`);
  return encode(plain, where);
}

function styledSegment(name: string, value: unknown, style: ParameterStyle, where: string): string {
  if (style.json) return text(JSON.stringify(value), where);
  const label = style.style === "label";
  const matrix = style.style === "matrix";
  const lead = label ? "." : matrix ? ";" : "";
  const separator = style.explode && lead !== "" ? lead : ",";
  const named = matrix ? `${encode(name, where)}=` : "";
  const list = Array.isArray(value);
  if (!list && (typeof value !== "object" || value === null || value instanceof Date)) {
    return lead + named + text(value, where);
  }
  const pieces = list
    ? value.map((item) => (style.explode ? named : "") + text(item, where))
    : Object.entries(value)
        .filter(([, item]) => item !== undefined && item !== null)
        .map(([key, item]) => text(key, where) + (style.explode ? "=" : ",") + text(item, where));
  if (pieces.length === 0) throw new Refusal(`${where} is empty`);
  return lead + (style.explode ? "" : named) + pieces.join(separator);
}
