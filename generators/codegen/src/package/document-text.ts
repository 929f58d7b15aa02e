import type { Json } from "../contract/contract.ts";
import { isObject } from "../contract/json.ts";

/** `paths` → a path → a method, `components` → a section → a component: each of the last has a line of its own. */
const levels = 3;

/** A document as JSON: a third smaller than indented, and still compared line by line. */
export function documentText(document: Json): string {
  return `${print(document, 0)}\n`;
}

function print(value: Json, level: number): string {
  if (level === levels || !isObject(value)) return JSON.stringify(value);
  const members = Object.entries(value).map(
    ([name, item]) => `${JSON.stringify(name)}: ${print(item ?? null, level + 1)}`,
  );
  return members.length === 0 ? "{}" : `{\n${members.join(",\n")}\n}`;
}
