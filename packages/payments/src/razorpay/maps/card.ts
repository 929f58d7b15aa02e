import type { KnownCardNetwork, KnownCardType } from "@specie/razorpay";
import type { CardBrand, CardFunding } from "../../model/payment-method.ts";

/** `network` of a card. */
export const cardBrand = {
  Visa: "visa",
  MasterCard: "mastercard",
  "American Express": "amex",
  "Diners Club": "diners",
  Maestro: "maestro",
  RuPay: "rupay",
  JCB: "jcb",
  "Union Pay": "unionpay",
  "Bajaj Finserv": "other",
  Unknown: "other",
} as const satisfies Readonly<Record<KnownCardNetwork, CardBrand>>;

/** `type` of a card. */
export const cardFunding = {
  credit: "credit",
  debit: "debit",
  prepaid: "prepaid",
  unknown: "unknown",
} as const satisfies Readonly<Record<KnownCardType, CardFunding>>;

/** `card_networks` of an account's methods; the contract has it as free names. */
export const brandOfSwitch = {
  AMEX: "amex",
  DICL: "diners",
  MC: "mastercard",
  MAES: "maestro",
  VISA: "visa",
  JCB: "jcb",
  RUPAY: "rupay",
  BAJAJ: "other",
} as const satisfies Readonly<Record<string, CardBrand>>;
