import type {
  CreatePaymentBody,
  CreateRefundBody,
  KnownPaymentMethodType,
  PaymentMethodData,
  WalletData,
} from "@specie/hyperswitch";
import type {
  CancelInput,
  ConfirmInput,
  CreateInput,
  DeviceDataCollected,
  InstantRefundInput,
  LinkInput,
  ListFilter,
  Returned,
  UpdateInput,
} from "../gateway/inputs.ts";
import type {
  BankAccountInput,
  CardInput,
  NetbankingInput,
  NetworkTokenInput,
  ProviderSpecificInput,
  SavedTokenInput,
  UpiInput,
  WalletInput,
} from "../model/payment-method-input.ts";
import type { CaptureMethod } from "../model/statuses.ts";

/** A saved method: its token from a list of saved methods, or its id for charges without the customer. */
export interface HyperswitchSavedToken extends SavedTokenInput {
  /** Default: `payment_method_id` for ids that start with `pm_`, `payment_token` for others. */
  readonly kind?: "payment_token" | "payment_method_id" | undefined;
}

export interface HyperswitchWallet extends WalletInput {
  readonly kind: KnownPaymentMethodType;
  /** What the wallet's SDK gave, in the server's form; left out, the customer is redirected. */
  readonly payload?: WalletData | undefined;
}

type BankScheme =
  | "ideal"
  | "eps"
  | "przelewy24"
  | "online_banking_czech_republic"
  | "online_banking_poland"
  | "online_banking_slovakia"
  | "online_banking_fpx"
  | "online_banking_thailand"
  | "open_banking_uk";

export interface HyperswitchNetbanking extends NetbankingInput {
  /** Through which scheme the bank is reached. */
  readonly scheme: BankScheme;
}

export interface HyperswitchBankAccount extends BankAccountInput {
  /** Needed for `ach`. */
  readonly bankName?: string | undefined;
  readonly holderType?: "personal" | "business" | undefined;
}

type MethodFields = Pick<
  CreatePaymentBody,
  "payment_method" | "payment_method_type" | "payment_experience" | "payment_token" | "recurring_details" | "mandate_id"
> & { readonly payment_method_data?: PaymentMethodData | null };

export type HyperswitchMethod =
  | CardInput
  | NetworkTokenInput
  | HyperswitchSavedToken
  | HyperswitchWallet
  | UpiInput
  | HyperswitchNetbanking
  | HyperswitchBankAccount
  | ProviderSpecificInput<MethodFields>;

/** What the model says itself; the gateway's fields go before a caller's. */
type Told = "amount" | "currency" | "payment_id" | "confirm" | "capture_method" | "payment_link" | keyof MethodFields;

/** Any other field of the server's own request. */
export type HyperswitchFields = Omit<Partial<CreatePaymentBody>, Told>;

interface More {
  /** Fields of the server's own request that the model does not have. */
  readonly providerFields?: HyperswitchFields | undefined;
  /** Keep the method for charges with or without the customer. Needs a customer. */
  readonly saveMethod?: "on_session" | "off_session" | undefined;
  /** Ask for an authorization that can be incremented. */
  readonly allowIncrement?: boolean | undefined;
  /** Ask for an authorization that can be extended. */
  readonly allowExtension?: boolean | undefined;
  /** Take less than was asked for, where the issuer offers it. */
  readonly allowPartialAuthorization?: boolean | undefined;
  /** Ask for an authorization of which more can be captured. */
  readonly allowOverCapture?: boolean | undefined;
}

export interface HyperswitchCreateInput extends Omit<CreateInput<HyperswitchMethod, CaptureMethod>, "method">, More {
  /** Left out, the payment waits for `confirm` or for the customer's browser. */
  readonly method?: HyperswitchMethod | undefined;
  /** Default: true with a method. False: attach it and wait for `confirm`. */
  readonly confirm?: boolean | undefined;
}

export interface HyperswitchUpdateInput extends UpdateInput {
  readonly method?: HyperswitchMethod | undefined;
  readonly captureMethod?: CaptureMethod | undefined;
  readonly providerFields?: HyperswitchFields | undefined;
}

export interface HyperswitchConfirmInput extends ConfirmInput<HyperswitchMethod> {
  readonly saveMethod?: "on_session" | "off_session" | undefined;
  readonly providerFields?: HyperswitchFields | undefined;
}

export interface HyperswitchCancelInput extends CancelInput {
  /** Void what was captured already. Default: what the payment's status says. */
  readonly afterCapture?: boolean | undefined;
}

export interface HyperswitchRefundInput extends InstantRefundInput {
  readonly providerFields?: Omit<Partial<CreateRefundBody>, "payment_id" | "refund_id" | "amount"> | undefined;
}

export interface HyperswitchUpdateRefundInput {
  readonly reason?: string | undefined;
  readonly metadata?: Readonly<Record<string, string>> | undefined;
}

export interface HyperswitchRetrieveInput {
  /** Ask the processor first. The server does so only while the outcome is open. */
  readonly sync?: boolean | undefined;
}

export interface HyperswitchListFilter extends ListFilter {
  /** Only of this customer. */
  readonly customerId?: string | undefined;
}

export interface HyperswitchLinkInput extends LinkInput {
  readonly providerFields?: HyperswitchFields | undefined;
}

export interface HyperswitchMethodFilter {
  readonly currencies?: readonly string[] | undefined;
  readonly countries?: readonly string[] | undefined;
}

export interface HyperswitchSessionInput {
  readonly wallets: readonly KnownPaymentMethodType[];
  /** Needed when the payment is given by its id. */
  readonly clientSecret?: string | undefined;
}

export type HyperswitchActionResult = Returned | DeviceDataCollected;
