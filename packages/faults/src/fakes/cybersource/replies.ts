import { type Json, member, textAt } from "../../json.ts";
import type { WireReply } from "../fake.ts";
import { cents, decimal } from "./amount.ts";
import { iso, type Kept } from "./transaction.ts";

export function refused(reason: string): WireReply {
  const body = { submitTimeUtc: "2026-11-20T12:20:00Z", status: "INVALID_REQUEST", reason, message: "Declined" };
  return { status: 400, body };
}

/** A void of a request that the server does not know, in its other form: HTTP 201 and FAILED. */
export function voidUnknown({ id, at, amount, currency, code }: Kept): WireReply {
  return {
    status: 201,
    body: {
      id,
      submitTimeUtc: iso(at),
      status: "FAILED",
      clientReferenceInformation: { code: code ?? "" },
      reversalAmountDetails: { originalTransactionAmount: decimal(amount), currency },
      authorizationInformation: { reasonCode: "203" },
    },
  };
}

/** The amount that a request names, wherever its kind has it. */
export function asked(body: Json | undefined): { readonly amount: number; readonly currency: string } {
  const details =
    member(body, "orderInformation", "amountDetails") ?? member(body, "reversalInformation", "amountDetails");
  return { amount: cents(textAt(details, "totalAmount")), currency: textAt(details, "currency") ?? "USD" };
}
