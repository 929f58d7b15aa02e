import type { Alternative, Members } from "./alternative.ts";
import type { Context, Ledger } from "./ledger.ts";
import { memberPlace } from "./located.ts";

type Places = readonly string[];

/** Compares enumerations member by member; a list against no list is one finding at the place that uses it. */
export function compareEnums(
  ledger: Ledger,
  ours: Alternative,
  theirs: Alternative,
  at: Places,
  context: Context,
): void {
  if (theirs.members !== undefined && ours.members !== undefined) {
    missingMembers(ledger, ours.members, theirs.members, context);
    extraMembers(ledger, ours.members, theirs.members, theirs.open, context);
  } else if (!sharesScalar(ours, theirs)) {
    // The types differ, which is said already.
    return;
  } else if (theirs.members !== undefined) {
    unlisted(ledger, theirs.members, at, context);
  } else if (ours.members !== undefined) {
    const said = { ours: count(ours.members, ours.open), theirs: "any value", contradiction: !ours.open };
    for (const place of at) ledger.find({ kind: "enum", place, ...said }, context);
  }
}

function unlisted(ledger: Ledger, members: Members, at: Places, context: Context): void {
  for (const place of at) {
    const said = { ours: "any value", theirs: count(members, false), contradiction: true };
    const finding = ledger.find({ kind: "enum", place, ...said }, context);
    for (const [member, homes] of members) {
      for (const home of homes) ledger.fail("enumMembers", memberPlace(home, member), finding);
    }
  }
}

/** Gives the number of members that ours lacks. */
export function missingMembers(ledger: Ledger, ours: Members, theirs: Members, context: Context): number {
  let missing = 0;
  for (const [member, homes] of theirs) {
    for (const place of homes.map((home) => memberPlace(home, member))) {
      if (ours.has(member)) {
        ledger.meet("enumMembers", place);
        continue;
      }
      missing += 1;
      const said = { ours: "not listed", theirs: "listed", contradiction: true };
      ledger.fail("enumMembers", place, ledger.find({ kind: "enum", place, ...said }, context));
    }
  }
  return missing;
}

function extraMembers(ledger: Ledger, ours: Members, theirs: Members, open: boolean, context: Context): void {
  const homes = new Set([...theirs.values()].flat());
  for (const member of ours.keys()) {
    if (theirs.has(member)) continue;
    for (const home of homes) {
      const said = { ours: "listed", theirs: "not listed", contradiction: !open };
      ledger.find({ kind: "enum", place: memberPlace(home, member), ...said }, context);
    }
  }
}

function sharesScalar(ours: Alternative, theirs: Alternative): boolean {
  return [...(ours.types ?? [])].some(
    (type) => type !== "object" && type !== "array" && theirs.types?.has(type) === true,
  );
}

function count({ size }: Members, open: boolean): string {
  return `${size} listed ${size === 1 ? "value" : "values"}${open ? " or any other" : ""}`;
}
