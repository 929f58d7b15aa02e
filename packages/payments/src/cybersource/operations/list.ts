import { createSearch } from "@specie/cybersource/operations";
import { answered } from "../../gateway/answered.ts";
import { readCursor, writeCursor } from "../../gateway/cursor.ts";
import { listing } from "../../gateway/listing.ts";
import type { CallSettings } from "../../gateway/settings.ts";
import { invalid } from "../../gateway/unsupported.ts";
import type { Listing, Page } from "../../model/page.ts";
import { type Context, provider, reading } from "../context.ts";
import type { CybersourceListFilter, CybersourceRefundFilter } from "../inputs.ts";
import type { CybersourcePayment, CybersourceRefund, SummaryBody } from "../read/bodies.ts";
import { readStoredRefund } from "../read/refund.ts";
import { isPaymentSummary, readSummary } from "../read/summary.ts";
import { kindOf } from "../read/transaction.ts";
import { pageSize, writeQuery } from "../write/query.ts";
import { retrieveStored } from "./retrieve.ts";

/** Payments, newest first: the transactions that began one. */
export function list(
  context: Context,
  filter: CybersourceListFilter = {},
  settings?: CallSettings,
): Listing<CybersourcePayment> {
  return listing(async (cursor) => {
    const { items, ...page } = await search(context, filter, cursor, "list", settings);
    return { ...page, items: items.filter(isPaymentSummary).map(readSummary) };
  });
}

/** Refunds and credits: of one payment, or all. */
export function listRefunds(
  context: Context,
  filter: CybersourceRefundFilter = {},
  settings?: CallSettings,
): Listing<CybersourceRefund> {
  const operation = "listRefunds";
  return listing(async (cursor) => {
    if (filter.payment !== undefined) {
      const { refunds } = await retrieveStored(context, filter.payment, true, settings, operation);
      return { items: refunds, hasMore: false };
    }
    const { items, ...page } = await search(context, filter, cursor, operation, settings);
    const refunds = items.filter((each) => kindOf(each) === "refund");
    return { ...page, items: refunds.map((data) => readStoredRefund({ data })) };
  });
}

const kind = "offset";

/** A page of transactions of all kinds. */
async function search(
  context: Context,
  filter: CybersourceListFilter,
  cursor: string | undefined,
  operation: string,
  settings: CallSettings | undefined,
): Promise<Page<SummaryBody>> {
  const limit = pageSize(filter, operation);
  const offset = cursor === undefined ? 0 : readCursor(cursor, provider, kind);
  if (typeof offset !== "number") throw invalid(provider, operation, "cursor: not one of this list", "cursor");
  const query = writeQuery(filter, context.clock(), operation);
  const body = { save: false, query, offset, limit, sort: "submitTimeUtc:desc" };
  const { data } = await answered(createSearch(context.client, body, settings), reading(operation));
  const items = data._embedded?.transactionSummaries ?? [];
  const next = offset + items.length;
  const { totalCount } = data;
  const hasMore = items.length > 0 && (totalCount === undefined ? items.length >= limit : next < totalCount);
  return hasMore ? { items, hasMore, nextCursor: writeCursor(provider, kind, next) } : { items, hasMore };
}
