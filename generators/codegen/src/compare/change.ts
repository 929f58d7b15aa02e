import type { Direction } from "../emit/schema.ts";

/** What a release has to be: `none` when nothing at all is different. */
export type Bump = "major" | "minor" | "patch" | "none";

/** One difference between two contracts, as one of the two judges sees it. */
export interface Change {
  readonly bump: Exclude<Bump, "none">;
  /** Kebab-case: `property-removed`. */
  readonly kind: string;
  /** A whole sentence, names in backticks. */
  readonly message: string;
  /** What is different, as people call it: `Order.status`, `orders.create: body.notes`. */
  readonly place: string;
  /** JSON pointer in the bundled document, `#/components/schemas/Order`; undefined where no single place is to blame. */
  readonly pointer: string | undefined;
  /** The document that the pointer is of: the old one for what is gone. */
  readonly document: "old" | "new";
  readonly direction: Direction | undefined;
  /** Methods and webhooks that it reaches: `orders.create`. */
  readonly operations: readonly string[];
  /** Something that answers may hold from now on, and programs should be ready for. */
  readonly newValue: boolean;
}

export interface Comparison {
  /** The larger of the two judgements. */
  readonly bump: Bump;
  /** What changed on the wire, by structure. */
  readonly wire: readonly Change[];
  /** What changed for programs, by the compiler's verdict. */
  readonly surface: readonly Change[];
}

const order: readonly Bump[] = ["none", "patch", "minor", "major"];

/** Is `bump` at least as large as `limit`? */
export function reaches(bump: Bump, limit: Bump): boolean {
  return order.indexOf(bump) >= order.indexOf(limit);
}

export function larger(a: Bump, b: Bump): Bump {
  return reaches(a, b) ? a : b;
}

export function bumpOf(changes: readonly Change[]): Bump {
  return changes.reduce<Bump>((bump, change) => larger(bump, change.bump), "none");
}
