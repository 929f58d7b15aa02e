import { createCustomer, editCustomer, fetchCustomer, listCustomers } from "@specie/razorpay/operations";
import { answered } from "../../gateway/answered.ts";
import { given } from "../../gateway/given.ts";
import { listing } from "../../gateway/listing.ts";
import { unsupported } from "../../gateway/unsupported.ts";
import { type Context, PROVIDER, reading, writing } from "../context.ts";
import { readCustomer } from "../read/customer.ts";
import type { RazorpayCustomer, RazorpayGateway } from "../types.ts";
import { readPage, writePage } from "../write/page.ts";

/** Customers of the account. They can't be removed. */
export function customers(context: Context): RazorpayGateway["customers"] {
  const { client } = context;
  return {
    async create({ name, email, phone, metadata, providerFields }, settings) {
      const operation = "customers.create";
      const notes = metadata === undefined ? undefined : { ...metadata };
      const body = { ...providerFields, ...given({ name, email, contact: phone, notes }) };
      const { data } = await answered(createCustomer(client, body, settings), writing(context, operation, {}));
      return readCustomer(data);
    },
    async retrieve(id, settings) {
      const { data } = await answered(fetchCustomer(client, id, settings), reading("customers.retrieve"));
      return readCustomer(data);
    },
    async update(id, { name, email, phone, metadata }, settings) {
      const operation = "customers.update";
      if (metadata !== undefined) throw unsupported(PROVIDER, operation, "a customer's notes can't be changed");
      const body = given({ name, email, contact: phone });
      const { data } = await answered(editCustomer(client, id, body, settings), reading(operation));
      return readCustomer(data);
    },
    list: (filter = {}, settings) =>
      listing(async (cursor) => {
        const operation = "customers.list";
        const query = writePage(filter, cursor, operation);
        const { data } = await answered(listCustomers(client, query, settings), reading(operation));
        return readPage(data.items, query, operation, (each): RazorpayCustomer => readCustomer(each));
      }),
  };
}
