import type { Listing, Page } from "../model/page.ts";

/** A list that is read page by page, by whoever reads it. */
export function listing<T>(page: (cursor: string | undefined) => Promise<Page<T>>): Listing<T> {
  async function* pages(): AsyncGenerator<Page<T>, void, undefined> {
    let cursor: string | undefined;
    do {
      const current: Page<T> = await page(cursor);
      yield current;
      cursor = current.nextCursor;
    } while (cursor !== undefined);
  }
  async function* items(): AsyncGenerator<T, void, undefined> {
    for await (const { items: some } of pages()) yield* some;
  }
  return { page, pages, [Symbol.asyncIterator]: items };
}
