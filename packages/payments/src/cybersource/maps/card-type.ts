import type { KnownCardType } from "@specie/cybersource";
import type { CardBrand } from "../../model/payment-method.ts";

export const cardType = {
  "001": "visa",
  "002": "mastercard",
  "003": "amex",
  "004": "discover",
  "005": "diners",
  "007": "jcb",
  "014": "other",
  "024": "maestro",
  "036": "cartes_bancaires",
  "042": "maestro",
  "054": "elo",
  "060": "mada",
  "062": "unionpay",
  "067": "meeza",
} as const satisfies Readonly<Record<KnownCardType, CardBrand>>;

/** What a card's first digits say of its type. Types that share others' ranges are left to the server. */
export const cardTypeRanges: readonly (readonly [start: RegExp, type: KnownCardType])[] = [
  [/^4/, "001"],
  [/^(5[1-5]|222[1-9]|22[3-9]|2[3-6]|27[01]|2720)/, "002"],
  [/^3[47]/, "003"],
  [/^(6011|64[4-9]|65)/, "004"],
  [/^3(0[0-5]|[689])/, "005"],
  [/^35(2[89]|[3-8])/, "007"],
  [/^62/, "062"],
  [/^(50|5[6-8]|6304|67)/, "042"],
];
