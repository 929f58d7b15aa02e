import type { Notes } from "./generated/schemas.ts";

/**
 * The notes of anything that Razorpay answers, always as an object: on the wire none at all are `[]` or null.
 *
 * @example
 * const { order } = notesOf(payment); // string | undefined
 */
export function notesOf(entity: { readonly notes?: Notes | null | undefined }): Readonly<Record<string, string>> {
  const { notes } = entity;
  return isRecord(notes) ? notes : {};
}

function isRecord(notes: Notes | null | undefined): notes is Record<string, string> {
  return typeof notes === "object" && notes !== null && !Array.isArray(notes);
}
