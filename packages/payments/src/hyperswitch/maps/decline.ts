import type { KnownRecommendedAction, KnownStandardisedCode, KnownUnifiedErrorCode } from "@specie/hyperswitch";
import type { ErrorCode, RetryAdvice } from "../../model/error-codes.ts";

/** Why a payment failed, in the server's words for all processors. */
export const standardisedCode: Readonly<Record<KnownStandardisedCode, ErrorCode>> = {
  insufficient_funds: "insufficient_funds",
  credit_limit_exceeded: "limit_exceeded",
  velocity_limit_exceeded: "limit_exceeded",
  do_not_honor: "do_not_honor",
  invalid_card_number: "invalid_card_number",
  invalid_expiry_date: "invalid_expiry",
  invalid_cvv: "invalid_cvv",
  pm_address_mismatch: "avs_failed",
  card_lost_or_stolen: "lost_or_stolen_card",
  account_closed_or_invalid: "account_closed_or_blocked",
  card_not_supported_restricted: "card_not_supported",
  transaction_not_permitted: "transaction_not_permitted",
  operation_not_allowed: "transaction_not_permitted",
  stored_credential_or_mit_not_enabled: "transaction_not_permitted",
  authorization_missing_or_revoked: "transaction_not_permitted",
  suspected_fraud: "fraud_suspected",
  psp_fraud_engine_decline: "fraud_suspected",
  compliance_or_sanctions_restriction: "compliance_blocked",
  authentication_required: "authentication_required",
  authentication_failed: "authentication_failed",
  three_ds_data_or_protocol_invalid: "authentication_failed",
  three_ds_authentication_service_issue: "processing_error",
  incorrect_authentication_code: "incorrect_pin_or_otp",
  payment_cancelled_by_user: "canceled_by_customer",
  payment_session_timeout: "session_expired",
  transaction_timed_out: "processing_error",
  issuer_unavailable: "issuer_unavailable",
  downstream_technical_issue: "processing_error",
  psp_acquirer_error: "processing_error",
  integ_cryptographic_issue: "processing_error",
  currency_or_corridor_not_enabled: "currency_not_supported",
  cfg_pm_not_enabled_or_misconfigured: "payment_method_not_enabled",
  wallet_or_token_config_issue: "payment_method_not_enabled",
  configuration_issue: "configuration_error",
  three_ds_configuration_issue: "configuration_error",
  merchant_inactive: "configuration_error",
  invalid_credentials: "configuration_error",
  subscription_plan_inactive: "configuration_error",
  integration_issue: "invalid_request",
  missing_or_invalid_param: "invalid_request",
  invalid_state: "invalid_state",
  duplicate_request: "duplicate",
  rate_limit: "rate_limited",
  payment_method_issue: "card_declined",
  generic_unknown_error: "unknown_error",
};

/** The class of a failure, where there is nothing finer. */
export const unifiedCode: Readonly<Record<KnownUnifiedErrorCode, ErrorCode>> = {
  UE_1000: "card_declined",
  UE_2000: "configuration_error",
  UE_3000: "processing_error",
  UE_4000: "invalid_request",
  UE_9000: "unknown_error",
};

/** Codes of processors that many share. */
export const processorCode: Readonly<Record<string, ErrorCode>> = {
  card_declined: "card_declined",
  insufficient_funds: "insufficient_funds",
  expired_card: "expired_card",
  incorrect_cvc: "invalid_cvv",
  processing_error: "processing_error",
  lost_card: "lost_or_stolen_card",
  stolen_card: "lost_or_stolen_card",
  fraudulent: "fraud_suspected",
};

/** The server's own advice goes before the advice of the code: networks fine merchants who ignore it. */
export const recommendedAction: Readonly<Record<KnownRecommendedAction, RetryAdvice>> = {
  do_not_retry: "none",
  stop_recurring: "none",
  retry_later: "later",
  retry_after_1_hour: "later",
  retry_after_24_hours: "later",
  retry_after_2_days: "later",
  retry_after_4_days: "later",
  retry_after_6_days: "later",
  retry_after_8_days: "later",
  retry_after_10_days: "later",
  retry_after_instrument_update: "after_fix",
  retry_with_different_payment_method_data: "other_method",
};
