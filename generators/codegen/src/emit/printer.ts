/**
 * The one way from text to source code. Generated code is built only of `Code` values; text of a document becomes
 * `Code` only through a function that knows the place it is going to. The template literals below are ours alone:
 * the type of `code` refuses a plain string between them.
 */
export class Code {
  readonly text: string;
  /** The names that it mentions: a file imports those, and no others. */
  readonly names: ReadonlySet<string>;

  private constructor(text: string, names: ReadonlySet<string>) {
    this.text = text;
    this.names = names;
  }

  /** For the functions of this file only. */
  static readonly trusted = (text: string, names: ReadonlySet<string> = none): Code => new Code(text, names);
}

const none: ReadonlySet<string> = new Set();

export type Part = Code | number | readonly Code[];

/** Puts code together: `` code`export type ${identifier(name)} = ${type};` ``. A list is joined by line breaks. */
export function code(strings: TemplateStringsArray, ...parts: readonly Part[]): Code {
  let text = strings[0] ?? "";
  const names: ReadonlySet<string>[] = [];
  for (const [index, part] of parts.entries()) {
    if (typeof part === "number") text += String(part);
    else {
      const inner = part instanceof Code ? part : join(part, newline);
      text += inner.text.includes("\n") ? inner.text.replaceAll("\n", `\n${lastIndent(text)}`) : inner.text;
      names.push(inner.names);
    }
    text += strings[index + 1] ?? "";
  }
  return Code.trusted(text, mentioned(names));
}

function mentioned(all: readonly ReadonlySet<string>[]): ReadonlySet<string> {
  const some = all.filter((names) => names.size > 0);
  return some.length > 1 ? new Set(some.flatMap((names) => [...names])) : (some[0] ?? none);
}

/** Nested code keeps the indentation of the line that it is put on. */
function lastIndent(text: string): string {
  const line = text.slice(text.lastIndexOf("\n") + 1);
  return line.slice(0, line.length - line.trimStart().length);
}

export const empty: Code = Code.trusted("");
const newline: Code = Code.trusted("\n");

export function join(parts: readonly Code[], separator: Code): Code {
  return Code.trusted(parts.map((part) => part.text).join(separator.text), mentioned(parts.map((part) => part.names)));
}

/** The lines after the first two columns further in, to stand below what follows a bar. */
export function hang(part: Code): Code {
  return Code.trusted(part.text.replaceAll("\n", "\n  "), part.names);
}

const words = new Set(
  (
    "abstract any arguments as asserts async await bigint boolean break case catch class const constructor continue " +
    "debugger declare default delete do else enum eval export extends false finally for from function get if implements " +
    "import in infer instanceof interface is keyof let module namespace never new null number object of package private " +
    "protected public readonly require return set static string super switch symbol this throw true try type typeof " +
    "undefined unique unknown using var void while with yield Array Promise Record Object String Number Boolean Pick Omit"
  ).split(" "),
);

/** Can this text be the name of a declaration as it is? */
export function isName(text: string): boolean {
  return /^[A-Za-z_$][A-Za-z0-9_$]*$/.test(text) && !words.has(text) && !(text in Object.prototype);
}

/** The name of a declaration. Whoever makes names makes them valid (`names.ts`); this is the last guard. */
export function identifier(name: string): Code {
  if (!isName(name)) throw new Error(`not a name: ${JSON.stringify(name)}`);
  return Code.trusted(name, new Set([name]));
}

