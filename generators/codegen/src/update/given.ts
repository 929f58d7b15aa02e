import { hash } from "node:crypto";
import { existsSync, readFileSync, statSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { parseRevision } from "../compare/sources/revision.ts";
import { type Contract, UsageError } from "../contract/index.ts";
import { isObject, member, textMember } from "../contract/json.ts";
import { defaultLimits, type Limits } from "../contract/limits.ts";
import { inert } from "../contract/text.ts";
import { parseYaml } from "../contract/yaml.ts";
import type { UpdateJob } from "./job.ts";
import { parseUpstream } from "./upstream/compile.ts";
import { fetchDocument } from "./upstream/fetch.ts";
import type { Lock } from "./upstream/lock.ts";
import type { Received } from "./upstream/take.ts";

/** What there is to take. */
export type Given =
  | { readonly kind: "contract"; readonly from: string }
  | { readonly kind: "upstream"; readonly received: Received }
  /** The provider's document is the one that our contract follows already. */
  | { readonly kind: "unchanged" };

/** Where the provider publishes his document; undefined where provider.yaml says that he has none. */
export function upstreamOf(folder: string): { readonly url: string | undefined } | undefined {
  const { value } = parseYaml(readFileSync(join(folder, "provider.yaml"), "utf8"), defaultLimits);
  const upstream = isObject(value) ? member(value, "upstream") : undefined;
  return isObject(upstream) ? { url: textMember(upstream, "url") } : undefined;
}

/**
 * Finds out what was given, and fetches it where that takes a fetch.
 *
 * @throws UsageError when there is no such thing, ContractError when it cannot be read.
 */
export async function given(job: UpdateJob, ours: Contract, lock: Lock | undefined): Promise<Given> {
  const upstream = upstreamOf(job.source);
  const from = job.from ?? upstream?.url;
  if (from === undefined) {
    const why = upstream === undefined ? "has no upstream document" : "names no url of its upstream document";
    throw new UsageError(`${job.name} ${why}; give our contract, changed, with --from <folder|file|url>`);
  }
  if (job.as === "contract") return { kind: "contract", from };
  if (upstream === undefined) {
    if (job.as === undefined) return { kind: "contract", from };
    throw new UsageError(`${job.name} has no upstream document: provider.yaml says 'upstream: null'`);
  }
  const received = await receive(from, job, lock);
  if (received === "unchanged") return { kind: "unchanged" };
  const isGuess = job.as === undefined && from !== upstream.url;
  if (received === undefined || (isGuess && isOurs(received, ours, job.limits))) {
    return { kind: "contract", from };
  }
  return isKnown(received, lock) ? { kind: "unchanged" } : { kind: "upstream", received };
}

function isKnown({ text }: Received, lock: Lock | undefined): boolean {
  return lock?.document.checksum === `sha256-${hash("sha256", text, "hex")}`;
}

/** The provider's document has a title of its own. */
function isOurs({ text, label }: Received, ours: Contract, limits: Limits): boolean {
  return textMember(member(parseUpstream(text, label, limits), "info"), "title") === ours.title;
}

/** Undefined for what can only be a contract of ours: a folder, or a revision of this repository. */
async function receive(
  from: string,
  job: UpdateJob,
  lock: Lock | undefined,
): Promise<Received | "unchanged" | undefined> {
  const { cwd, limits, signal } = job;
  if (/^https?:\/\//i.test(from)) {
    const fetched = await fetchDocument(from, lock?.document, limits, signal);
    if (fetched.unchanged) return "unchanged";
    const { text, etag, lastModified } = fetched;
    return { text, label: inert(from.replace(/[?#].*$/, ""), 200), url: from, etag, lastModified };
  }
  const file = resolve(cwd, from);
  if (!existsSync(file)) {
    if (parseRevision(from) !== undefined) return undefined;
    throw new UsageError(`--from ${from}: no such file or folder`);
  }
  const { size } = statSync(file);
  if (statSync(file).isDirectory()) return undefined;
  const label = inert(relative(cwd, file), 200);
  if (size > limits.bytes) throw new UsageError(`${label} has ${size} bytes; the limit is ${limits.bytes}`);
  const known = { text: readFileSync(file, "utf8"), label };
  return { ...known, url: undefined, etag: undefined, lastModified: undefined };
}
