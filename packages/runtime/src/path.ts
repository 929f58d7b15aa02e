import type { Operation } from "./operation.ts";
import { needed, Refusal } from "./refusal.ts";
import { encode, scalarText } from "./scalar.ts";

/** Segments that URL parsers take for "here" and "one up". */
const DOT_SEGMENT = /\/(\.|%2e){1,2}([/?]|$)/i;

/** The path of a request. Every value stays inside its own segment, or is refused. */
export function serializePath(operation: Operation, values: readonly unknown[]): string {
  // Some templates tell operations of one address apart by a fragment, which is never sent.
  const [template = ""] = operation.path.split("#");
  // Engines keep what a constant text is split into; a regular expression would be a quarter of a call's own cost.
  const pieces = template.split("{").map((piece, index) => {
    if (index === 0) return piece;
    const end = piece.indexOf("}");
    const name = piece.slice(0, end);
    const value = values[operation.params?.indexOf(name) ?? index - 1];
    const style = operation.pathStyles?.[name];
    const written = style
      ? needed(operation.writeStyled)(name, value, { style: "simple", ...style }, segment)
      : plainSegment(name, value);
    return written + piece.slice(end + 1);
  });
  const path = pieces.join("");
  if (DOT_SEGMENT.test(path)) throw new Refusal('a path segment is "." or ".."');
  return path;
}

function plainSegment(name: string, value: unknown): string {
  return segment(typeof value === "string" || typeof value === "number" ? value : "", name);
}

function segment(value: unknown, name: string): string {
  const text = scalarText(value, name);
  if (/^\.{0,2}$/.test(text))
    throw new Refusal(`path parameter ${name} must be text or a number, not empty, "." or ".."`);
  return encode(text, name);
}
