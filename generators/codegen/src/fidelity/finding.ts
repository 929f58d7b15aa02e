/** `request`: written by the caller; `response`: read. */
export type Direction = "request" | "response";

/** What a difference is about; the same names are used in differences.yaml. */
export const kinds = ["missing", "extra", "type", "enum", "required", "nullable", "parameter", "operation"] as const;
export type Kind = (typeof kinds)[number];

/** One disagreement of the two documents, once for each place. */
export interface Finding {
  readonly kind: Kind | "format";
  /** `Order.amount`, `Currency=USD`, `GET /orders query.limit`. */
  readonly place: string;
  readonly ours: string;
  readonly theirs: string;
  /** Something that is merely worth knowing needs no reason in differences.yaml. */
  readonly contradiction: boolean;
  readonly directions: readonly Direction[];
  /** Where it was met: operations and their parts. */
  readonly seen: readonly string[];
}

export const categories = [
  "operations",
  "parameters",
  "requestProperties",
  "responseProperties",
  "enumMembers",
] as const;
export type Category = (typeof categories)[number];
