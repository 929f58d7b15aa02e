import { createRequire } from "node:module";
import type * as JsYaml from "js-yaml";
import type * as Yaml from "yaml";
import type { Json } from "./contract.ts";
import type { Limits } from "./limits.ts";
import { SyntaxFault } from "./syntax-fault.ts";
import { inert } from "./text.ts";
import { composeYaml } from "./yaml-value.ts";

export { SyntaxFault } from "./syntax-fault.ts";

const required = createRequire(import.meta.url);
let reader: typeof JsYaml | undefined;
let editor: typeof Yaml | undefined;

/** The library that reads YAML, loaded when the first YAML file comes: a JSON document never pays for it. */
export function yamlReader(): typeof JsYaml {
  reader ??= required("js-yaml") as typeof JsYaml;
  return reader;
}

/** The library that edits YAML and keeps its comments. It reads ten times as slowly. */
export function yamlModule(): typeof Yaml {
  editor ??= required("yaml") as typeof Yaml;
  return editor;
}

/** What the reader found in a text, in its order, with its offsets. */
export type YamlEvents = readonly JsYaml.Event[];

export interface ParsedYaml {
  readonly value: Json;
  readonly events: YamlEvents;
}

/**
 * Reads YAML 1.2 as JSON data: no custom tags, no merge keys, no duplicate keys, nothing that JSON cannot hold.
 * Aliases are copied out under the limit of values, so that a small text cannot grow without end.
 *
 * @throws SyntaxFault
 */
export function parseYaml(text: string, limits: Limits): ParsedYaml {
  const { EVENT_ID } = yamlReader();
  const events = readEvents(text, limits);
  if (events.length === 0) throw new SyntaxFault("the file is empty", 1);
  const second = events.findIndex(({ type }, index) => index > 0 && type === EVENT_ID.DOCUMENT);
  if (second !== -1) {
    throw new SyntaxFault("holds several YAML documents; keep one", lineAt(text, startOf(events[second + 1])));
  }
  return { value: composeYaml(text, events, limits), events };
}

function readEvents(text: string, limits: Limits): YamlEvents {
  const { parseEvents, YAMLException } = yamlReader();
  try {
    // A node more than the limit, so that what is too deep is told with its own words.
    return parseEvents(text, { maxDepth: limits.depth + 2 });
  } catch (error) {
    if (error instanceof RangeError) throw new SyntaxFault("nested too deeply", undefined);
    if (!(error instanceof YAMLException)) throw error;
    const { reason, mark } = error;
    const line = mark === undefined ? undefined : mark.line + 1;
    if (reason.includes("maxDepth")) throw new SyntaxFault(`nested more than ${limits.depth} levels deep`, line);
    throw new SyntaxFault(`not valid YAML: ${inert(reason, 160)}`, line);
  }
}

/** Where an event's node begins in the text; undefined for an empty one. */
export function startOf(event: JsYaml.Event | undefined): number | undefined {
  if (event === undefined) return undefined;
  const start = "start" in event ? event.start : "valueStart" in event ? event.valueStart : undefined;
  if (start !== undefined && start >= 0) return start;
  return "anchorStart" in event && event.anchorStart >= 0 ? event.anchorStart : undefined;
}

export function lineAt(text: string, offset: number | undefined): number | undefined {
  return offset === undefined ? undefined : text.slice(0, offset).split("\n").length;
}
