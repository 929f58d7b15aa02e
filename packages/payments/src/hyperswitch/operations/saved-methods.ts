import { deletePaymentMethod, listCustomerPaymentMethods, retrievePaymentMethod } from "@specie/hyperswitch/operations";
import { answered } from "../../gateway/answered.ts";
import { type Context, reading, writing } from "../context.ts";
import { readListedMethod, readSavedMethod } from "../read/saved-method.ts";
import type { HyperswitchSavedMethods } from "../types.ts";

export function savedMethods(context: Context): HyperswitchSavedMethods {
  return {
    list: async (customerId, settings) => {
      const call = listCustomerPaymentMethods(context.server, customerId, undefined, settings);
      const { data } = await answered(call, reading("savedMethods.list"));
      return (data.customer_payment_methods ?? []).map(readListedMethod);
    },
    retrieve: async ({ id }, settings) => {
      const call = retrievePaymentMethod(context.server, id, settings);
      return readSavedMethod((await answered(call, reading("savedMethods.retrieve"))).data);
    },
    remove: async ({ id }, settings) => {
      await answered(
        deletePaymentMethod(context.server, id, settings),
        writing(context, "savedMethods.remove", () => ({ id })),
      );
    },
  };
}
