import type { Comparing } from "./compare-schema.ts";
import type { Context } from "./ledger.ts";
import type { Matched } from "./matching.ts";
import type { DocumentedOperation, Media } from "./operations.ts";
import { type Slot, slotOf } from "./slot.ts";

type Reach = (slot: Slot, direction: Context["direction"]) => void;

/** Compares the request body and the answers of one operation. */
export function compareBodies(comparing: Comparing, reach: Reach, { ours, theirs }: Matched): void {
  compareRequest(comparing, reach, ours, theirs);
  for (const [status, media] of theirs.responses) {
    const context: Context = { direction: "response", seen: `${theirs.title} ${status}` };
    for (const { schema } of media) reach(slotOf(schema), "response");
    const answers = answersFor(status, ours, theirs);
    if (answers.length === 0) {
      const said = { ours: "absent", theirs: "declared", contradiction: true };
      comparing.ledger.find({ kind: "missing", place: context.seen, ...said }, context);
    }
    for (const answer of answers) compareMedia(comparing, answer, media, context);
  }
  for (const status of ours.responses.keys()) {
    if (theirs.responses.has(status)) continue;
    const context: Context = { direction: "response", seen: `${theirs.title} ${status}` };
    const said = { ours: "declared", theirs: "absent", contradiction: false };
    comparing.ledger.find({ kind: "extra", place: context.seen, ...said }, context);
  }
}

function compareRequest(
  comparing: Comparing,
  reach: Reach,
  { body: ours }: DocumentedOperation,
  { title, body: theirs }: DocumentedOperation,
): void {
  const context: Context = { direction: "request", seen: `${title} request` };
  const said = (body: DocumentedOperation["body"]): string =>
    body === undefined ? "no body" : `${body.required ? "required" : "optional"} body`;
  const both = { place: context.seen, ours: said(ours), theirs: said(theirs) };
  if (theirs === undefined) {
    if (ours !== undefined) comparing.ledger.find({ kind: "extra", ...both, contradiction: ours.required }, context);
    return;
  }
  for (const { schema } of theirs.media) reach(slotOf(schema), "request");
  if (ours === undefined) comparing.ledger.find({ kind: "missing", ...both, contradiction: true }, context);
  else {
    if (ours.required !== theirs.required)
      comparing.ledger.find({ kind: "required", ...both, contradiction: true }, context);
    compareMedia(comparing, ours.media, theirs.media, context);
  }
}

/** Our answers for a status of theirs: the same one, the range it is in, or those that a range or default of theirs covers. */
function answersFor(
  status: string,
  ours: DocumentedOperation,
  theirs: DocumentedOperation,
): readonly (readonly Media[])[] {
  const range = `${status[0]}XX`;
  const same = ours.responses.get(status) ?? ours.responses.get(status.toUpperCase());
  if (same !== undefined) return [same];
  const isDefault = status === "default";
  if (isDefault || status.toUpperCase() === range) {
    const covered = [...ours.responses].filter(
      ([own]) => !theirs.responses.has(own) && (isDefault || own.startsWith(range.slice(0, 1))),
    );
    if (covered.length > 0) return covered.map(([, media]) => media);
  }
  const general = ours.responses.get(range) ?? ours.responses.get("default");
  return general === undefined ? [] : [general];
}

function compareMedia(
  { ledger, schemas }: Comparing,
  ours: readonly Media[],
  theirs: readonly Media[],
  context: Context,
): void {
  const [first] = ours;
  if (theirs.length === 0) {
    if (first !== undefined)
      ledger.find(
        { kind: "extra", place: context.seen, ours: first.type, theirs: "no content", contradiction: false },
        context,
      );
    return;
  }
  const types = { ours: listed(ours), theirs: listed(theirs) };
  if (first === undefined) {
    ledger.find(
      { kind: "missing", place: context.seen, ours: "no content", theirs: types.theirs, contradiction: true },
      context,
    );
    return;
  }
  const same = theirs.map((media) => [media, ours.find((own) => essence(own.type) === essence(media.type))] as const);
  if (same.every(([, own]) => own === undefined)) {
    ledger.find({ kind: "type", place: context.seen, ...types, contradiction: true }, context);
  }
  // Where they offer more media types than we have, the content is still the same.
  for (const [media, own] of same) schemas(slotOf((own ?? first).schema), slotOf(media.schema), context);
}

/** Every kind of JSON is JSON here: `application/hal+json;charset=utf-8`. */
function essence(type: string): string {
  const bare = (type.split(";")[0] ?? "").trim().toLowerCase();
  return /[/+]json$/.test(bare) || bare === "*/*" ? "application/json" : bare;
}

function listed(media: readonly Media[]): string {
  return [...new Set(media.map(({ type }) => type))].join(", ");
}
