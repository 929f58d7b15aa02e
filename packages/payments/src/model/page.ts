/** A part of a list. */
export interface Page<T> {
  readonly items: readonly T[];
  /** Opaque; give it back for the next page. Undefined on the last one. */
  readonly nextCursor?: string | undefined;
  /** Some providers don't say: then the page was full, and there may be more. */
  readonly hasMore: boolean | "unknown";
}

/** A list. Nothing is sent before it is read. */
export interface Listing<T> extends AsyncIterable<T> {
  /** One page; the first one without a cursor. */
  page(cursor?: string): Promise<Page<T>>;
  /** Page by page. */
  pages(): AsyncIterable<Page<T>>;
}
