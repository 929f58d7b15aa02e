import type {
  CardlessEmiPaymentInput,
  CreateCustomerBody,
  CreateOrderBody,
  CreatePaymentLinkBody,
  EmiPaymentInput,
  PayLaterPaymentInput,
  PaymentInputBase,
} from "@specie/razorpay";
import type {
  ConfirmInput,
  CreateInput,
  CreateWithoutMethodInput,
  CustomerInput,
  LinkInput,
  OtpRequested,
  OtpSubmitted,
  Returned,
} from "../gateway/inputs.ts";
import type {
  CardInput,
  NetbankingInput,
  ProviderSpecificInput,
  SavedTokenInput,
  UpiInput,
  WalletInput,
} from "../model/payment-method-input.ts";

/** The block of a method that the model has no input for: instalments, and paying later. */
export type RazorpayMethodFields =
  | Omit<EmiPaymentInput, keyof PaymentInputBase>
  | Omit<CardlessEmiPaymentInput, keyof PaymentInputBase>
  | Omit<PayLaterPaymentInput, keyof PaymentInputBase>;

/** UPI, without its QR codes: they are another product. */
export interface RazorpayUpiInput extends UpiInput {
  readonly flow: "collect" | "intent";
}

/** What to pay with. A saved card needs its `cvv` and the customer's id, a new one its holder's name. */
export type RazorpayMethodInput =
  | CardInput
  | SavedTokenInput
  | NetbankingInput
  | WalletInput
  | RazorpayUpiInput
  | ProviderSpecificInput<RazorpayMethodFields>;

/** Members of the order's body; those that the gateway writes itself win. */
export type RazorpayOrderFields = Partial<Omit<CreateOrderBody, "amount" | "currency" | "receipt" | "unique_receipt">>;
/** Members of the payment's body; those that the gateway writes itself win. */
export type RazorpayPaymentFields = Partial<Omit<PaymentInputBase, "amount" | "currency" | "order_id">>;

interface WithFields {
  readonly providerFields?:
    | {
        readonly order?: RazorpayOrderFields | undefined;
        readonly payment?: RazorpayPaymentFields | undefined;
      }
    | undefined;
}

/** A new payment. With a method, `customer` needs `email` and `phone`; without one, only the order is made. */
export type RazorpayCreateInput =
  | (CreateInput<RazorpayMethodInput> & WithFields)
  | (CreateWithoutMethodInput & WithFields);

/** What an order is paid with. Each call is a new attempt: Razorpay takes no key for it, and it is never sent twice. */
export interface RazorpayConfirmInput extends Omit<ConfirmInput, "method"> {
  readonly method: RazorpayMethodInput;
  readonly providerFields?: RazorpayPaymentFields | undefined;
}

/** A payment link. */
export interface RazorpayLinkInput extends LinkInput {
  /** Members of the body; those that the gateway writes itself win. */
  readonly providerFields?: Partial<Omit<CreatePaymentLinkBody, "amount" | "currency" | "reference_id">> | undefined;
}

/** What happened to a `nextAction`: the customer came back or paid in an app, or a one-time password. */
export type RazorpayActionResult = Returned | OtpRequested | OtpSubmitted;

export interface RazorpayCustomerInput extends CustomerInput {
  /** Members of the body; those that the gateway writes itself win. */
  readonly providerFields?: Partial<CreateCustomerBody> | undefined;
}

/** What can be changed of a customer. Notes can't. */
export interface RazorpayCustomerUpdate extends Omit<CustomerInput, "metadata"> {
  readonly metadata?: undefined;
}
