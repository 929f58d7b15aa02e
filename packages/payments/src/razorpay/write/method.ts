import type { CreatePaymentBody, PaymentInputBase } from "@specie/razorpay";
import { given } from "../../gateway/given.ts";
import { invalid, unsupported } from "../../gateway/unsupported.ts";
import type { CustomerRef } from "../../model/customer.ts";
import type { CardInput, SavedTokenInput, UpiInput, WalletInput } from "../../model/payment-method-input.ts";
import { PROVIDER } from "../context.ts";
import type { RazorpayMethodInput } from "../inputs.ts";

/** The whole body of create/json: what all methods share, and the block of this one. */
export function writeMethod(
  base: PaymentInputBase,
  method: RazorpayMethodInput,
  customer: CustomerRef | undefined,
  operation: string,
): CreatePaymentBody {
  switch (method?.type) {
    case "card":
      return { ...base, method: "card", card: newCard(method, customer, operation) };
    case "saved_token":
      return { ...base, method: "card", token: method.id, ...savedCard(method, customer, operation) };
    case "netbanking":
      return { ...base, method: "netbanking", bank: method.bank };
    case "wallet":
      return { ...base, method: "wallet", wallet: walletOf(method, operation) };
    case "upi":
      return { ...base, method: "upi", upi: upiOf(method, operation) };
    case "provider_specific":
      return { ...method.fields, ...base };
    default:
      throw unsupported(PROVIDER, operation, "there is no way to send a method of this type");
  }
}

/** Texts, as a number would lose leading zeros; a year of two digits. */
function newCard(card: CardInput, customer: CustomerRef | undefined, operation: string) {
  const name = card.holderName ?? customer?.name;
  if (name === undefined) throw invalid(PROVIDER, operation, "a card needs its holderName", "method.holderName");
  if (card.cvv === undefined) throw invalid(PROVIDER, operation, "a card needs its cvv", "method.cvv");
  const { number, expMonth: expiry_month, cvv } = card;
  return { number, name, expiry_month, expiry_year: card.expYear.slice(-2), cvv };
}

function savedCard({ cvv }: SavedTokenInput, customer: CustomerRef | undefined, operation: string) {
  if (customer?.id === undefined) {
    throw invalid(PROVIDER, operation, "a saved card needs the id of its customer", "customer.id");
  }
  if (cvv === undefined) throw invalid(PROVIDER, operation, "a saved card needs its cvv", "method.cvv");
  return { customer_id: customer.id, card: { cvv } };
}

function walletOf({ kind, payload }: WalletInput, operation: string): string {
  if (payload === undefined) return kind;
  throw unsupported(PROVIDER, operation, "wallets of Razorpay redirect, and take no payload");
}

function upiOf({ flow, vpa }: UpiInput, operation: string) {
  if (flow === "intent") return { flow };
  if (flow !== "collect") throw unsupported(PROVIDER, operation, "UPI by QR code is another product of Razorpay");
  if (vpa === undefined) throw invalid(PROVIDER, operation, "UPI collect needs the vpa", "method.vpa");
  return given({ flow, vpa });
}
