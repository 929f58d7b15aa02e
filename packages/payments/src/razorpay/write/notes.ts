import { invalid } from "../../gateway/unsupported.ts";
import { PROVIDER } from "../context.ts";
import type { REASON, REFERENCE } from "../read/notes.ts";

const MOST = 15;
const LONGEST = 256;

/**
 * Notes for a body: the metadata, and what the model has a field for under its own name. Undefined when there is
 * nothing to note. Throws `invalid_request` for more than Razorpay keeps.
 */
export function writeNotes(
  operation: string,
  metadata: Readonly<Record<string, string>> | undefined,
  name: typeof REFERENCE | typeof REASON,
  value: string | undefined,
): Record<string, string> | undefined {
  if (value !== undefined && metadata?.[name] !== undefined && metadata[name] !== value) {
    throw invalid(PROVIDER, operation, `metadata.${name} contradicts ${name}: leave it out`, `metadata.${name}`);
  }
  const notes = value === undefined ? { ...metadata } : { ...metadata, [name]: value };
  const entries = Object.entries(notes);
  if (entries.length > MOST) {
    throw invalid(PROVIDER, operation, `at most ${MOST} notes fit, the ${name} included`, "metadata");
  }
  for (const [note, text] of entries) {
    if (typeof text !== "string" || text.length > LONGEST) {
      throw invalid(PROVIDER, operation, `a note is a text of at most ${LONGEST} characters`, `metadata.${note}`);
    }
  }
  return entries.length === 0 ? undefined : notes;
}
