import { listDisputes, retrieveDispute } from "@specie/hyperswitch/operations";
import { answered } from "../../gateway/answered.ts";
import { given } from "../../gateway/given.ts";
import { listing } from "../../gateway/listing.ts";
import { type Context, reading } from "../context.ts";
import { readDispute } from "../read/dispute.ts";
import type { HyperswitchDisputes } from "../types.ts";

export function disputes({ server }: Context): HyperswitchDisputes {
  return {
    retrieve: async (id, settings) => {
      const answer = await answered(retrieveDispute(server, id, undefined, settings), reading("disputes.retrieve"));
      return readDispute(answer.data, answer);
    },
    // The server has no place to go on from: one page is all.
    list: (filter = {}, settings) =>
      listing(async () => {
        const query = given({
          limit: filter.limit,
          "received_time.gte": filter.from?.toISOString(),
          "received_time.lte": filter.to?.toISOString(),
        });
        const { data } = await answered(listDisputes(server, query, settings), reading("disputes.list"));
        const hasMore = filter.limit === undefined ? "unknown" : data.length < filter.limit ? false : "unknown";
        return { items: data.map((dispute) => readDispute(dispute)), hasMore };
      }),
  };
}
