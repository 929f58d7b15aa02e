import type { Alternative } from "./alternative.ts";
import type { Context, Draft, Ledger } from "./ledger.ts";

/** Compares types, null and formats in one place. */
export function compareTypes(
  ledger: Ledger,
  ours: Alternative | undefined,
  theirs: Alternative,
  at: readonly string[],
  context: Context,
): void {
  const drafts = [...typeDraft(ours, theirs), ...nullDraft(ours, theirs, context), ...formatDraft(ours, theirs)];
  for (const draft of drafts) for (const place of at) ledger.find({ ...draft, place }, context);
}

type Found = readonly Omit<Draft, "place">[];

function typeDraft(ours: Alternative | undefined, theirs: Alternative): Found {
  const [our, their] = [typeText(ours), typeText(theirs)];
  return our === their ? [] : [{ kind: "type", ours: our, theirs: their, contradiction: theirs.types !== undefined }];
}

function nullDraft(ours: Alternative | undefined, theirs: Alternative, { asText }: Context): Found {
  if (ours?.types === undefined || theirs.types === undefined || ours.nullable === theirs.nullable) return [];
  return [{ kind: "nullable", ours: nullText(ours), theirs: nullText(theirs), contradiction: asText !== true }];
}

function formatDraft(ours: Alternative | undefined, theirs: Alternative): Found {
  const [our, their] = [formatText(ours), formatText(theirs)];
  if (our === their || typeText(ours) !== typeText(theirs)) return [];
  return [{ kind: "format", ours: our, theirs: their, contradiction: false }];
}

/** `integer | string`; what is an integer or any number is a number. No alternative: nothing fits. */
export function typeText(alternative: Alternative | undefined): string {
  if (alternative === undefined) return "nothing";
  const { types, nullable } = alternative;
  if (types === undefined) return "anything";
  const named = [...types].filter((type) => type !== "integer" || !types.has("number"));
  if (named.length === 0) return nullable ? "null" : "nothing";
  return named.sort().join(" | ");
}

function nullText({ nullable }: Alternative): string {
  return nullable ? "may be null" : "never null";
}

function formatText(alternative: Alternative | undefined): string {
  return alternative === undefined || alternative.formats.size === 0
    ? "no format"
    : [...alternative.formats].sort().join(" | ");
}
