import type { KnownCardNetwork, KnownPaymentMethod } from "@specie/hyperswitch";
import type { CardBrand, CardFunding, PaymentMethodType } from "../../model/payment-method.ts";

export const paymentMethodType: Readonly<Record<KnownPaymentMethod, PaymentMethodType>> = {
  card: "card",
  card_redirect: "card_redirect",
  pay_later: "pay_later",
  wallet: "wallet",
  bank_redirect: "bank_redirect",
  bank_transfer: "bank_transfer",
  crypto: "crypto",
  bank_debit: "bank_debit",
  reward: "reward",
  real_time_payment: "bank_transfer",
  upi: "upi",
  voucher: "voucher",
  gift_card: "gift_card",
  open_banking: "open_banking",
  mobile_payment: "mobile_payment",
  network_token: "network_token",
};

export const cardBrand: Readonly<Record<KnownCardNetwork, CardBrand>> = {
  Visa: "visa",
  Mastercard: "mastercard",
  AmericanExpress: "amex",
  JCB: "jcb",
  DinersClub: "diners",
  Discover: "discover",
  CartesBancaires: "cartes_bancaires",
  UnionPay: "unionpay",
  Interac: "interac",
  RuPay: "rupay",
  Maestro: "maestro",
  Star: "other",
  Pulse: "other",
  Accel: "other",
  Nyce: "other",
  Prop: "other",
  PrivateLabel: "other",
  Dinacard: "other",
};

/** `card_type` in lower case, or the payment method's type. The contract has no list of them. */
export const cardFunding: Readonly<Record<string, CardFunding>> = {
  credit: "credit",
  debit: "debit",
  prepaid: "prepaid",
};
