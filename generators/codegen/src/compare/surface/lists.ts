import { string } from "../../emit/printer.ts";
import { code as named } from "../wire/words.ts";
import { type Declarations, knownLists } from "./declarations.ts";
import { accepts, exported, type Probe } from "./probe.ts";

/** The questions about the lists of known values: an open enum accepts every text, its list doesn't. */
export function listProbes(older: Declarations, newer: Declarations): Probe[] {
  const after = knownLists(newer);
  const probes: Probe[] = [];
  for (const [list, before] of knownLists(older)) {
    const type = `K${list.slice(1)}`;
    const members = after.get(list);
    if (members === undefined) continue;
    const base = { name: type, place: type, whole: false, direction: undefined, refs: new Set<string>() };
    for (const value of before) {
      if (members.includes(value)) continue;
      const message = `${named(value)} is gone from ${named(list)}.`;
      const assertion = accepts(exported("New", type), string(value));
      probes.push({
        ...base,
        assertion,
        question: "present",
        bump: "major",
        kind: "known-value-removed",
        message,
        newValue: false,
      });
    }
    for (const value of members) {
      if (before.includes(value)) continue;
      const message = `${named(list)} has the new value ${named(value)}.`;
      const assertion = accepts(exported("Old", type), string(value));
      probes.push({
        ...base,
        assertion,
        question: "added",
        bump: "minor",
        kind: "known-value-added",
        message,
        newValue: true,
      });
    }
  }
  return probes;
}
