import type { Scene } from "../shop/run.ts";

/** A change of one text in one source file. */
export interface Edit {
  /** From `packages/`: `payments/src/gateway/answered.ts`. */
  readonly file: string;
  /** Must be there exactly once. */
  readonly find: string;
  readonly replace: string;
}

/** A safety rule, and how the code looks without it. */
export interface Rule {
  readonly name: string;
  /** What goes wrong without it, for people. */
  readonly broken: string;
  readonly edits: readonly Edit[];
  /** Where it shows, and as what. */
  readonly scene: Scene;
  readonly shows: RegExp;
  /** Where it shows early, to save time; any seed shows it. */
  readonly seed?: string;
}
