import { valueAt } from "./decode.ts";
import type { Outcome } from "./job.ts";
import type { Pagination } from "./operation.ts";
import { type Arguments, type List, listAt, type PagedCall, PendingPages } from "./pagination.ts";

/** Makes the call of a paged operation from its first request: an operation brings the way that its pages follow. */
export type Pager = <T, R, I>(outcome: Promise<Outcome>, list: List<T, R, I>) => PagedCall<T, R, I>;

/** The provider tells the next cursor, or the last item is it. */
export const byCursor: Pager = (outcome, list) => new PendingPages(outcome, list, nextCursor);
/** Pages until the total that the answer tells. */
export const byOffset: Pager = (outcome, list) => new PendingPages(outcome, list, nextOffset);
/** Pages until one is shorter than its limit: the provider tells no total. */
export const bySkip: Pager = (outcome, list) => new PendingPages(outcome, list, nextSkip);

/** Pages by their number, until `more` is not true, or without it until one is shorter than its limit. */
export const byPage: Pager = (outcome, list) => new PendingPages(outcome, list, nextPage);

function limitOf({ limit, size }: Pagination, given: Arguments): number {
  return Number((limit === undefined ? undefined : given[limit]) ?? size);
}

/** What to ask for next; undefined after the last page. */
function nextCursor(pagination: Pagination, page: unknown, given: Arguments): Arguments | undefined {
  const { next, last = "id", more, cursor = "cursor" } = pagination;
  const items = listAt(page, pagination.items);
  if (more !== undefined && valueAt(page, more) !== true) return undefined;
  // Without a word from the provider on what follows, a short page is the last.
  const short = more === undefined && items.length < limitOf(pagination, given);
  if (next === undefined && (items.length === 0 || short)) return undefined;
  const value = next === undefined ? valueAt(items.at(-1), last) : valueAt(page, next);
  return value === undefined || value === null || value === "" ? undefined : { [cursor]: value };
}

function nextOffset(pagination: Pagination, page: unknown, given: Arguments): Arguments | undefined {
  const { offset = "offset", total = "total" } = pagination;
  const count = listAt(page, pagination.items).length;
  const reached = Number(given[offset] ?? 0) + count;
  return count > 0 && reached < Number(valueAt(page, total)) ? { [offset]: reached } : undefined;
}

function nextSkip(pagination: Pagination, page: unknown, given: Arguments): Arguments | undefined {
  const { offset = "skip" } = pagination;
  const count = listAt(page, pagination.items).length;
  if (count === 0 || count < limitOf(pagination, given)) return undefined;
  return { [offset]: Number(given[offset] ?? 0) + count };
}

function nextPage(pagination: Pagination, page: unknown, given: Arguments): Arguments | undefined {
  const { page: name = "page", first = 1, more } = pagination;
  const count = listAt(page, pagination.items).length;
  const isLast = more === undefined ? count < limitOf(pagination, given) : valueAt(page, more) !== true;
  return count === 0 || isLast ? undefined : { [name]: Number(given[name] ?? first) + 1 };
}
