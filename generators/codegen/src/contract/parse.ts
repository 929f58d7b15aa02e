import type { Json } from "./contract.ts";
import { isList, isObject } from "./json.ts";
import type { Limits } from "./limits.ts";
import { inert } from "./text.ts";
import { type ParsedYaml, parseYaml, SyntaxFault } from "./yaml.ts";

/**
 * The value of a text, JSON or YAML by its first character rather than by its file name.
 *
 * @throws SyntaxFault
 */
export function parse(text: string, limits: Limits): { value: Json; document: ParsedYaml["document"] | undefined } {
  const start = text.search(/[^\s\uFEFF]/);
  if (start === -1) throw new SyntaxFault("the file is empty", undefined);
  if (text[start] === "<") throw new SyntaxFault("this is HTML or XML; an OpenAPI document is JSON or YAML", 1);
  if (text[start] === "{" || text[start] === "[") {
    const json = parseJson(start === 0 ? text : text.slice(start));
    if (json.value !== undefined) {
      checkDepth(json.value, limits);
      return { value: json.value, document: undefined };
    }
    // `{ a: 1 }` is YAML; what isn't that either gets JSON's own complaint.
    try {
      return parseYaml(text, limits);
    } catch (error) {
      throw error instanceof SyntaxFault && text.length > 0 ? jsonFault(text, json.problem, error) : error;
    }
  }
  return parseYaml(text, limits);
}

function parseJson(text: string): { value: Json | undefined; problem: string } {
  try {
    return { value: JSON.parse(text) as Json, problem: "" };
  } catch (error) {
    return { value: undefined, problem: error instanceof Error ? error.message : String(error) };
  }
}

function jsonFault(text: string, problem: string, yamlFault: SyntaxFault): SyntaxFault {
  const position = /position (\d+)/.exec(problem)?.[1];
  // A text that quotes its keys was meant as JSON; otherwise the YAML reader knows better.
  if (!/^[\s\uFEFF]*[[{]\s*"/.test(text)) return yamlFault;
  const line = position === undefined ? yamlFault.line : text.slice(0, Number(position)).split("\n").length;
  return new SyntaxFault(`not valid JSON: ${inert(problem.replace(/ in JSON at position.*$/, ""), 160)}`, line);
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
    if (values > limits.values) throw new SyntaxFault(`more than ${limits.values} values`, undefined);
    level = next as Json[];
  }
}
