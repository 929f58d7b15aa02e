import { fetchOrder, fetchPayment } from "@specie/razorpay/operations";
import { answered } from "../../gateway/answered.ts";
import type { CallSettings } from "../../gateway/settings.ts";
import { type Context, reading } from "../context.ts";
import { REFERENCE, readNotes } from "../read/notes.ts";
import { isOrder } from "./retrieve.ts";

/** The reference in the notes of a payment or an order: notes are replaced as a whole, and would lose it. */
export async function currentReference(
  { client }: Context,
  id: string,
  settings: CallSettings | undefined,
  operation: string,
): Promise<string | undefined> {
  const { data } = isOrder(id)
    ? await answered(fetchOrder(client, id, undefined, settings), reading(operation))
    : await answered(fetchPayment(client, id, undefined, settings), reading(operation));
  return readNotes(data.notes, REFERENCE).own;
}
