import type { Change } from "../change.ts";
import type { Probe } from "./probe.ts";

/** Of all that the compiler refused, what is the cause and not the consequence. */
export function changesOf(answers: readonly Probe[]): Change[] {
  const refused = answers.filter((probe) => probe.question !== "control" && !neverCompiled(probe, answers));
  const kept = refused.filter((probe) => !isExplained(probe, refused));
  const wasMajor = refused.some(({ bump }) => bump === "major");
  // Types that are made of each other can explain each other: then all of them are shown.
  const causes = wasMajor && !kept.some(({ bump }) => bump === "major") ? refused : kept;
  const changes = new Map<string, Change>();
  for (const { bump, kind, message, place, direction, newValue } of causes) {
    const change = {
      bump,
      kind,
      message,
      place,
      pointer: undefined,
      document: "new",
      direction,
      operations: [],
      newValue,
    } as const;
    changes.set(`${bump} ${message}`, change);
  }
  return [...changes.values()];
}

function neverCompiled({ question, place, direction }: Probe, answers: readonly Probe[]): boolean {
  if (question !== "literal") return false;
  return answers.some(
    (other) => other.question === "control" && other.place === place && other.direction === direction,
  );
}

/** Questions whose "no" breaks programs, and the others. */
function breaks({ bump }: Probe): boolean {
  return bump === "major";
}

function isExplained(probe: Probe, refused: readonly Probe[]): boolean {
  return refused.some((other) => other !== probe && explains(other, probe));
}

function explains(cause: Probe, effect: Probe): boolean {
  if (breaks(effect) && !breaks(cause)) return false;
  const sameWay = cause.direction === undefined || cause.direction === effect.direction;
  if (effect.refs.has(cause.name) && cause.name !== effect.name && sameWay && breaks(cause) === breaks(effect)) {
    return true;
  }
  if (cause.name !== effect.name || cause.direction !== effect.direction) return false;
  if (cause.place === effect.place) return rank(cause) < rank(effect);
  if (cause.question === "added" && effect.question === "reverse") return cause.place.startsWith(`${effect.place}`);
  // What is gone takes everything inside along; otherwise the innermost place is the cause.
  if (cause.question === "present" && isInside(effect.place, cause.place)) return true;
  return isInside(cause.place, effect.place) && breaks(cause) === breaks(effect) && effect.question !== "present";
}

function isInside(inner: string, outer: string): boolean {
  return inner !== outer && inner.startsWith(outer) && /^[.[ ]/.test(inner.slice(outer.length));
}

/** Of several answers about one place, the one that says most. */
function rank({ question, kind }: Probe): number {
  if (kind === "member-required") return 0;
  return { present: 1, added: 2, forward: 3, literal: 4, control: 4, keys: 5, reverse: 6 }[question];
}
