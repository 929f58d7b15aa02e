import { deleteCustomerToken, fetchCustomerToken, listCustomerTokens } from "@specie/razorpay/operations";
import { answered } from "../../gateway/answered.ts";
import type { SavedMethodRef } from "../../gateway/operations.ts";
import { invalid } from "../../gateway/unsupported.ts";
import { type Context, PROVIDER, reading } from "../context.ts";
import { readSavedMethod } from "../read/saved-method.ts";
import type { RazorpayGateway } from "../types.ts";

/** Tokens of customers. They are found by their customer only. */
export function savedMethods({ client }: Context): RazorpayGateway["savedMethods"] {
  return {
    async list(customerId, settings) {
      const { data } = await answered(listCustomerTokens(client, customerId, settings), reading("savedMethods.list"));
      return (data.items ?? []).map((token) => readSavedMethod(token, customerId));
    },
    async retrieve(method, settings) {
      const operation = "savedMethods.retrieve";
      const customerId = ownerOf(method, operation);
      const { data } = await answered(fetchCustomerToken(client, customerId, method.id, settings), reading(operation));
      return readSavedMethod(data, customerId);
    },
    async remove(method, settings) {
      const operation = "savedMethods.remove";
      const customerId = ownerOf(method, operation);
      await answered(deleteCustomerToken(client, customerId, method.id, settings), reading(operation));
    },
  };
}

function ownerOf({ customerId }: SavedMethodRef, operation: string): string {
  if (customerId !== undefined) return customerId;
  throw invalid(PROVIDER, operation, "give the customerId beside the id", "customerId");
}
