import type { Json } from "../contract/contract.ts";
import { isList, isObject, members } from "../contract/json.ts";

/** A change of one place of the bundled document; no value: it goes. */
export interface Edit {
  readonly tokens: readonly string[];
  readonly value: Json | undefined;
}

/** Words and examples are ours: a document that has none doesn't take them away. */
const ours = new Set(["description", "summary", "examples", "example", "externalDocs", "title", "info", "tags"]);

/** What turns our document into theirs, in as few and as deep places as possible. */
export function editsBetween(mine: Json, theirs: Json, tokens: readonly string[] = []): Edit[] {
  if (JSON.stringify(mine) === JSON.stringify(theirs)) return [];
  if (isObject(mine) && isObject(theirs)) {
    // A property may be called `description`: inside a map of names nothing is prose.
    const isMap = ["properties", "schemas", "paths", "examples"].includes(tokens.at(-1) ?? "");
    const edits: Edit[] = [];
    for (const [key, value] of members(mine)) {
      const other = theirs[key];
      const at = [...tokens, key];
      if (other !== undefined) edits.push(...editsBetween(value, other, at));
      else if (isMap || !ours.has(key)) edits.push({ tokens: at, value: undefined });
    }
    for (const [key, value] of members(theirs)) {
      if (mine[key] === undefined) edits.push({ tokens: [...tokens, key], value });
    }
    return edits;
  }
  if (isList(mine) && isList(theirs) && mine.length === theirs.length && mine.every((item) => isObject(item))) {
    return mine.flatMap((item, index) => editsBetween(item, theirs[index] ?? null, [...tokens, String(index)]));
  }
  return (isList(mine) && isList(theirs) ? listEdits(mine, theirs, tokens) : undefined) ?? [{ tokens, value: theirs }];
}

/** Items that only go, or only come at the end, leave the others as they are written. */
function listEdits(mine: readonly Json[], theirs: readonly Json[], tokens: readonly string[]): Edit[] | undefined {
  const [before, after] = [mine, theirs].map((items) => items.map((item) => JSON.stringify(item)));
  if (before === undefined || after === undefined || before.length === 0 || after.length === 0) return undefined;
  if (before.every((item, index) => item === after[index])) {
    return theirs
      .slice(mine.length)
      .map((value, index) => ({ tokens: [...tokens, String(mine.length + index)], value }));
  }
  const gone: Edit[] = [];
  let next = 0;
  for (const [index, item] of before.entries()) {
    if (item === after[next]) next += 1;
    else gone.push({ tokens: [...tokens, String(index)], value: undefined });
  }
  return next === after.length ? gone : undefined;
}
