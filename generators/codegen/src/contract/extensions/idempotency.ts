import type { Idempotency, Json } from "../contract.ts";
import { isList, member, textMember } from "../json.ts";

/** The header that a document names for its idempotent operations. A flag alone, without a header, promises nothing. */
export function foreignIdempotency(document: Json, operation: Json): Idempotency | undefined {
  if (member(operation, "x-fern-idempotent") !== true) return undefined;
  const headers = member(document, "x-fern-idempotency-headers");
  const header = textMember(isList(headers) ? headers[0] : undefined, "header");
  return header !== undefined && /^[A-Za-z0-9-]{1,60}$/.test(header) ? { header } : undefined;
}
