import {
  listRefunds as listServerRefunds,
  retrieveRefund as retrieveServerRefund,
  updateRefund as updateServerRefund,
} from "@specie/hyperswitch/operations";
import { answered } from "../../gateway/answered.ts";
import { readCursor, writeCursor } from "../../gateway/cursor.ts";
import { given } from "../../gateway/given.ts";
import type { RefundFilter } from "../../gateway/inputs.ts";
import { listing } from "../../gateway/listing.ts";
import { idOf, type RefundRef } from "../../gateway/references.ts";
import type { CallSettings } from "../../gateway/settings.ts";
import { invalid } from "../../gateway/unsupported.ts";
import type { Listing } from "../../model/page.ts";
import { type Context, provider, reading, writing } from "../context.ts";
import type { HyperswitchRetrieveInput, HyperswitchUpdateRefundInput } from "../inputs.ts";
import { readRefund } from "../read/refund.ts";
import type { HyperswitchRefund } from "../types.ts";

export async function retrieveRefund(
  { server }: Context,
  ref: RefundRef,
  { sync }: HyperswitchRetrieveInput = {},
  settings?: CallSettings,
): Promise<HyperswitchRefund> {
  const id = idOf(ref, provider, "retrieveRefund");
  const call = retrieveServerRefund(server, id, sync ? { force_sync: true } : undefined, settings);
  const answer = await answered(call, reading("retrieveRefund"));
  return readRefund(answer.data, answer);
}

export function listRefunds(
  { server }: Context,
  filter: RefundFilter = {},
  settings?: CallSettings,
): Listing<HyperswitchRefund> {
  const operation = "listRefunds";
  return listing(async (cursor) => {
    const offset = cursor === undefined ? 0 : readCursor(cursor, provider, "refund");
    if (typeof offset !== "number") throw invalid(provider, operation, "the cursor is not of this list", "cursor");
    const body = given({
      limit: filter.limit ?? 100,
      offset,
      payment_id: filter.payment === undefined ? undefined : idOf(filter.payment, provider, operation),
      start_time: filter.from?.toISOString() ?? (filter.to && new Date(0).toISOString()),
      end_time: filter.to?.toISOString(),
    });
    const { data } = await answered(listServerRefunds(server, body, settings), reading(operation));
    const items = (data.data ?? []).map((refund) => readRefund(refund));
    const next = offset + items.length;
    return items.length > 0 && next < data.total_count
      ? { items, nextCursor: writeCursor(provider, "refund", next), hasMore: true }
      : { items, hasMore: false };
  });
}

export async function updateRefund(
  context: Context,
  ref: RefundRef,
  { reason, metadata }: HyperswitchUpdateRefundInput,
  settings?: CallSettings,
): Promise<HyperswitchRefund> {
  const id = idOf(ref, provider, "updateRefund");
  const answer = await answered(
    updateServerRefund(context.server, id, given({ reason, metadata }), settings),
    writing(context, "updateRefund", () => ({ id })),
  );
  return readRefund(answer.data, answer);
}
