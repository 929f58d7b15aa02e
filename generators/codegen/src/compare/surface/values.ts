import { type Code, code, key, string } from "../../emit/printer.ts";
import type { Direction } from "../../emit/schema.ts";
import { code as named } from "../wire/words.ts";
import { accepts, exported, inside, type Probe, type Version } from "./probe.ts";
import { type Entry, idOf, keyOf, type Step, type Subject } from "./subjects.ts";

const none: ReadonlySet<string> = new Set();

/** The questions about one exported type, as a whole and property by property. */
export function valueProbes(older: Subject, newer: Subject | undefined, inDetail: boolean): Probe[] {
  const { name, direction } = older;
  const whole = exchange(older, [], older.refs, true);
  if (!inDetail) return whole;
  const probes = [...whole, keysProbe(older, [])];
  const before = new Set(older.entries.map(({ path }) => idOf(path)));
  for (const entry of older.entries) {
    probes.push(presence(older, entry), ...exchange(older, entry.path, entry.refs, false));
    if (direction === "request") probes.push(...literals(older, entry));
  }
  for (const entry of newer?.entries ?? []) {
    const parent = ownerOf(entry.path);
    if (before.has(idOf(entry.path)) || (parent.length > 0 && !before.has(idOf(parent)))) continue;
    probes.push(...additions(name, direction, entry));
  }
  return probes;
}

/** Readers of the old type must be able to read the new one, and takers of the new one to take the old one. */
function exchange({ name, direction }: Subject, path: readonly Step[], refs: Probe["refs"], whole: boolean): Probe[] {
  const place = `${name}${keyOf(path)}`;
  const before = inside(exported("Old", name), path);
  const after = inside(exported("New", name), path);
  const base = { name, place, whole, direction, refs, newValue: false };
  const isRequest = direction === "request";
  const lost = isRequest
    ? `${named(place)} no longer accepts every value that it accepted.`
    : `${named(place)} gives values that it never gave.`;
  const gained = isRequest ? `${named(place)} accepts more.` : `${named(place)} promises more.`;
  return [
    {
      ...base,
      assertion: isRequest ? accepts(after, before) : accepts(before, after),
      question: "forward",
      bump: "major",
      kind: isRequest ? "type-accepts-less" : "type-gives-more",
      message: lost,
    },
    {
      ...base,
      assertion: isRequest ? accepts(before, after) : accepts(after, before),
      question: "reverse",
      bump: "minor",
      kind: isRequest ? "type-accepts-more" : "type-gives-less",
      message: gained,
    },
  ];
}

function presence({ name, direction }: Subject, { path }: Entry): Probe {
  const parent = inside(exported("New", name), path.slice(0, -1));
  const last = lastOf(path);
  const place = `${name}${keyOf(path)}`;
  const message = `${named(place)} is gone from the types.`;
  const assertion = accepts(code`Keys<${parent}>`, string(last));
  const base = { name, place, whole: false, direction, refs: none, newValue: false };
  return { ...base, assertion, question: "present", bump: "major", kind: "member-removed", message };
}

/** Index signatures count as keys: an object that took any other field must go on taking it. */
function keysProbe({ name, direction, refs }: Subject, path: readonly Step[]): Probe {
  const [before, after] = (["Old", "New"] as const).map((version) => inside(exported(version, name), path));
  const place = `${name}${keyOf(path)}`;
  const assertion = accepts(code`Keys<${after ?? before ?? code`never`}>`, code`Keys<${before ?? code`never`}>`);
  const message = `${named(place)} has fewer members.`;
  const base = { name, place, whole: true, direction, refs, newValue: false };
  return { ...base, assertion, question: "keys", bump: "major", kind: "members-removed", message };
}

/** People write literals, and for those the compiler is stricter than for other values. */
function literals({ name, direction }: Subject, { path, refs }: Entry): Probe[] {
  const place = `${name}${keyOf(path)}`;
  const value: Code = code`some<Exclude<${inside(exported("Old", name), path)}, undefined>>()`;
  const taken = (version: Version): Code => {
    const parent = inside(exported(version, name), path.slice(0, -1));
    return code`take<Partial<Present<${parent}>>>({ ${key(lastOf(path))}: ${value} })`;
  };
  const message = `A literal with ${named(place)} no longer compiles.`;
  const base = { name, place, whole: false, direction, refs, kind: "literal-refused", message, newValue: false };
  return [
    { ...base, assertion: taken("New"), question: "literal", bump: "major" },
    { ...base, assertion: taken("Old"), question: "control", bump: "patch" },
  ];
}

function additions(name: string, direction: Direction, { path, refs, inUnion }: Entry): Probe[] {
  const place = `${name}${keyOf(path)}`;
  const base = { name, place, whole: false, direction, refs: none, newValue: false };
  const parent = inside(exported("Old", name), path.slice(0, -1));
  const probes: Probe[] = [
    {
      ...base,
      assertion: accepts(code`Keys<${parent}>`, string(lastOf(path))),
      question: "added",
      bump: "minor",
      kind: "member-added",
      message: `${named(place)} is new in the types.`,
    },
  ];
  if (direction === "request" && !inUnion) {
    probes.push({
      ...base,
      refs,
      assertion: accepts(inside(exported("New", name), path), code`undefined`),
      question: "forward",
      bump: "major",
      kind: "member-required",
      message: `${named(place)} is new and must be given.`,
    });
  }
  return probes;
}

/** The property that holds the one at the end of a path. */
function ownerOf(path: readonly Step[]): readonly Step[] {
  const last = path.slice(0, -1).findLastIndex((step) => typeof step === "string");
  return path.slice(0, last + 1);
}

function lastOf(path: readonly Step[]): string {
  const last = path.at(-1);
  return typeof last === "string" ? last : "";
}
