import { fetchDispute, listDisputes } from "@specie/razorpay/operations";
import { answered } from "../../gateway/answered.ts";
import { listing } from "../../gateway/listing.ts";
import { type Context, reading } from "../context.ts";
import { factsOf } from "../read/answer-facts.ts";
import { readDispute } from "../read/dispute.ts";
import type { RazorpayDispute, RazorpayGateway } from "../types.ts";
import { readPage, writePage } from "../write/page.ts";

/** Disputes, to read. */
export function disputes({ client }: Context): RazorpayGateway["disputes"] {
  return {
    async retrieve(id, settings) {
      const answer = await answered(fetchDispute(client, id, undefined, settings), reading("disputes.retrieve"));
      return readDispute(answer.data, factsOf(answer));
    },
    list: (filter = {}, settings) =>
      listing(async (cursor) => {
        const operation = "disputes.list";
        const query = writePage(filter, cursor, operation);
        const { data } = await answered(listDisputes(client, query, settings), reading(operation));
        return readPage(data.items, query, operation, (each): RazorpayDispute => readDispute(each));
      }),
  };
}
