import type { Json } from "./contract.ts";
import { isList, isObject } from "./json.ts";
import type { Limits } from "./limits.ts";
import { inert } from "./text.ts";
import { parseYaml, SyntaxFault, type YamlEvents } from "./yaml.ts";

/**
 * The value of a text, JSON or YAML by its first character rather than by its file name.
 *
 * @throws SyntaxFault
 */
export function parse(text: string, limits: Limits): { value: Json; events: YamlEvents | undefined } {
  const start = text.search(/[^\s\uFEFF]/);
  if (start === -1) throw new SyntaxFault("the file is empty", undefined);
  if (text[start] === "<") throw new SyntaxFault("this is HTML or XML; an OpenAPI document is JSON or YAML", 1);
  if (text[start] === "{" || text[start] === "[") {
    checkCount(text, limits);
    const json = parseJson(start === 0 ? text : text.slice(start));
    if (json.value !== undefined) {
      checkDepth(json.value, limits);
      return { value: json.value, events: undefined };
    }
    // `{ a: 1 }` is YAML; a text that quotes its keys was meant as JSON.
    if (/^[{[]\s*("|[{[])/.test(text.slice(start, start + 1000))) {
      throw new SyntaxFault(`not valid JSON: ${inert(json.problem, 160)}`, faultLine(text));
    }
  }
  return parseYaml(text, limits);
}

function parseJson(text: string): { value: Json | undefined; problem: string } {
  try {
    return { value: JSON.parse(text) as Json, problem: "" };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { value: undefined, problem: message.replace(/ in JSON at position.*$|, .* is not valid JSON$/s, "") };
  }
}

/** The engine doesn't always say where: the fault is at the end of the shortest text that is more than unfinished. */
function faultLine(text: string): number {
  let good = 0;
  let bad = text.length;
  while (good + 1 < bad) {
    const middle = (good + bad) >> 1;
    if (isUnfinished(text.slice(0, middle))) good = middle;
    else bad = middle;
  }
  return text.slice(0, bad).split("\n").length;
}

function isUnfinished(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch (error) {
    const message = error instanceof Error ? error.message : "";
    const position = /position (\d+)/.exec(message)?.[1];
    return /Unexpected end|Unterminated/.test(message) || (position !== undefined && Number(position) >= text.length);
  }
}

/** Refuses what would exhaust the memory before it becomes values. A value takes two characters, its own and what parts it. */
function checkCount(text: string, limits: Limits): void {
  if (text.length / 2 <= limits.values) return;
  let values = 1;
  let inText = false;
  for (let index = 0; index < text.length; index += 1) {
    const character = text.charCodeAt(index);
    if (character === 0x5c && inText) index += 1;
    else if (character === 0x22) inText = !inText;
    else if (character === 0x2c && !inText) values += 1;
  }
  if (values > limits.values)
    throw new SyntaxFault(`more than ${limits.values} values (--limit values=<number>)`, undefined);
}

/** Refuses what would exhaust the stack of everything that walks a document; itself it needs none. */
function checkDepth(root: Json, limits: Limits): void {
  let level: Json[] = [root];
  let values = 0;
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > limits.depth) throw new SyntaxFault(`nested more than ${limits.depth} levels deep`, undefined);
    const next: Json[] = [];
    for (const value of level) {
      const inner = isList(value) ? value : isObject(value) ? Object.values(value) : [];
      for (const item of inner) if (typeof item === "object" && item !== null) next.push(item);
      values += inner.length;
    }
    if (values > limits.values)
      throw new SyntaxFault(`more than ${limits.values} values (--limit values=<number>)`, undefined);
    level = next as Json[];
  }
}
