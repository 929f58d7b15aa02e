import type { Json } from "./contract.ts";
import type { Findings } from "./findings.ts";
import { isObject, member, textMember } from "./json.ts";
import { findByName, findLoosely, type Spot } from "./loose-refs.ts";
import { formatPointer, parsePointer, valueAt } from "./pointer.ts";
import type { Place, Source } from "./source.ts";
import { quoted } from "./text.ts";

/** What a `$ref` leads to. */
export interface Target {
  readonly source: Source;
  readonly tokens: readonly string[];
  readonly value: Json;
}

/** The files known so far; what is asked for and isn't there yet is loaded before the next round. */
export interface Library {
  /** The file, why it may not or cannot be read, or undefined when nobody has tried yet. */
  get(url: string): Source | { readonly refusal: string } | undefined;
  want(url: string): void;
}

/**
 * Follows a `$ref`, and the refs that it leads to, up to something that isn't a bare ref itself.
 * Undefined when there is no such thing (a finding says so) or when its file has to be loaded first.
 */
export function resolveRef(ref: string, place: Place, library: Library, findings: Findings): Target | undefined {
  let from = place.source;
  let text = ref;
  const seen = new Set<string>();
  for (;;) {
    const target = step(text, from, place, library, findings, { left: 50 });
    if (target === undefined) return undefined;
    const next = bareRef(target.value);
    if (next === undefined) return target;
    const key = `${target.source.url} ${next}`;
    if (seen.size > 50) {
      findings.error(
        "circular-ref",
        place,
        `$ref ${quoted(ref)} leads through more than 50 others; point it at its end`,
      );
      return undefined;
    }
    if (seen.has(key)) {
      findings.error("circular-ref", place, `$ref ${quoted(ref)} leads back to itself; give it a schema`);
      return undefined;
    }
    seen.add(key);
    from = target.source;
    text = next;
  }
}

function bareRef(value: Json): string | undefined {
  const ref = member(value, "$ref");
  return typeof ref === "string" && isObject(value) && Object.keys(value).length === 1 ? ref : undefined;
}

/** How many refs may still be followed inside of pointers: one that leads to itself would have no end. */
interface Hops {
  left: number;
}

function step(
  ref: string,
  from: Source,
  place: Place,
  library: Library,
  findings: Findings,
  hops: Hops,
): Target | undefined {
  const hash = ref.indexOf("#");
  const address = hash === -1 ? ref : ref.slice(0, hash);
  const tokens = tokensOf(hash === -1 ? "" : ref.slice(hash + 1));
  if (tokens === undefined) {
    findings.error("invalid-ref", place, `$ref ${quoted(ref)} is not a JSON pointer; write '#/components/…'`);
    return undefined;
  }
  const named = hash === -1 ? findByName(from.value, ref) : undefined;
  if (named !== undefined) return takeLoosely(named, from, ref, place, findings);
  const source = address === "" ? from : fileOf(address, from, ref, place, library, findings);
  if (source === undefined) return undefined;
  const target = descend({ source, tokens: [], value: source.value }, tokens, place, library, findings, hops);
  if (target !== undefined) return target;
  const meant = findLoosely(source.value, tokens);
  if (meant !== undefined) return takeLoosely(meant, source, ref, place, findings);
  const where = source === place.source ? "this file" : source.label;
  findings.error(
    "unresolved-ref",
    place,
    `$ref ${quoted(ref)} leads to nothing in ${where}; correct it or add its target`,
  );
  return undefined;
}

function takeLoosely(spot: Spot, source: Source, ref: string, place: Place, findings: Findings): Target {
  const address = `${source === place.source ? "" : source.label}#${formatPointer(spot.tokens)}`;
  findings.repaired("loose-ref", place, `$ref ${quoted(ref)} leads to nothing; ${quoted(address)} is taken`);
  return { source, ...spot };
}

/** Steps into a value; where a step isn't there and a ref is, the ref is followed first. */
function descend(
  start: Target,
  tokens: readonly string[],
  place: Place,
  library: Library,
  findings: Findings,
  hops: Hops,
): Target | undefined {
  const direct = valueAt(start.value, tokens);
  if (direct !== undefined) return { source: start.source, tokens: [...start.tokens, ...tokens], value: direct };
  let at = start;
  for (let index = 0; index < tokens.length; ) {
    const token = tokens[index] ?? "";
    const next = valueAt(at.value, [token]);
    if (next !== undefined) {
      at = { source: at.source, tokens: [...at.tokens, token], value: next };
      index += 1;
      continue;
    }
    const ref = textMember(at.value, "$ref");
    const followed =
      ref === undefined || hops.left-- <= 0 ? undefined : step(ref, at.source, place, library, findings, hops);
    if (followed === undefined) return undefined;
    at = followed;
  }
  return at;
}

function tokensOf(fragment: string): string[] | undefined {
  try {
    const pointer = fragment.includes("%") ? decodeURIComponent(fragment) : fragment;
    return pointer === "" || pointer.startsWith("/") ? parsePointer(pointer) : undefined;
  } catch {
    return undefined;
  }
}

function fileOf(
  address: string,
  from: Source,
  ref: string,
  place: Place,
  library: Library,
  findings: Findings,
): Source | undefined {
  if (!URL.canParse(address, from.url)) {
    findings.error("invalid-ref", place, `$ref ${quoted(ref)} is neither a path nor a URL`);
    return undefined;
  }
  const url = new URL(address, from.url).href;
  const found = library.get(url);
  if (found === undefined) library.want(url);
  else if ("refusal" in found) findings.error("refused-ref", place, `$ref ${quoted(ref)}: ${found.refusal}`);
  else return found;
  return undefined;
}
