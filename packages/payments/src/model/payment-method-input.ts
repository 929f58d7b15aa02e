/** A card. */
export interface CardInput {
  readonly type: "card";
  /** Digits only. */
  readonly number: string;
  /** `01` to `12` */
  readonly expMonth: string;
  /** Four digits. */
  readonly expYear: string;
  readonly cvv?: string | undefined;
  readonly holderName?: string | undefined;
}

/** A network token with its cryptogram. */
export interface NetworkTokenInput {
  readonly type: "network_token";
  readonly number: string;
  readonly expMonth: string;
  readonly expYear: string;
  readonly cryptogram: string;
  /** `05` */
  readonly eci?: string | undefined;
  readonly holderName?: string | undefined;
}

/** A method that the provider keeps. */
export interface SavedTokenInput {
  readonly type: "saved_token";
  /** The provider's id of the saved method. */
  readonly id: string;
  readonly cvv?: string | undefined;
}

/** A wallet's own answer, as its SDK gave it. */
export interface WalletInput {
  readonly type: "wallet";
  /** `apple_pay`, `google_pay`, `paypal`, `paytm` … */
  readonly kind: string;
  /** What the wallet's SDK gave; nothing for wallets that redirect. */
  readonly payload?: unknown;
}

/** UPI. `collect` asks the customer's app, and India's networks have switched it off for most merchants since 28 February 2026. */
export interface UpiInput {
  readonly type: "upi";
  readonly flow: "collect" | "intent" | "qr";
  /** For `collect`. */
  readonly vpa?: string | undefined;
}

/** A bank's own pages. */
export interface NetbankingInput {
  readonly type: "netbanking";
  /** The provider's code of the bank. */
  readonly bank: string;
}

/** A bank account to debit. */
export interface BankAccountInput {
  readonly type: "bank_account";
  readonly scheme: "ach" | "sepa" | "bacs" | "becs";
  readonly accountNumber?: string | undefined;
  /** Routing number, sort code or BSB. */
  readonly routingNumber?: string | undefined;
  readonly iban?: string | undefined;
  readonly holderName?: string | undefined;
  readonly accountType?: "checking" | "savings" | undefined;
}

/** Anything else: fields of the provider's own request, taken as they are. */
export interface ProviderSpecificInput<Fields = object> {
  readonly type: "provider_specific";
  readonly fields: Fields;
}

/** What to pay with. Each gateway takes some of them. */
export type PaymentMethodInput =
  | CardInput
  | NetworkTokenInput
  | SavedTokenInput
  | WalletInput
  | UpiInput
  | NetbankingInput
  | BankAccountInput
  | ProviderSpecificInput;

/** What every provider takes. */
export type PortableMethodInput = CardInput | SavedTokenInput;
