import type { RetrieveCustomerResponse } from "@specie/hyperswitch";
import {
  createCustomer,
  deleteCustomer,
  listCustomers,
  retrieveCustomer,
  updateCustomer,
} from "@specie/hyperswitch/operations";
import { answered } from "../../gateway/answered.ts";
import { compact } from "../../gateway/compact.ts";
import { readCursor, writeCursor } from "../../gateway/cursor.ts";
import { given } from "../../gateway/given.ts";
import type { CustomerInput } from "../../gateway/inputs.ts";
import { listing } from "../../gateway/listing.ts";
import { joinPhone } from "../../gateway/phone.ts";
import { text, texts, time } from "../../gateway/reading.ts";
import { invalid } from "../../gateway/unsupported.ts";
import { type Context, provider, reading, writing } from "../context.ts";
import type { HyperswitchCustomer, HyperswitchCustomers } from "../types.ts";
import { phoneParts } from "../write/address.ts";

export function customers(context: Context): HyperswitchCustomers {
  const nothing = (): object => ({});
  return {
    create: async (input, settings) => {
      const body = given({ ...write(input), customer_id: input.id });
      const call = createCustomer(context.server, body, settings);
      return read((await answered(call, writing(context, "customers.create", nothing))).data);
    },
    retrieve: async (id, settings) => {
      return read((await answered(retrieveCustomer(context.server, id, settings), reading("customers.retrieve"))).data);
    },
    update: async (id, input, settings) => {
      const call = updateCustomer(context.server, id, write(input), settings);
      return read(
        (
          await answered(
            call,
            writing(context, "customers.update", () => ({ id })),
          )
        ).data,
      );
    },
    remove: async (id, settings) => {
      await answered(
        deleteCustomer(context.server, id, settings),
        writing(context, "customers.remove", () => ({ id })),
      );
    },
    list: ({ limit = 100 } = {}, settings) =>
      listing(async (cursor) => {
        const offset = cursor === undefined ? 0 : readCursor(cursor, provider, "customer");
        if (typeof offset !== "number")
          throw invalid(provider, "customers.list", "the cursor is not of this list", "cursor");
        const { data } = await answered(
          listCustomers(context.server, { limit, offset }, settings),
          reading("customers.list"),
        );
        const items = data.map(read);
        if (items.length < limit) return { items, hasMore: false };
        return { items, nextCursor: writeCursor(provider, "customer", offset + items.length), hasMore: "unknown" };
      }),
  };
}

function write({ email, name, phone, metadata }: CustomerInput) {
  const parts = phoneParts(phone);
  return given({ email, name, phone: parts?.number, phone_country_code: parts?.countryCode, metadata });
}

function read(raw: RetrieveCustomerResponse): HyperswitchCustomer {
  return compact({
    id: raw.customer_id,
    email: text(raw.email),
    name: text(raw.name),
    phone: joinPhone(raw.phone_country_code, raw.phone),
    description: text(raw.description),
    metadata: texts(raw.metadata),
    createdAt: time(raw.created_at),
    raw,
  });
}
