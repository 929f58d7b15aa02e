import type { KnownPaymentMethod } from "@specie/razorpay";
import type { PaymentMethodType } from "../../model/payment-method.ts";

/** `method` of a payment or a token. `transfer` is money between accounts of the merchant: no way to pay. */
export const paymentMethod = {
  card: "card",
  emi: "card",
  netbanking: "bank_redirect",
  wallet: "wallet",
  app: "wallet",
  upi: "upi",
  bank_transfer: "bank_transfer",
  emandate: "bank_debit",
  nach: "bank_debit",
  cardless_emi: "pay_later",
  paylater: "pay_later",
  transfer: "unknown",
} as const satisfies Readonly<Record<KnownPaymentMethod, PaymentMethodType>>;
