import { fetchPaymentMethods } from "@specie/razorpay/operations";
import { answered } from "../../gateway/answered.ts";
import type { CallSettings } from "../../gateway/settings.ts";
import { type Context, reading } from "../context.ts";
import { readAvailableMethods } from "../read/available-methods.ts";
import type { RazorpayAvailableMethod } from "../types.ts";

/** What the account offers to pay with. */
export async function listMethods(
  { client }: Context,
  settings?: CallSettings,
): Promise<readonly RazorpayAvailableMethod[]> {
  const { data } = await answered(fetchPaymentMethods(client, settings), reading("listMethods"));
  return readAvailableMethods(data);
}
