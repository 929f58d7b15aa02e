import { hash } from "node:crypto";
import type { Change } from "../../compare/index.ts";
import { compareWire } from "../../compare/wire/index.ts";
import type { Contract, Finding, JsonObject } from "../../contract/contract.ts";
import { ContractError, UsageError } from "../../contract/errors.ts";
import { member } from "../../contract/json.ts";
import type { Limits } from "../../contract/limits.ts";
import { inert } from "../../contract/text.ts";
import { operationKey } from "../../fidelity/operations.ts";
import { mergeUpstream, type Outcome } from "../three-way/index.ts";
import { compileUpstream, familyOf, parseUpstream } from "./compile.ts";
import { fingerprint } from "./fingerprint.ts";
import { type Needed, neededFor, pick, titlesOf } from "./keep.ts";
import { type Lock, lockFile } from "./lock.ts";
import { correct, readOverlays } from "./overlay.ts";
import { restore, vocabularyOf } from "./restore.ts";

/** A document of the provider's, as it came. */
export interface Received {
  readonly text: string;
  /** How messages name it. */
  readonly label: string;
  readonly url: string | undefined;
  readonly etag: string | undefined;
  readonly lastModified: string | undefined;
}

export interface TakeOptions {
  /** `hyperswitch` */
  readonly name: string;
  /** provider.yaml */
  readonly config: string;
  readonly overlays: readonly string[];
  /** Titles of theirs by titles of ours, where they differ. */
  readonly aliases: ReadonlyMap<string, string>;
  /** An overlay action that has had its day is an error. */
  readonly strict: boolean;
  readonly limits: Limits;
}

/** What the provider's new document comes to. */
export interface Taken {
  /** Our bundled document with his changes. */
  readonly document: JsonObject;
  readonly lock: Lock;
  /** What he changed of the operations that we cover, in his names. */
  readonly changes: readonly Change[];
  /** What became of it in ours. */
  readonly outcomes: readonly Outcome[];
  /** Operations that are new, and not covered. */
  readonly newOperations: readonly string[];
  /** Overlay actions that have had their day. */
  readonly remarks: readonly Finding[];
}

/** A document with the corrections, and the part of it that is as the provider wrote it. */
interface Opened {
  readonly raw: JsonObject;
  readonly contract: Contract;
  readonly remarks: readonly Finding[];
  readonly lock: Lock;
}

/**
 * Compares a provider's document with the one that the lock is of, and makes in our contract what changed.
 *
 * @throws ContractError when the document cannot be taken, UsageError when the lock does not fit.
 */
export async function takeUpstream(
  ours: Contract,
  lock: Lock,
  received: Received,
  options: TakeOptions,
): Promise<Taken> {
  const parsed = parseUpstream(received.text, received.label, options.limits);
  const known = vocabularyOf(parsed, ours.document);
  const base = restore(lock.structure, known);
  const before = await openBase(base, ours, options);
  const opened = await open(parsed, ours, received, options, base);
  const dropped = before.operations.filter(
    ({ method, path }) => !opened.contract.operations.some((other) => other.method === method && other.path === path),
  );
  if (dropped.length > 0)
    throw droppedFault(
      dropped.map(({ method, path }) => `${method} ${path}`),
      received,
      options,
    );
  const { document, outcomes } = mergeUpstream(
    ours.document,
    before.document,
    opened.contract.document,
    options.aliases,
  );
  const leftOut = new Set([...lock.leftOut, ...titlesOf(base)]);
  return {
    document,
    lock: opened.lock,
    changes: compareWire(before, opened.contract),
    outcomes,
    newOperations: opened.lock.leftOut.filter((title) => !leftOut.has(title)),
    remarks: opened.remarks,
  };
}

/** The lock for a document that our contract follows already. */
export async function lockFor(ours: Contract, received: Received, options: TakeOptions): Promise<Lock> {
  const parsed = parseUpstream(received.text, received.label, options.limits);
  return (await open(parsed, ours, received, options, undefined)).lock;
}

async function open(
  raw: JsonObject,
  ours: Contract,
  received: Received,
  options: TakeOptions,
  base: JsonObject | undefined,
): Promise<Opened> {
  const { label, text, url, etag, lastModified } = received;
  const { document: corrected, remarks } = correct(raw, await readOverlays(options.overlays), base);
  if (options.strict && remarks.length > 0)
    throw new ContractError(remarks.map((remark) => ({ ...remark, severity: "error" })));
  const titles = titlesOf(ours.document);
  const needed = neededBy(titles, raw, corrected, options);
  const contract = await compileUpstream(pick(corrected, [neededFor(corrected, titles)]), options.config, label);
  const kept = new Set(needed.flatMap(({ operations }) => [...operations]));
  const version = member(member(raw, "info"), "version");
  const lock: Lock = {
    document: {
      revision: inert(typeof version === "string" || typeof version === "number" ? String(version) : "unknown", 60),
      checksum: `sha256-${hash("sha256", text, "hex")}`,
      url,
      etag,
      lastModified,
    },
    leftOut: titlesOf(raw).filter((title) => !kept.has(title)),
    structure: fingerprint(pick(raw, needed), familyOf(raw)),
  };
  return { raw, contract, remarks, lock };
}

/** Of the document as it is written everything that it takes to correct it again. */
function neededBy(
  titles: readonly string[],
  raw: JsonObject,
  corrected: JsonObject,
  { aliases }: TakeOptions,
): Needed[] {
  const theirs = new Set([...aliases.values()].map(operationKey));
  const renamed = titlesOf(raw).filter((title) => theirs.has(operationKey(title)));
  return [neededFor(corrected, titles), neededFor(raw, [...titles, ...renamed])];
}

async function openBase(base: JsonObject, ours: Contract, options: TakeOptions): Promise<Contract> {
  const { document } = correct(base, await readOverlays(options.overlays));
  const picked = pick(document, [neededFor(document, titlesOf(ours.document))]);
  try {
    return await compileUpstream(picked, options.config, lockFile);
  } catch (error) {
    if (!(error instanceof ContractError)) throw error;
    const reason = error.findings[0]?.message ?? "";
    throw new UsageError(
      `specs/${options.name}/${lockFile} does not fit overlay.yaml (${reason}); make it again with --baseline`,
    );
  }
}

function droppedFault(titles: readonly string[], { label }: Received, { name }: TakeOptions): ContractError {
  const more = titles.length > 1 ? ` and ${titles.length - 1} more` : "";
  const message = `${inert(titles[0] ?? "", 200)}${more} is covered by specs/${name} and not in it any more`;
  return new ContractError([{ rule: "dropped-operation", severity: "error", message, file: label, line: undefined }]);
}
