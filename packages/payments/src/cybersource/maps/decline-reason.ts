import type {
  KnownAuthenticationReason,
  KnownAuthenticationSetupReason,
  KnownDeclineReason,
  KnownIncrementDeclineReason,
} from "@specie/cybersource";
import type { ErrorCode } from "../../model/error-codes.ts";

type Known =
  | KnownDeclineReason
  | KnownIncrementDeclineReason
  | KnownAuthenticationReason
  | KnownAuthenticationSetupReason;

/** Why a 201 is no success. `review`: no error, somebody decides. */
export const declineReason = {
  GENERAL_DECLINE: "card_declined",
  PROCESSOR_DECLINED: "card_declined",
  PAYMENT_REFUSED: "card_declined",
  DECLINED_CHECK: "card_declined",
  CONTACT_PROCESSOR: "do_not_honor",
  INSUFFICIENT_FUND: "insufficient_funds",
  EXCEEDS_CREDIT_LIMIT: "limit_exceeded",
  EXPIRED_CARD: "expired_card",
  INVALID_ACCOUNT: "invalid_card_number",
  INVALID_CVN: "invalid_cvv",
  CVN_NOT_MATCH: "invalid_cvv",
  CV_FAILED: "invalid_cvv",
  AVS_FAILED: "avs_failed",
  STOLEN_LOST_CARD: "lost_or_stolen_card",
  SUSPENDED_ACCOUNT: "account_closed_or_blocked",
  BLOCKED_BY_CARDHOLDER: "account_closed_or_blocked",
  ACH_VERIFICATION_FAILED: "account_closed_or_blocked",
  UNAUTHORIZED_CARD: "transaction_not_permitted",
  BLACKLISTED_CUSTOMER: "fraud_suspected",
  DECISION_PROFILE_REJECT: "fraud_suspected",
  SCORE_EXCEEDS_THRESHOLD: "fraud_suspected",
  DAGGREJECTED: "fraud_suspected",
  DAGGDENIED: "fraud_suspected",
  DSYSREJECTED: "fraud_suspected",
  DECISION_PROFILE_REVIEW: "review",
  CUSTOMER_WATCHLIST_MATCH: "compliance_blocked",
  ADDRESS_COUNTRY_WATCHLIST_MATCH: "compliance_blocked",
  EMAIL_COUNTRY_WATCHLIST_MATCH: "compliance_blocked",
  IP_COUNTRY_WATCHLIST_MATCH: "compliance_blocked",
  CONSUMER_AUTHENTICATION_REQUIRED: "authentication_required",
  PENDING_AUTHENTICATION: "authentication_required",
  CONSUMER_AUTHENTICATION_FAILED: "authentication_failed",
  AUTHENTICATION_FAILED: "authentication_failed",
  ALLOWABLE_PIN_RETRIES_EXCEEDED: "incorrect_pin_or_otp",
  ISSUER_UNAVAILABLE: "issuer_unavailable",
  PROCESSOR_ERROR: "processing_error",
  INVALID_MERCHANT_CONFIGURATION: "configuration_error",
} as const satisfies Readonly<Record<Known, ErrorCode | "review">>;
