/** A document of the corpus. */
export interface Document {
  /** `stripe.com`, `adyen.com/CheckoutService`. */
  readonly id: string;
  readonly file: string;
}

/** What went wrong with a document, and at which step. */
export type Failure =
  /** The generator says that the document cannot become a client, and why. */
  | { readonly class: "refused"; readonly rules: readonly string[]; readonly detail: string }
  /** Ours: see `detail`. */
  | {
      readonly class:
        | "crash"
        | "stack trace"
        | "hang"
        | "killed"
        | "partial output"
        | "types 5.9"
        | "types 7"
        | "import"
        | "call";
      readonly detail: string;
    };

/** What became of a document. */
export interface Outcome {
  readonly id: string;
  readonly failures: readonly Failure[];
  /** Undefined when there is no package. */
  readonly package: Package | undefined;
  readonly milliseconds: number;
}

export interface Package {
  readonly folder: string;
  /** Bytes of TypeScript. */
  readonly size: number;
  readonly operations: number;
  /** How often each rule repaired something. */
  readonly repairs: Readonly<Record<string, number>>;
}
