import { readCursor, writeCursor } from "../../gateway/cursor.ts";
import { given } from "../../gateway/given.ts";
import type { ListFilter } from "../../gateway/inputs.ts";
import { invalid } from "../../gateway/unsupported.ts";
import type { Page } from "../../model/page.ts";
import { PROVIDER } from "../context.ts";

const DEFAULT_LIMIT = 10;
const MOST = 100;

/** The query of one page of a list. */
export interface PageQuery {
  readonly count: number;
  readonly skip: number;
  readonly from?: number;
  readonly to?: number;
}

/** Which part of a list to ask for. Throws `invalid_request` for a cursor of another list, and for a limit over 100. */
export function writePage(filter: ListFilter, cursor: string | undefined, operation: string): PageQuery {
  const { limit: count = DEFAULT_LIMIT, from, to } = filter;
  if (!Number.isInteger(count) || count < 1 || count > MOST) {
    throw invalid(PROVIDER, operation, `limit is a whole number from 1 to ${MOST}`, "limit");
  }
  const skip = cursor === undefined ? 0 : readCursor(cursor, PROVIDER, operation);
  if (typeof skip !== "number" || !Number.isSafeInteger(skip) || skip < 0) {
    throw invalid(PROVIDER, operation, "the cursor is not one of this list", "cursor");
  }
  return given({ count, skip, from: seconds(from, operation), to: seconds(to, operation) });
}

/** A page, with the cursor of the next one: there are no totals, so a full page may be followed by an empty one. */
export function readPage<B, T>(
  items: readonly B[] | undefined,
  { count, skip }: PageQuery,
  operation: string,
  read: (item: B) => T,
): Page<T> {
  const page = (items ?? []).map((item) => read(item));
  if (page.length < count) return { items: page, hasMore: false };
  return { items: page, nextCursor: writeCursor(PROVIDER, operation, skip + page.length), hasMore: "unknown" };
}

function seconds(date: Date | undefined, operation: string): number | undefined {
  if (date === undefined) return undefined;
  const value = Math.floor(date.getTime() / 1000);
  if (Number.isNaN(value)) throw invalid(PROVIDER, operation, "from and to are dates", "from");
  return value;
}