/** A string literal. */
export function string(text: string): Code {
  return Code.trusted(
    JSON.stringify(text).replace(
      /[\u007f-\u009f\u2028\u2029\ufeff]/g,
      (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
    ),
  );
}

/** The name of a member, in a type or after a dot in an object literal. `__proto__` is computed: plain, it sets the prototype. */
export function key(name: string): Code {
  if (name === "__proto__") return Code.trusted('["__proto__"]');
  return /^[A-Za-z_$][A-Za-z0-9_$]*$/.test(name) ? Code.trusted(name) : string(name);
}

/** A JSON value as an expression. */
export function expression(value: unknown): Code {
  if (Array.isArray(value)) return code`[${join(value.map(expression), code`, `)}]`;
  if (typeof value !== "object" || value === null) return literal(value);
  return object(Object.entries(value).map(([name, inner]) => [name, expression(inner)]));
}

/** A JSON value as a literal type. */
export function literal(value: unknown): Code {
  if (typeof value === "string") return string(value);
  if (typeof value === "number" && Number.isFinite(value))
    return Code.trusted(Object.is(value, -0) ? "-0" : String(value));
  if (typeof value === "boolean" || value === null) return Code.trusted(String(value));
  if (Array.isArray(value)) return code`[${join(value.map(literal), code`, `)}]`;
  if (typeof value === "object")
    return braces(Object.entries(value).map(([name, inner]) => code`${key(name)}: ${literal(inner)}`));
  throw new Error(`not a JSON value: ${typeof value}`);
}

/** An object literal, on one line where it fits. */
export function object(members: readonly (readonly [string, Code])[]): Code {
  return braces(members.map(([name, value]) => entry(name, value)));
}

/**
 * One member of an object literal. For what every object inherits (`constructor`) the compiler expects the inherited type
 * and not the declared one, so that a literal in it would widen.
 */
export function entry(name: string, value: Code): Code {
  const widens = name in Object.prototype && /^[[{"\d-]/.test(value.text);
  return code`${key(name)}: ${value}${widens ? code` as const` : empty}`;
}

/** `{ a: 1, b: 2 }`, or a line for each. */
export function braces(members: readonly Code[]): Code {
  if (members.length === 0) return Code.trusted("{}");
  const line = join(members, code`, `);
  if (line.text.length <= 90 && !line.text.includes("\n")) return code`{ ${line} }`;
  return code`{
  ${members.map((member) => code`${member},`)}
}`;
}

/** `(a, b)`, or a line for each. */
export function parentheses(parameters: readonly Code[], room: number): Code {
  const line = join(parameters, code`, `);
  if (line.text.length <= room) return code`(${line})`;
  return code`(
  ${parameters.map((parameter) => code`${parameter},`)}
)`;
}

/** Control characters and line separators have no place in a comment; neither has its end. */
function inert(text: string): string {
  return (
    text
      .replace(/[\u2028\u2029\u0085]|\r\n?/g, "\n")
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is removed
      .replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, "")
      .replaceAll("*/", "*\\/")
      .replaceAll("/*", "/\\*")
  );
}

/** Text for a comment: `paragraphs` become lines of at most 110 characters, empty ones are left out. */
export function comment(paragraphs: readonly (string | undefined)[]): Code {
  const lines: string[] = [];
  for (const paragraph of paragraphs) {
    const text = inert(paragraph ?? "").trim();
    if (text === "") continue;
    if (lines.length > 0 && !/^@/.test(text)) lines.push("");
    for (const line of text.split("\n")) lines.push(...wrap(line.trimEnd(), 110));
  }
  if (lines.length === 0) return empty;
  if (lines.length === 1) return Code.trusted(`/** ${lines[0]} */\n`);
  return Code.trusted(`/**\n${lines.map((line) => (line === "" ? " *" : ` * ${line}`)).join("\n")}\n */\n`);
}

function wrap(line: string, width: number): string[] {
  const indent = line.slice(0, line.length - line.trimStart().length);
  const result: string[] = [];
  let current = "";
  for (const word of line.trim().split(/ +/)) {
    if (current !== "" && indent.length + current.length + 1 + word.length > width) {
      result.push(indent + current);
      current = word;
    } else {
      current = current === "" ? word : `${current} ${word}`;
    }
  }
  result.push(indent + current);
  return result;
}

/** A whole file: a heading that says who wrote it, then its parts with a blank line between. */
export function file(parts: readonly Code[]): string {
  const head =
    "// Generated by @specie/codegen from the contract beside this package. Do not edit: change the contract.";
  const body = parts.filter((part) => part.text !== "").map((part) => part.text.trimEnd());
  return `${[head, ...body].join("\n\n").replace(/[ \t]+$/gm, "")}\n`;
}
