import type {
  CapturePaymentResponse,
  CreateCreditResponse,
  CreatePaymentResponse,
  EnrollPayerAuthenticationResponse,
  IncrementPaymentResponse,
  RefreshPaymentStatusResponse,
  RefundPaymentResponse,
  RetrieveTransactionResponse,
  ReversePaymentResponse,
  SetupPayerAuthenticationResponse,
  TransactionSummary,
  ValidatePayerAuthenticationResponse,
  VoidPaymentResponse,
} from "@specie/cybersource";
import type { Payment } from "../../model/payment.ts";
import type { Refund } from "../../model/refund.ts";

export type PaymentBody = CreatePaymentResponse;
export type CaptureBody = CapturePaymentResponse;
export type IncrementBody = IncrementPaymentResponse;
export type ReversalBody = ReversePaymentResponse;
export type VoidBody = VoidPaymentResponse;
export type RefundBody = RefundPaymentResponse;
export type CreditBody = CreateCreditResponse;
export type RefreshedBody = RefreshPaymentStatusResponse;
export type SetupBody = SetupPayerAuthenticationResponse;
export type EnrollmentBody = EnrollPayerAuthenticationResponse;
export type ValidationBody = ValidatePayerAuthenticationResponse;
export type TransactionBody = RetrieveTransactionResponse;
export type SummaryBody = TransactionSummary;

/** A payment as it is stored: the transaction that began it, and those that followed. */
export interface TransactionChain {
  readonly root: TransactionBody;
  readonly related: readonly TransactionBody[];
}

/** What `raw` of a payment is: the answer of the call that it came from. */
export type CybersourceBody =
  | PaymentBody
  | TransactionChain
  | SummaryBody
  | CaptureBody
  | IncrementBody
  | ReversalBody
  | VoidBody
  | RefreshedBody
  | SetupBody
  | EnrollmentBody
  | ValidationBody;

export type CybersourceRefundBody = RefundBody | CreditBody | VoidBody | TransactionBody | SummaryBody;

export type CybersourcePayment = Payment<CybersourceBody>;
export type CybersourceRefund = Refund<CybersourceRefundBody>;

/** A payment with its refunds as they are stored. */
export type StoredPayment = CybersourcePayment & { readonly refunds: readonly CybersourceRefund[] };
