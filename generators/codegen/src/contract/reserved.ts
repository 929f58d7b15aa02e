/** Words that cannot name a function in a module. */
const words: ReadonlySet<string> = new Set(
  (
    "arguments as async await break case catch class const continue debugger default delete do else enum eval export " +
    "extends false finally for from function get if implements import in instanceof interface let new null of package " +
    "private protected public return set static super switch this throw true try typeof undefined var void while with yield"
  ).split(" "),
);

/** Members that every object inherits, or that the language itself asks objects for. */
const prototypeNames: ReadonlySet<string> = new Set([
  ...Object.getOwnPropertyNames(Object.prototype),
  "prototype",
  "then",
  "toJSON",
]);

/** Members that the emitted client has of its own. */
const clientNames: ReadonlySet<string> = new Set(["http"]);

/** A plain ASCII identifier: what is safe to read, to type and to print. */
export function isIdentifier(name: string): boolean {
  return /^[A-Za-z][A-Za-z0-9_]{0,99}$/.test(name);
}

/** Names no method may have: a client with a `then` would be taken for a promise. As a function name: reserved words too. */
export function isReservedName(name: string, asFunction = false): boolean {
  return prototypeNames.has(name) || (asFunction && words.has(name));
}

/** Names no group may have. */
export function isReservedGroup(name: string): boolean {
  return prototypeNames.has(name) || clientNames.has(name);
}
