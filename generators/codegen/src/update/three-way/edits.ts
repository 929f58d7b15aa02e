import type { Json } from "../../contract/contract.ts";
import type { Direction } from "../../emit/schema.ts";

/** Where the provider changed a schema: in the document that we know, and in the new one. */
export interface EditPlace {
  readonly base: string;
  readonly next: string;
  readonly direction: Direction;
}

/** One step from the document that we know to the new one. */
export type SchemaEdit = EditPlace &
  (
    | {
        readonly kind: "property";
        readonly name: string;
        readonly before: Json | undefined;
        readonly after: Json | undefined;
      }
    | { readonly kind: "required"; readonly name: string; readonly on: boolean }
    | { readonly kind: "member"; readonly value: Json; readonly on: boolean }
    | { readonly kind: "nullable"; readonly on: boolean }
    | { readonly kind: "type"; readonly before: Json; readonly after: Json }
    | {
        readonly kind: "keyword";
        readonly keyword: string;
        readonly before: Json | undefined;
        readonly after: Json | undefined;
      }
    | {
        readonly kind: "flag";
        readonly keyword: string;
        readonly before: Json | undefined;
        readonly after: Json | undefined;
      }
    | {
        readonly kind: "branch";
        readonly keyword: string;
        readonly on: boolean;
        readonly branch: Json;
        readonly at: string;
      }
  );

/** What became of an edit. */
export interface Outcome {
  readonly result: /** Our contract says so now. */
    | "taken"
    /** It said so before. */
    | "known"
    /** Our contract says something else on purpose, and goes on doing so. */
    | "kept"
    /** For a person to decide. */
    | "open";
  /** A whole sentence. */
  readonly message: string;
  /** In the provider's document. */
  readonly pointer: string;
}
