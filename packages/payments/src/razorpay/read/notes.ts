import { texts } from "../../gateway/reading.ts";

/** The note that holds the merchant's own reference: orders, payments and links have no other field of their own for it. */
export const REFERENCE = "reference";
/** The note that holds why a refund was made. */
export const REASON = "reason";

/** Notes without the one that the model has a field for; undefined when none is left. `[]` and null are none at all. */
export function readNotes(
  notes: object | null | undefined,
  own: typeof REFERENCE | typeof REASON,
): { readonly own: string | undefined; readonly metadata: Readonly<Record<string, string>> | undefined } {
  const { [own]: value, ...metadata } = texts(notes) ?? {};
  return { own: value, metadata: Object.keys(metadata).length === 0 ? undefined : metadata };
}
