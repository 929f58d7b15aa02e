import type {
  KnownCaptureRefusalReason,
  KnownFieldProblem,
  KnownIncrementRefusalReason,
  KnownPaymentRefusalReason,
  KnownRefundRefusalReason,
  KnownReversalRefusalReason,
  KnownServerErrorReason,
  KnownVoidRefusalReason,
} from "@specie/cybersource";
import type { ErrorCode } from "../../model/error-codes.ts";

type Known =
  | KnownPaymentRefusalReason
  | KnownIncrementRefusalReason
  | KnownCaptureRefusalReason
  | KnownReversalRefusalReason
  | KnownRefundRefusalReason
  | KnownVoidRefusalReason
  | KnownServerErrorReason
  | KnownFieldProblem;

/** Why a request was refused, with 400 or 502. */
export const refusalReason = {
  MISSING_FIELD: "invalid_request",
  INVALID_DATA: "invalid_request",
  INVALID_AMOUNT: "invalid_amount",
  EXCEEDS_AUTH_AMOUNT: "invalid_amount",
  INVALID_CARD: "invalid_card_number",
  CARD_TYPE_NOT_ACCEPTED: "card_not_supported",
  INVALID_CARD_TYPE: "card_not_supported",
  INVALID_PAYMENT_ID: "not_found",
  MISSING_AUTH: "not_found",
  DUPLICATE_REQUEST: "duplicate",
  INVALID_MERCHANT_CONFIGURATION: "configuration_error",
  INVALID_OR_MISSING_CONFIG: "configuration_error",
  NOT_SUPPORTED: "unsupported_operation",
  PROCESSOR_UNAVAILABLE: "processing_error",
  AUTH_ALREADY_REVERSED: "invalid_state",
  TRANSACTION_ALREADY_SETTLED: "invalid_state",
  TRANSACTION_ALREADY_REVERSED_OR_SETTLED: "invalid_state",
  NOT_VOIDABLE: "invalid_state",
  CAPTURE_ALREADY_VOIDED: "invalid_state",
  ACCOUNT_NOT_ALLOWED_CREDIT: "transaction_not_permitted",
  SYSTEM_ERROR: "outcome_unknown",
  SERVER_TIMEOUT: "outcome_unknown",
  SERVICE_TIMEOUT: "outcome_unknown",
} as const satisfies Readonly<Record<Known, ErrorCode>>;
