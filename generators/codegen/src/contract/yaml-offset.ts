import type * as JsYaml from "js-yaml";
import { startOf, type YamlEvents, yamlReader } from "./yaml.ts";

/** Where the value of a path is written, or its nearest ancestor that is: a member where its key begins. */
export function yamlOffset(text: string, events: YamlEvents, tokens: readonly string[]): number {
  const { EVENT_ID, getScalarValue } = yamlReader();
  let at = 1;
  let offset = startOf(events[at]) ?? 0;
  for (const token of tokens) {
    at = aliased(text, events, at);
    const event = events[at];
    const isObject = event?.type === EVENT_ID.MAPPING;
    if (!isObject && event?.type !== EVENT_ID.SEQUENCE) return offset;
    let found: number | undefined;
    let next = at + 1;
    for (let index = 0; found === undefined && next < events.length; index += 1) {
      const item = events[next];
      if (item === undefined || item.type === EVENT_ID.POP) return offset;
      const value = isObject ? next + 1 : next;
      const name = isObject ? (item.type === EVENT_ID.SCALAR ? getScalarValue(text, item) : undefined) : String(index);
      if (name === token) {
        found = value;
        offset = startOf(item) ?? offset;
      }
      next = after(events, value);
    }
    if (found === undefined) return offset;
    at = found;
  }
  return offset;
}

/** The event that an alias stands for: the last one of its name before it. */
function aliased(text: string, events: YamlEvents, at: number): number {
  const event = events[at];
  if (event?.type !== yamlReader().EVENT_ID.ALIAS) return at;
  const named = (other: JsYaml.Event): string | undefined =>
    "anchorStart" in other && other.anchorStart >= 0 ? text.slice(other.anchorStart, other.anchorEnd) : undefined;
  const name = named(event);
  const target = events.findLastIndex(
    (other, index) => index < at && other.type !== event.type && named(other) === name,
  );
  return target === -1 ? at : target;
}

/** The event after a whole value. */
function after(events: YamlEvents, start: number): number {
  const { EVENT_ID } = yamlReader();
  let depth = 0;
  for (let at = start; at < events.length; at += 1) {
    const type = events[at]?.type;
    if (type === EVENT_ID.MAPPING || type === EVENT_ID.SEQUENCE) depth += 1;
    else if (type === EVENT_ID.POP) depth -= 1;
    if (depth === 0) return at + 1;
  }
  return events.length;
}
