/** What a hostile input tries. */
export type Class =
  | "text that breaks out"
  | "output paths"
  | "references"
  | "exfiltration"
  | "resources"
  | "malformed input"
  | "overlays and configurations"
  | "command line";

/** A value that is written as JSON, a text that is written as it is, or bytes. */
export type Content = string | Uint8Array | object;

/**
 * One hostile input, as data. In every text, `%LISTENER%` stands for the origin of a server that must not be asked,
 * `%SERVER%` for the origin of the one that holds `served`, `%OUTSIDE%` for a folder that must not be read or written,
 * and `%CASE%` for the case's own folder, which is the working folder too.
 */
export interface Case {
  /** A sentence: what is tried. */
  readonly name: string;
  /** Files below the case's folder; `in/openapi.json` is the document where `args` says nothing else. */
  readonly files?: Readonly<Record<string, Content>>;
  /** Symbolic links below the case's folder, and where they lead. */
  readonly links?: Readonly<Record<string, string>>;
  readonly pipes?: readonly string[];
  /** Arguments of the command line; `usual` and `withSpec` make them. */
  readonly args?: readonly string[];
  /** What a server of the attacker's answers, by path. */
  readonly served?: Readonly<Record<string, Answer>>;
  /** The paths of that server that may be asked. */
  readonly mayFetch?: readonly string[];
  /** Paths that the command line itself names, beside `in` and `out`. */
  readonly mayTouch?: readonly string[];
  readonly expect: "accepted" | "refused";
  /** What the refusal says, or the report of what was repaired. */
  readonly says?: RegExp;
  /** What the output says: file → text that it has to hold. */
  readonly holds?: Readonly<Record<string, RegExp>>;
}

export interface Answer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Content;
  /** Sends the first bytes, and then nothing any more. */
  readonly stalls?: boolean;
}

/** The command line for a document of the case. */
export function withSpec(spec: string, ...more: readonly string[]): string[] {
  return ["generate", "--spec", spec, "--output", "out", "--name", "@hostile/api", ...more];
}

export const usual: readonly string[] = withSpec("in/openapi.json");

/** The smallest document with one operation, and what is put over it. */
export function api(more: object = {}): object {
  return {
    openapi: "3.1.0",
    info: { title: "Hostile", version: "1" },
    paths: { "/things": { get: { operationId: "listThings", responses: { "200": { description: "ok" } } } } },
    ...more,
  };
}

/** A document with one operation that takes and answers this schema. */
export function withSchema(schema: unknown, more: object = {}): object {
  const content = { "application/json": { schema: { $ref: "#/components/schemas/Thing" } } };
  return api({
    paths: {
      "/things": {
        post: {
          operationId: "createThing",
          requestBody: { content },
          responses: { "200": { description: "ok", content } },
        },
      },
    },
    components: { schemas: { Thing: schema } },
    ...more,
  });
}

/** A document with one operation. */
export function withOperation(operation: object, path = "/things", method = "post", more: object = {}): object {
  return api({
    paths: { [path]: { [method]: { operationId: "act", responses: { "200": { description: "ok" } }, ...operation } } },
    ...more,
  });
}

/** Cases that are the same but for one text. */
export function each<A, B, C>(
  rows: readonly (readonly [A, B?, C?])[],
  make: (a: A, b: B, c: C) => Omit<Case, "expect"> & Partial<Case>,
  expect: Case["expect"],
): Case[] {
  return rows.map(([a, b, c]) => ({ expect, ...make(a, b as B, c as C) }));
}
