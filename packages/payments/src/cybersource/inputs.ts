import type { CreatePaymentBody, RefreshPaymentStatusBody } from "@specie/cybersource";
import type {
  CreateInput,
  CreditInput,
  ListFilter,
  PartialCaptureInput,
  RefundFilter,
  RefundInput,
} from "../gateway/inputs.ts";
import type { PaymentRef } from "../gateway/references.ts";
import type {
  BankAccountInput,
  CardInput,
  NetworkTokenInput,
  ProviderSpecificInput,
  SavedTokenInput,
  WalletInput,
} from "../model/payment-method-input.ts";
import type { CaptureMethod } from "../model/statuses.ts";
import type { walletKinds } from "./maps/payment-solution.ts";

export interface CybersourceSavedToken extends SavedTokenInput {
  /** What the id is an id of. Default: `payment_instrument`. 3-D Secure needs `customer`. */
  readonly kind?: "payment_instrument" | "customer" | "instrument_identifier" | undefined;
}

export interface CybersourceWallet extends WalletInput {
  readonly kind: keyof typeof walletKinds;
  /** What the wallet's SDK gave, as an object or as Base64. */
  readonly payload: string | object;
}

export interface CybersourceBankAccount extends BankAccountInput {
  readonly scheme: "ach";
  readonly accountNumber: string;
  readonly routingNumber: string;
}

type MethodFields = NonNullable<CreatePaymentBody["paymentInformation"]>;

export type CybersourceMethodInput =
  | CardInput
  | NetworkTokenInput
  | CybersourceSavedToken
  | CybersourceWallet
  | CybersourceBankAccount
  /** `paymentInformation` as it is. */
  | ProviderSpecificInput<MethodFields>;

/** Anything of the request that has no name here. What the gateway writes itself goes before it. */
export type CybersourceFields = Omit<CreatePaymentBody, "paymentInformation" | "clientReferenceInformation">;

/** `billing` is needed unless the method is a saved one. With `threeDs`, so is `returnUrl`, here or afterwards. */
export interface CybersourceCreateInput extends CreateInput<CybersourceMethodInput, CaptureMethod> {
  /** The issuer may agree to a part of the amount. Default: no. */
  readonly allowPartial?: boolean | undefined;
  /** Keep the method: `paymentMethod.token` then has its id. */
  readonly saveMethod?: boolean | undefined;
  readonly providerFields?: CybersourceFields | undefined;
}

export interface CybersourceCaptureInput extends PartialCaptureInput {
  /** With `manual_multiple`: no other one follows. Default: when all that is left is captured. */
  readonly isFinal?: boolean | undefined;
  /** With `manual_multiple`: how many there will be, if that is known. */
  readonly totalCaptures?: number | undefined;
}

export interface CybersourceRefundInput extends RefundInput {
  /** Which capture goes back; needed where several could be meant. */
  readonly captureId?: string | undefined;
}

export interface CybersourceCreditInput extends CreditInput<CybersourceMethodInput> {}

export interface CybersourceRetrieveInput {
  /** False: the one transaction, without those that followed. Default: true. */
  readonly deep?: boolean | undefined;
  /** Ask the provider of a wallet or bank payment instead: what to ask for. Not for cards. */
  readonly alternative?: AlternativeQuestion | undefined;
}

export type AlternativeQuestion = NonNullable<
  NonNullable<RefreshPaymentStatusBody["processingInformation"]>["actionList"]
>[number];

/** Default: the last seven days, 20 transactions to a page, of which those that are payments are given. */
export interface CybersourceListFilter extends ListFilter {
  /** Search fields and their exact values: `{ "paymentInformation.card.suffix": "1111" }`. */
  readonly fields?: Readonly<Record<string, string>> | undefined;
}

export interface CybersourceRefundFilter extends CybersourceListFilter, RefundFilter {
  /** Of this payment alone; the other filters then do not count. */
  readonly payment?: PaymentRef | undefined;
}
