import { type Code, code, hang, join } from "./printer.ts";

/** How tightly a type holds together, so that parentheses go only where they are needed. */
type Level = "primary" | "intersection" | "union";

/** A type on its way to be printed. */
export interface Type {
  readonly code: Code;
  readonly level: Level;
}

export const primary = (value: Code): Type => ({ code: value, level: "primary" });
export const unknown: Type = primary(code`unknown`);

/** `A | B`; on lines of their own where they are long. */
export function union(all: readonly Type[]): Type {
  const unique = dedupe(all);
  const only = unique[0];
  if (only === undefined) return primary(code`never`);
  if (unique.some((type) => type.code.text === "unknown")) return unknown;
  if (unique.length === 1) return only;
  const parts = unique.map((type) => (type.code.text.includes("\n") ? wrapped(type, "intersection") : type.code));
  const line = join(parts, code` | `);
  const long = line.text.length > 100 || line.text.includes("\n");
  return { code: long ? code`\n  ${packed(parts).map((part) => code`| ${hang(part)}`)}` : line, level: "union" };
}

/** Long unions of short literals fill their lines; everything else gets a line each. */
function packed(parts: readonly Code[]): Code[] {
  const lines: Code[][] = [];
  let width = Number.POSITIVE_INFINITY;
  for (const part of parts) {
    const short = /^"[^"]*"$/.test(part.text);
    width += part.text.length + 3;
    if (width > 100 || !short) {
      lines.push([part]);
      width = short ? part.text.length : Number.POSITIVE_INFINITY;
    } else lines.at(-1)?.push(part);
  }
  return lines.map((line) => join(line, code` | `));
}

/** `A & B`. */
export function intersection(all: readonly Type[]): Type {
  const unique = dedupe(all).filter((type, _, types) => types.length === 1 || type.code.text !== "unknown");
  const only = unique[0];
  if (only === undefined) return unknown;
  if (unique.length === 1) return only;
  return {
    code: join(
      unique.map((type) => wrapped(type, "intersection")),
      code` & `,
    ),
    level: "intersection",
  };
}

function dedupe(all: readonly Type[]): Type[] {
  return [...new Map(all.map((type) => [type.code.text, type])).values()];
}

/** In parentheses, where it would fall apart beside what comes next. */
export function wrapped(type: Type, allowed: "primary" | "intersection"): Code {
  const fits = type.level === "primary" || (allowed === "intersection" && type.level === "intersection");
  return fits ? type.code : code`(${type.code})`;
}
