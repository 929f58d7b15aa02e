export type PaymentMethodType =
  | "card"
  | "network_token"
  | "wallet"
  | "upi"
  | "bank_redirect"
  | "bank_transfer"
  | "bank_debit"
  | "pay_later"
  | "voucher"
  | "crypto"
  | "gift_card"
  | "reward"
  | "open_banking"
  | "mobile_payment"
  | "card_redirect"
  | "unknown";

export type CardBrand =
  | "visa"
  | "mastercard"
  | "amex"
  | "discover"
  | "diners"
  | "jcb"
  | "maestro"
  | "unionpay"
  | "rupay"
  | "cartes_bancaires"
  | "elo"
  | "mada"
  | "meeza"
  | "interac"
  | "other";

export type CardFunding = "credit" | "debit" | "prepaid" | "unknown";

/** A card, as far as a provider shows it. Never its number or its security code. */
export interface CardDetails {
  readonly brand?: CardBrand | undefined;
  /** The brand in the provider's words. */
  readonly rawBrand?: string | undefined;
  readonly last4?: string | undefined;
  /** The first six or eight digits. */
  readonly bin?: string | undefined;
  /** `03` */
  readonly expMonth?: string | undefined;
  /** `2030` */
  readonly expYear?: string | undefined;
  readonly holderName?: string | undefined;
  readonly funding?: CardFunding | undefined;
  readonly issuer?: string | undefined;
  /** ISO 3166-1, two capitals. */
  readonly country?: string | undefined;
}

/** What a payment was or will be made with. */
export interface PaymentMethod {
  readonly type: PaymentMethodType;
  /** The provider's own name of the kind: `apple_pay`, `upi_collect`, `HDFC`. */
  readonly subtype?: string | undefined;
  readonly card?: CardDetails | undefined;
  readonly bank?:
    | { readonly code?: string | undefined; readonly name?: string | undefined; readonly last4?: string | undefined }
    | undefined;
  readonly wallet?: { readonly name: string } | undefined;
  readonly upi?: { readonly vpa?: string | undefined; readonly flow?: string | undefined } | undefined;
  /** What stands for the method in a later payment. `kind` in the provider's words. */
  readonly token?: { readonly id: string; readonly kind: string } | undefined;
}

/** A method that a provider keeps for a customer. */
export interface SavedMethod<Raw = unknown> {
  readonly id: string;
  readonly customerId?: string | undefined;
  readonly method: PaymentMethod;
  readonly isDefault?: boolean | undefined;
  readonly createdAt?: string | undefined;
  readonly lastUsedAt?: string | undefined;
  readonly raw: Raw;
}

/** A method that the merchant's account offers. */
export interface AvailableMethod<Raw = unknown> {
  readonly type: PaymentMethodType;
  readonly subtype?: string | undefined;
  readonly brands?: readonly CardBrand[] | undefined;
  /** Codes of banks, wallets or apps, by the provider's code. */
  readonly choices?: readonly string[] | undefined;
  readonly raw: Raw;
}
