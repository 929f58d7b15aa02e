import { createRequire } from "node:module";
import type * as Yaml from "yaml";
import type { Json } from "./contract.ts";
import { type MutableObject, setMember } from "./json.ts";
import type { Limits } from "./limits.ts";
import { inert, quoted } from "./text.ts";

let loaded: typeof Yaml | undefined;

/** The YAML library, loaded when the first YAML file comes: a JSON document never pays for it. */
export function yamlModule(): typeof Yaml {
  loaded ??= createRequire(import.meta.url)("yaml") as typeof Yaml;
  return loaded;
}

/** A fault in a text, with the place where it is. */
export class SyntaxFault extends Error {
  readonly line: number | undefined;

  constructor(message: string, line: number | undefined) {
    super(message);
    this.line = line;
  }
}

export interface ParsedYaml {
  readonly value: Json;
  readonly document: Yaml.Document.Parsed;
}

/**
 * Reads YAML 1.2 as JSON data: no custom tags, no merge keys, no duplicate keys, nothing that JSON cannot hold.
 * Aliases are copied out under the limit of values, so that a small text cannot grow without end.
 *
 * @throws SyntaxFault
 */
export function parseYaml(text: string, limits: Limits): ParsedYaml {
  const yaml = yamlModule();
  const counter = new yaml.LineCounter();
  // Unique keys are checked below: the library compares every key with every other.
  const documents = readAll(yaml, text, counter);
  const document = documents[0];
  if (document === undefined || document.contents === null) throw new SyntaxFault("the file is empty", 1);
  if (documents.length > 1) {
    throw new SyntaxFault("holds several YAML documents; keep one", lineAt(counter, documents[1]?.range?.[0]));
  }
  const problem = document.errors[0];
  if (problem !== undefined) {
    // The library turns an exhausted stack into a complaint of its own.
    if (problem.message.includes("call stack")) throw new SyntaxFault("nested too deeply", undefined);
    throw new SyntaxFault(
      `not valid YAML: ${inert(problem.message.split("\n")[0] ?? "", 160)}`,
      lineAt(counter, problem.pos[0]),
    );
  }
  return { value: toJson(document, counter, limits), document };
}

function readAll(yaml: typeof Yaml, text: string, lineCounter: Yaml.LineCounter): Yaml.Document.Parsed[] {
  try {
    const documents = yaml.parseAllDocuments(text, {
      lineCounter,
      prettyErrors: false,
      schema: "core",
      merge: false,
      resolveKnownTags: false,
      uniqueKeys: false,
      strict: true,
      logLevel: "silent",
    });
    return Array.isArray(documents) ? documents : [];
  } catch (error) {
    if (error instanceof RangeError) throw new SyntaxFault("nested too deeply", undefined);
    throw error;
  }
}

function lineAt(counter: Yaml.LineCounter, offset: number | undefined): number | undefined {
  return offset === undefined ? undefined : counter.linePos(offset).line;
}

function toJson(document: Yaml.Document.Parsed, counter: Yaml.LineCounter, limits: Limits): Json {
  const { isAlias, isMap, isNode, isScalar, isSeq } = yamlModule();
  // A copy of an alias counts in full, each time it is used.
  let values = 0;
  const anchors = new Map<string, Yaml.Node>();
  const open = new Set<unknown>();
  function fault(message: string, node: unknown): SyntaxFault {
    const range = isNode(node) ? node.range : undefined;
    return new SyntaxFault(message, lineAt(counter, range?.[0]));
  }
  function convert(node: unknown, depth: number): Json {
    values += 1;
    if (values > limits.values) throw fault(`more than ${limits.values} values once its aliases are copied out`, node);
    if (depth > limits.depth) throw fault(`nested more than ${limits.depth} levels deep`, node);
    if (isAlias(node)) {
      const target = anchors.get(node.source);
      if (target === undefined) throw fault(`unknown alias ${quoted(node.source)}`, node);
      if (open.has(target)) throw fault(`alias ${quoted(node.source)} contains itself`, node);
      return convert(target, depth);
    }
    if (!isNode(node)) return null;
    if ("anchor" in node && typeof node.anchor === "string") anchors.set(node.anchor, node);
    if (isScalar(node)) return scalar(node);
    open.add(node);
    const value = isMap(node)
      ? map(node, depth)
      : isSeq(node)
        ? node.items.map((item) => convert(item, depth + 1))
        : null;
    open.delete(node);
    return value;
  }
  function scalar(node: Yaml.Scalar): Json {
    const { value } = node;
    if (typeof value === "number" && !Number.isFinite(value)) throw fault("NaN and infinity are not JSON", node);
    if (value === null || typeof value === "number" || typeof value === "boolean") return value;
    return String(value);
  }
  function map(node: Yaml.YAMLMap, depth: number): MutableObject {
    const object: MutableObject = {};
    for (const { key, value } of node.items) {
      if (!isScalar(key) && !isAlias(key)) throw fault("a key must be plain text", key ?? node);
      const resolved = isAlias(key) ? anchors.get(key.source) : key;
      if (!isScalar(resolved)) throw fault("a key must be plain text", key);
      if (typeof resolved.anchor === "string") anchors.set(resolved.anchor, resolved);
      // `200:` and `2.0:` are meant as they are written.
      const name = resolved.type === "PLAIN" ? (resolved.source ?? String(resolved.value)) : String(resolved.value);
      if (name === "<<" && resolved.type === "PLAIN") {
        throw fault("merge keys (<<) are not YAML 1.2; write the members out", key);
      }
      if (Object.hasOwn(object, name)) throw fault(`duplicate key ${quoted(name)}; keep one`, key);
      setMember(object, name, convert(value, depth + 1));
    }
    return object;
  }
  return convert(document.contents, 0);
}
