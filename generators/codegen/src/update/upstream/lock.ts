import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { JsonObject } from "../../contract/contract.ts";
import { UsageError } from "../../contract/errors.ts";
import { isList, isObject, member, members, textMember } from "../../contract/json.ts";
import { inert } from "../../contract/text.ts";

export const lockFile = "upstream.lock.json";

/** Which document our contract follows: enough to tell what a later one changes, and not a word of it. */
export interface Lock {
  readonly document: LockedDocument;
  /** Operations that it has and our contract leaves out. */
  readonly leftOut: readonly string[];
  /** Of the operations that our contract covers: names, and a hash for each value. */
  readonly structure: JsonObject;
}

export interface LockedDocument {
  /** The version that it gives itself. */
  readonly revision: string;
  /** `sha256-…` of its bytes. */
  readonly checksum: string;
  /** Where it was fetched from, and what to ask there whether there is a newer one. */
  readonly url?: string | undefined;
  readonly etag?: string | undefined;
  readonly lastModified?: string | undefined;
}

/** The lock of a contract folder; undefined when it has none. */
export async function readLock(folder: string, label: string): Promise<Lock | undefined> {
  const file = join(folder, lockFile);
  if (!existsSync(file)) return undefined;
  const broken = new UsageError(`${label}/${lockFile} is not a lock of this version; make it again with --baseline`);
  let value: unknown;
  try {
    value = JSON.parse(await readFile(file, "utf8"));
  } catch {
    throw broken;
  }
  if (!isObject(value) || member(value, "lock") !== 1) throw broken;
  const [document, leftOut, structure] = [
    member(value, "document"),
    member(value, "leftOut"),
    member(value, "structure"),
  ];
  const [revision, checksum] = [textMember(document, "revision"), textMember(document, "checksum")];
  if (revision === undefined || checksum === undefined || !isList(leftOut) || !isObject(structure)) throw broken;
  return {
    document: {
      revision,
      checksum,
      url: textMember(document, "url"),
      etag: textMember(document, "etag"),
      lastModified: textMember(document, "lastModified"),
    },
    leftOut: leftOut.filter((title) => typeof title === "string"),
    structure,
  };
}

/** A line for each operation and each shared part, so that a pull request shows which of them changed. */
export function printLock({ document, leftOut, structure }: Lock): string {
  const lines = members(structure).map(([key, value]) => {
    if (key === "components") return `  ${JSON.stringify(key)}: ${block(members(value), 2, (inner) => rows(inner, 3))}`;
    return `  ${JSON.stringify(key)}: ${isObject(value) ? rows(value, 2) : JSON.stringify(value)}`;
  });
  const head = JSON.stringify({ lock: 1, document, leftOut }, null, 1).replace(/\n\}$/, "");
  return `${head},\n "structure": {\n${lines.join(",\n")}\n }\n}\n`;
}

function rows(value: JsonObject | unknown, depth: number): string {
  return isObject(value) ? block(members(value), depth, (inner) => JSON.stringify(inner)) : JSON.stringify(value);
}

function block<T>(entries: readonly (readonly [string, T])[], depth: number, print: (value: T) => string): string {
  if (entries.length === 0) return "{}";
  const indent = " ".repeat(depth + 1);
  const inner = entries.map(([key, value]) => `${indent}${JSON.stringify(key)}: ${print(value)}`);
  return `{\n${inner.join(",\n")}\n${" ".repeat(depth)}}`;
}

/** `0.1.0 of 2026`, as messages name it. */
export function named({ revision }: LockedDocument): string {
  return inert(revision, 60);
}
