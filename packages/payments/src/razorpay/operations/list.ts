import { listPayments } from "@specie/razorpay/operations";
import { answered } from "../../gateway/answered.ts";
import type { ListFilter } from "../../gateway/inputs.ts";
import { listing } from "../../gateway/listing.ts";
import type { CallSettings } from "../../gateway/settings.ts";
import type { Listing } from "../../model/page.ts";
import { type Context, reading } from "../context.ts";
import { readPayment } from "../read/payment.ts";
import type { RazorpayPayment } from "../types.ts";
import { readPage, writePage } from "../write/page.ts";

const OPERATION = "list";

/** All payments, newest first, with their cards. */
export function list({ client }: Context, filter: ListFilter = {}, settings?: CallSettings): Listing<RazorpayPayment> {
  return listing(async (cursor) => {
    const query = writePage(filter, cursor, OPERATION);
    const call = listPayments(client, { ...query, "expand[]": ["card"] }, settings);
    const { data } = await answered(call, reading(OPERATION));
    return readPage(data.items, query, OPERATION, (payment): RazorpayPayment => readPayment(payment));
  });
}
