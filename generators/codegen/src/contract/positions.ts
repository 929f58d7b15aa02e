import { parsePointer } from "./pointer.ts";
import type { Source } from "./source.ts";
import { yamlOffset } from "./yaml-offset.ts";

/**
 * The lines of JSON pointers in a source. A pointer that isn't there (a repair or an overlay put it into the
 * document) gets the line of its nearest ancestor that is.
 */
export function linesOf(source: Source, pointers: readonly string[]): Map<string, number> {
  const offsets = new Map<string, number>();
  if (source.yaml === undefined) {
    jsonOffsets(source.text, pointers, offsets);
  } else {
    for (const pointer of pointers) offsets.set(pointer, yamlOffset(source.text, source.yaml, parsePointer(pointer)));
  }
  const lines = new Map<string, number>();
  let line = 1;
  // Most JSON is one line: its end must not be looked for again and again.
  let next = source.text.indexOf("\n");
  for (const [pointer, offset] of [...offsets].sort((a, b) => a[1] - b[1])) {
    for (; next !== -1 && next < offset; next = source.text.indexOf("\n", next + 1)) line += 1;
    lines.set(pointer, line);
  }
  return lines;
}

interface Wanted {
  readonly pointers: string[];
  readonly children: Map<string, Wanted>;
}

/** One pass over the text finds all wanted places; subtrees that nobody asks about are skipped without looking inside. */
function jsonOffsets(text: string, pointers: readonly string[], offsets: Map<string, number>): void {
  const root: Wanted = { pointers: [], children: new Map() };
  for (const pointer of pointers) {
    let wanted = root;
    for (const token of parsePointer(pointer)) {
      let child = wanted.children.get(token);
      if (child === undefined) {
        child = { pointers: [], children: new Map() };
        wanted.children.set(token, child);
      }
      wanted = child;
    }
    wanted.pointers.push(pointer);
  }
  let at = 0;
  const space = /[\s\uFEFF]*/y;
  function skipSpace(): void {
    space.lastIndex = at;
    space.test(text);
    at = space.lastIndex;
  }
  function skipString(): string {
    const start = at;
    for (at += 1; at < text.length && text[at] !== '"'; at += 1) if (text[at] === "\\") at += 1;
    at += 1;
    return text.slice(start, at);
  }
  function skipValue(): void {
    let depth = 0;
    do {
      const char = text[at];
      if (char === '"') {
        skipString();
        continue;
      }
      if (char === "{" || char === "[") depth += 1;
      else if (char === "}" || char === "]") depth -= 1;
      else if (depth === 0) {
        while (at < text.length && !/[\s,}\]]/.test(text[at] ?? "")) at += 1;
        return;
      }
      at += 1;
    } while (depth > 0 && at < text.length);
  }
  function found(wanted: Wanted, offset: number): void {
    for (const pointer of wanted.pointers) offsets.set(pointer, offset);
    for (const child of wanted.children.values()) found(child, offset);
  }
  function visit(wanted: Wanted, offset: number): void {
    found(wanted, offset);
    skipSpace();
    const open = text[at];
    if (wanted.children.size === 0 || (open !== "{" && open !== "[")) {
      skipValue();
      return;
    }
    at += 1;
    for (let index = 0; at < text.length; index += 1) {
      skipSpace();
      if (text[at] === "}" || text[at] === "]") break;
      const start = at;
      let key = String(index);
      if (open === "{") {
        const literal = skipString();
        key = literal.includes("\\") ? String(JSON.parse(literal)) : literal.slice(1, -1);
        skipSpace();
        at += 1;
        skipSpace();
      }
      const child = wanted.children.get(key);
      if (child === undefined) skipValue();
      else visit(child, start);
      skipSpace();
      if (text[at] === ",") at += 1;
    }
    at += 1;
  }
  visit(root, 0);
}
