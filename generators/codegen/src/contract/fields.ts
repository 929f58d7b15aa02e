import type { Json } from "./contract.ts";
import type { Findings } from "./findings.ts";
import { isList, isObject, members } from "./json.ts";
import { escapeToken } from "./pointer.ts";
import type { Source } from "./source.ts";
import { inert, quoted } from "./text.ts";

/** Reads the members of one object of a configuration file; whatever doesn't fit becomes a finding, by its key. */
export interface Fields {
  text(key: string): string | undefined;
  integer(key: string): number | undefined;
  flag(key: string): boolean | undefined;
  texts(key: string): string[];
  object(key: string): Fields | undefined;
  oneOf<T extends string>(key: string, choices: readonly T[]): T | undefined;
  entries(): [string, Json][];
  raw(key: string): Json | undefined;
  /** Text that has to be there; empty, with a finding, when it isn't. */
  needText(key: string): string;
  needInteger(key: string): number;
  error(key: string, message: string): void;
  /** Reports the keys that nobody asked for. */
  finish(): void;
  readonly pointer: string;
}

export function fieldsOf(value: Json, source: Source, pointer: string, rule: string, findings: Findings): Fields {
  const own = new Map(members(value));
  const asked = new Set<string>();
  const path = pointer === "" ? "" : `${inert(pointer.slice(1).replaceAll("/", "."))}.`;
  function error(key: string, message: string): void {
    const place = { source, pointer: key === "" ? pointer : `${pointer}/${escapeToken(key)}` };
    const name = key === "" ? path.slice(0, -1) : `${path}${inert(key)}`;
    findings.error(rule, place, name === "" ? message : `'${name}' ${message}`);
  }
  function get<T>(key: string, expected: string, read: (value: Json) => T | undefined): T | undefined {
    asked.add(key);
    const found = own.get(key);
    if (found === undefined || found === null) return undefined;
    const result = read(found);
    if (result === undefined) error(key, `must be ${expected}`);
    return result;
  }
  const text = (key: string) => get(key, "text", (found) => (typeof found === "string" ? found : undefined));
  const integer = (key: string) =>
    get(key, "a whole number above 0", (found) =>
      typeof found === "number" && Number.isSafeInteger(found) && found > 0 ? found : undefined,
    );
  if (!isObject(value)) error("", "must be an object");
  return {
    pointer,
    text,
    integer,
    flag: (key) => get(key, "true or false", (found) => (typeof found === "boolean" ? found : undefined)),
    error,
    raw: (key) => get(key, "", (found) => found),
    texts: (key) =>
      get(key, "a list of texts", (found) =>
        isList(found) && found.every((item) => typeof item === "string") ? [...found] : undefined,
      ) ?? [],
    object: (key) =>
      get(key, "an object", (found) =>
        isObject(found) ? fieldsOf(found, source, `${pointer}/${escapeToken(key)}`, rule, findings) : undefined,
      ),
    oneOf: (key, choices) =>
      get(key, `one of ${choices.join(", ")}`, (found) => choices.find((choice) => choice === found)),
    entries: () => [...own],
    needText(key) {
      const found = text(key);
      if (found === undefined && (own.get(key) ?? null) === null) error(key, "is missing; text is expected");
      return found ?? "";
    },
    needInteger(key) {
      const found = integer(key);
      if (found === undefined && (own.get(key) ?? null) === null) error(key, "is missing; a whole number is expected");
      return found ?? 1;
    },
    finish() {
      for (const key of own.keys()) {
        if (asked.has(key)) continue;
        const place = { source, pointer: `${pointer}/${escapeToken(key)}` };
        const known = [...asked].join(", ");
        findings.repaired(
          "unknown-key",
          place,
          `${quoted(`${path}${key}`)} is not known and ignored; known are ${known}`,
        );
      }
    },
  };
}
