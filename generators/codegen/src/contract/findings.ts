import type { Finding } from "./contract.ts";
import { linesOf } from "./positions.ts";
import type { Place, Source } from "./source.ts";

/** A finding before its line is known. */
interface Draft {
  readonly rule: string;
  readonly message: string;
  readonly repairable: boolean;
  readonly place: Place;
}

/** Collects what is found in documents. Lines are looked up once, at the end: most documents have nothing to report. */
export interface Findings {
  /** Something that was mended, or left out, in a way that is sound. */
  repaired(rule: string, place: Place, message: string): void;
  /** Something that cannot be mended. */
  error(rule: string, place: Place, message: string): void;
  hasErrors(): boolean;
  /** Takes over what another collection holds. */
  adopt(other: Findings): void;
  readonly drafts: readonly Draft[];
  /** In strict mode repairs are errors too. */
  finish(strict: boolean): Finding[];
}

/** More than this many findings of one rule say nothing new. */
const perRule = 200;

export function createFindings(): Findings {
  const drafts: Draft[] = [];
  const counts = new Map<string, number>();
  let errors = false;
  function add(repairable: boolean, rule: string, place: Place, message: string): void {
    if (!repairable) errors = true;
    const count = (counts.get(rule) ?? 0) + 1;
    counts.set(rule, count);
    if (count <= perRule) drafts.push({ rule, message, repairable, place });
  }
  return {
    repaired: (rule, place, message) => add(true, rule, place, message),
    error: (rule, place, message) => add(false, rule, place, message),
    hasErrors: () => errors,
    drafts,
    adopt(other) {
      for (const draft of other.drafts) add(draft.repairable, draft.rule, draft.place, draft.message);
    },
    finish(strict) {
      const pointers = new Map<Source, Set<string>>();
      for (const { place } of drafts) {
        const wanted = pointers.get(place.source);
        if (wanted === undefined) pointers.set(place.source, new Set([place.pointer]));
        else wanted.add(place.pointer);
      }
      const lines = new Map([...pointers].map(([source, wanted]) => [source, linesOf(source, [...wanted])]));
      return drafts.map(({ rule, message, repairable, place }) => ({
        rule,
        severity: repairable && !strict ? "repaired" : "error",
        message,
        file: place.source.label,
        line: lines.get(place.source)?.get(place.pointer),
      }));
    },
  };
}
