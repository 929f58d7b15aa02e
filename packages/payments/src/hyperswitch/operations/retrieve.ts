import { listPayments, retrievePayment } from "@specie/hyperswitch/operations";
import { answered } from "../../gateway/answered.ts";
import { readCursor, writeCursor } from "../../gateway/cursor.ts";
import { given } from "../../gateway/given.ts";
import { listing } from "../../gateway/listing.ts";
import { idOf, type PaymentRef } from "../../gateway/references.ts";
import type { CallSettings } from "../../gateway/settings.ts";
import { invalid } from "../../gateway/unsupported.ts";
import type { Listing } from "../../model/page.ts";
import { type Context, provider, reading } from "../context.ts";
import type { HyperswitchListFilter, HyperswitchRetrieveInput } from "../inputs.ts";
import { readPayment } from "../read/payment.ts";
import type { HyperswitchBody, HyperswitchPayment } from "../types.ts";

export async function retrieve(
  { server }: Context,
  ref: PaymentRef,
  { sync }: HyperswitchRetrieveInput = {},
  settings?: CallSettings,
  operation = "retrieve",
): Promise<HyperswitchPayment> {
  const query = sync ? { force_sync: true, expand_captures: true } : { expand_captures: true };
  const call = retrievePayment(server, idOf(ref, provider, operation), query, settings);
  const answer = await answered(call, reading(operation));
  return readPayment(answer.data, answer);
}

/** Full payments. The server does not say whether more follow: a full page may be the last. */
export function list(
  { server }: Context,
  filter: HyperswitchListFilter = {},
  settings?: CallSettings,
): Listing<HyperswitchPayment> {
  const limit = filter.limit ?? 100;
  return listing(async (cursor) => {
    const after = cursor === undefined ? undefined : readCursor(cursor, provider, "payment");
    if (cursor !== undefined && typeof after !== "string")
      throw invalid(provider, "list", "the cursor is not of this list", "cursor");
    const query = given({
      limit,
      customer_id: filter.customerId,
      "created.gte": filter.from?.toISOString(),
      "created.lte": filter.to?.toISOString(),
      starting_after: typeof after === "string" ? after : undefined,
    });
    const { data } = await answered(listPayments(server, query, settings), reading("list"));
    // Older servers answer with the bare list.
    const found: readonly HyperswitchBody[] = Array.isArray(data) ? data : (data.data ?? []);
    const last = found.at(-1);
    if (last === undefined || found.length < limit)
      return { items: found.map((one) => readPayment(one)), hasMore: false };
    const nextCursor = writeCursor(provider, "payment", last.payment_id);
    return { items: found.map((one) => readPayment(one)), nextCursor, hasMore: "unknown" };
  });
}
