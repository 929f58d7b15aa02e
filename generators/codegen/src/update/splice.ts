import type * as Yaml from "yaml";
import type { Json } from "../contract/contract.ts";
import { UsageError } from "../contract/errors.ts";
import { isList, isObject, members } from "../contract/json.ts";
import { yamlModule } from "../contract/yaml.ts";

/** An edit of one file. */
export interface FileEdit {
  readonly tokens: readonly string[];
  readonly value: Json | undefined;
}

interface Splice {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** Edits a YAML or JSON text where it has to change; every other line, comments too, stays as it is. */
export function splice(text: string, edits: readonly FileEdit[], label: string): string {
  const print = label.endsWith(".json") ? json : flow;
  const original = read(text);
  const isNew = ({ tokens }: FileEdit): boolean => nodeAt(original, tokens) === undefined;
  // What goes goes from the end, so that the places of the others stay true; what comes comes last.
  const steps = [
    ...edits.filter((edit) => edit.value !== undefined && !isNew(edit)),
    ...edits.filter(({ value }) => value === undefined).reverse(),
    ...edits.filter((edit) => edit.value !== undefined && isNew(edit)),
  ];
  return steps.reduce((current, edit) => {
    const { from, to, text: added } = spliceFor(current, read(current), edit, label, print);
    return current.slice(0, from) + added + current.slice(to);
  }, text);
}

function read(text: string): Yaml.Document.Parsed {
  return yamlModule().parseDocument(text, { keepSourceTokens: true });
}

function spliceFor(
  text: string,
  document: Yaml.Document.Parsed,
  edit: FileEdit,
  label: string,
  print: (value: Json) => string,
): Splice {
  const { isMap, isSeq } = yamlModule();
  const parentTokens = edit.tokens.slice(0, -1);
  const last = edit.tokens.at(-1) ?? "";
  const parent = parentTokens.length === 0 ? document.contents : nodeAt(document, parentTokens);
  const existing = nodeAt(document, edit.tokens);
  if (edit.value !== undefined && existing !== undefined) return replaced(text, existing, print(edit.value));
  if (isMap(parent)) {
    const index = parent.items.findIndex((pair) => keyText(pair.key) === last);
    if (edit.value === undefined && index >= 0) return removed(text, parent, index);
    const name = label.endsWith(".json") ? json(last) : keyOf(last);
    const { value } = edit;
    if (value !== undefined && index < 0) {
      const isJson = label.endsWith(".json");
      const block = (column: number): string => (isJson ? `${name}: ${print(value)}` : blockLines(name, value, column));
      return inserted(text, parent, `${name}: ${print(value)}`, block);
    }
  }
  if (isSeq(parent)) {
    if (edit.value === undefined && existing !== undefined) return removed(text, parent, Number(last));
    if (edit.value !== undefined) {
      const item = `- ${print(edit.value)}`;
      return inserted(text, parent, parent.flow === true ? print(edit.value) : item, () => item);
    }
  }
  throw new UsageError(`${label} cannot be changed at /${edit.tokens.join("/")}; edit it by hand`);
}

function replaced(text: string, node: Yaml.Node, value: string): Splice {
  const from = node.range?.[0] ?? 0;
  const to = from + text.slice(from, node.range?.[1] ?? from).trimEnd().length;
  // A block that starts on its own line goes back to the line of its key.
  const lead = /:[ \t]*\r?\n[ \t]*$/.exec(text.slice(0, from));
  return lead === null ? { from, to, text: value } : { from: from - lead[0].length + 1, to, text: ` ${value}` };
}

function removed(text: string, parent: Yaml.YAMLMap | Yaml.YAMLSeq, index: number): Splice {
  const from = start(parent.items[index]);
  if (parent.flow === true) {
    const next = parent.items[index + 1];
    if (next !== undefined) return { from, to: start(next), text: "" };
    const before = parent.items[index - 1];
    const to = valueEnd(text, parent.items[index]);
    return { from: before === undefined ? from : valueEnd(text, before), to, text: "" };
  }
  const { isMap } = yamlModule();
  if (parent.items.length === 1) return { ...wholeOf(text, parent), text: isMap(parent) ? "{}" : "[]" };
  const lineStart = text.lastIndexOf("\n", from - 1) + 1;
  const isFirstOfItem = text.slice(lineStart, from).trim() !== (isMap(parent) ? "" : "-");
  const next = parent.items[index + 1];
  if (isFirstOfItem && next !== undefined) return { from, to: start(next), text: "" };
  const lineEnd = text.indexOf("\n", valueEnd(text, parent.items[index]));
  return { from: lineStart, to: lineEnd === -1 ? text.length : lineEnd + 1, text: "" };
}

function wholeOf(text: string, node: Yaml.Node): { from: number; to: number } {
  const from = node.range?.[0] ?? 0;
  return { from, to: from + text.slice(from, node.range?.[1] ?? from).trimEnd().length };
}

function inserted(
  text: string,
  parent: Yaml.YAMLMap | Yaml.YAMLSeq,
  pair: string,
  block: (column: number) => string,
): Splice {
  const last = parent.items.at(-1);
  if (last === undefined)
    return {
      ...wholeOf(text, parent),
      text: yamlModule().isMap(parent) ? `{ ${pair} }` : `[${pair.replace(/^- /, "")}]`,
    };
  const at = valueEnd(text, last);
  if (parent.flow === true) return { from: at, to: at, text: `, ${pair}` };
  const first = start(parent.items[0]);
  const dash = yamlModule().isMap(parent) ? 0 : text.slice(0, first).length - text.lastIndexOf("-", first - 1);
  const column = first - dash - (text.lastIndexOf("\n", first - 1) + 1);
  return { from: at, to: at, text: `\n${" ".repeat(column)}${block(column)}` };
}

function nodeAt(document: Yaml.Document.Parsed, tokens: readonly string[]): Yaml.Node | undefined {
  const { isMap, isNode, isSeq } = yamlModule();
  let node: unknown = document.contents;
  for (const token of tokens) {
    if (isMap(node)) node = node.items.find((pair) => keyText(pair.key) === token)?.value;
    else node = isSeq(node) ? node.items[Number(token)] : undefined;
  }
  return isNode(node) ? node : undefined;
}

function keyText(key: unknown): string | undefined {
  const { isScalar } = yamlModule();
  return isScalar(key) ? String(key.source ?? key.value) : undefined;
}

/** Where a pair starts with its key, or an item of a list. */
function start(item: unknown): number {
  const { isNode, isPair } = yamlModule();
  const node = isPair(item) ? item.key : item;
  return isNode(node) ? (node.range?.[0] ?? 0) : 0;
}

function end(node: Yaml.Node): number {
  return node.range?.[1] ?? 0;
}

/** Where the text of a value really ends, without the blank lines after it. */
function valueEnd(text: string, item: unknown): number {
  const { isNode, isPair } = yamlModule();
  const from = start(item);
  const value = isPair(item) ? item.value : item;
  const to = isNode(value) ? end(value) : from;
  return from + text.slice(from, to).trimEnd().length;
}

/** On one line, as our files write small things. */
function flow(value: Json): string {
  if (isList(value)) return `[${value.map(flow).join(", ")}]`;
  if (isObject(value)) {
    const pairs = members(value).map(([name, inner]) => `${keyOf(name)}: ${flow(inner)}`);
    return pairs.length === 0 ? "{}" : `{ ${pairs.join(", ")} }`;
  }
  // In a list, because there a text needs quotes that it wouldn't need alone.
  const options = { collectionStyle: "flow", flowCollectionPadding: false, lineWidth: 0 } as const;
  return yamlModule().stringify([value], options).trim().slice(1, -1);
}

const width = 120;

/** The same on as many lines as it takes to keep them short; the first one without its indentation. */
function blockLines(name: string, value: Json, column: number): string {
  const line = `${name}: ${flow(value)}`;
  if (column + line.length <= width || !isObject(value) || members(value).length === 0) return line;
  const indent = " ".repeat(column + 2);
  const inner = members(value).map(([key, each]) => `\n${indent}${blockLines(keyOf(key), each, column + 2)}`);
  return `${name}:${inner.join("")}`;
}

function json(value: Json): string {
  return JSON.stringify(value);
}

function keyOf(name: string): string {
  return /^[A-Za-z_$][\w-]*$/.test(name) ? flow(name) : json(name);
}
